-- What officers start a broadcast from: words with gaps, and to whom such words usually go.
create table broadcast_template (
  id bigint generated always as identity primary key,
  title text not null unique,
  body text not null,
  button text,
  audience jsonb not null,
  saved_at timestamptz not null
);

-- What was done to one thing.
create index audit_of_object on audit (object, number);

alter table citizen
  -- Shown in the chat for some minutes, so that whoever reads it there can show on another screen that the chat is theirs.
  add column chat_code text,
  add column chat_code_until timestamptz,
  add check ((chat_code is null) = (chat_code_until is null));
create index citizen_of_code on citizen (chat_code) where chat_code is not null;
