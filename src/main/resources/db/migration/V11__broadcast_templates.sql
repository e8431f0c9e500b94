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
