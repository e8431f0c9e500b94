-- Calendars that officers published: each row the whole text of a calendar file of the knowledge base. The highest version
-- of a file stands in the file's place, on every node; earlier ones are kept, to be gone back to.
create table published_dates (
  -- Its path inside the knowledge directory: calendar/payments.yaml.
  file text not null,
  version integer not null check (version > 0),
  body text not null,
  -- Who wrote it; never whoever published it.
  authors bigint[] not null check (not published_by = any (authors)),
  published_by bigint not null references officer,
  published_at timestamptz not null,
  primary key (file, version)
);

-- What waits for a second officer to publish it: one for each file.
create table proposed_dates (
  file text primary key,
  -- Another one with every save, so that nobody publishes what they have not seen.
  revision bigint generated always as identity,
  body text not null,
  authors bigint[] not null,
  edited_at timestamptz not null
);
