-- A person who talks to the service through a channel.
create table citizen (
  id bigint generated always as identity primary key,
  channel text not null,
  address text not null,
  created_at timestamptz not null,
  -- Set when the channel says that this person can no longer be reached; cleared when they write again.
  unreachable_at timestamptz,
  unique (channel, address)
);

-- The memory of the dialogue with one citizen; its row is the lock that keeps a chat in order.
create table conversation (
  citizen_id bigint primary key references citizen on delete cascade,
  state jsonb not null,
  updated_at timestamptz not null
);

-- What citizens sent. The key makes a repeated update recognisable.
create table inbound (
  channel text not null,
  key text not null,
  citizen_id bigint not null references citizen on delete cascade,
  reference text,
  body text not null,
  received_at timestamptz not null,
  primary key (channel, key)
);
create index inbound_of_citizen on inbound (citizen_id, received_at);

-- The outbox: one row is one message to one citizen, from being queued to a known outcome.
create table delivery (
  id bigint generated always as identity primary key,
  citizen_id bigint not null references citizen on delete cascade,
  origin smallint not null check (origin between 0 and 2),
  message jsonb not null,
  reply_to text,
  edits text,
  state text not null check (state in ('queued', 'sent', 'refused', 'unreachable', 'unknown')),
  due_at timestamptz not null,
  leased_by uuid,
  attempts integer not null default 0,
  unknowns integer not null default 0,
  reference text,
  reason text,
  created_at timestamptz not null,
  settled_at timestamptz
);
create index delivery_due on delivery (origin, due_at, id) where state = 'queued';
create index delivery_queue_of_citizen on delivery (citizen_id, id) where state = 'queued';
create index delivery_of_citizen on delivery (citizen_id, id);

-- Service processes that are alive; a lease on a delivery is worth what its node's life is worth.
create table node (
  id uuid primary key,
  alive_until timestamptz not null
);

-- Questions that found no answer, kept for the officers without saying who asked.
create table unanswered_question (
  id bigint generated always as identity primary key,
  question text not null,
  asked_on date not null
);
