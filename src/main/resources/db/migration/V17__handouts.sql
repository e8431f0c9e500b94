-- A file for a citizen whose channel takes none: whoever has the secret of its link may fetch it for a while.
create table handout (
  secret_hash bytea primary key,
  citizen_id bigint not null references citizen on delete cascade,
  name text not null,
  type text not null,
  content text not null,
  good_until timestamptz not null
);
create index handout_of_citizen on handout (citizen_id);
