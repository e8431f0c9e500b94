-- The secret address under which a citizen's calendar can be subscribed to, one of each citizen. Only a hash is kept, so
-- that nobody who reads this table can open a calendar.
create table calendar_feed (
  citizen_id bigint primary key references citizen on delete cascade,
  secret_hash bytea not null unique,
  made_at timestamptz not null
);
