alter table citizen
  -- Set by "/dung": nothing but answers goes out; cleared when they ask for messages again.
  add column stopped_at timestamptz,
  -- Set when everything held was erased: the row goes too, once the last answer is out.
  add column erased_at timestamptz;
create index citizen_erased on citizen (erased_at) where erased_at is not null;

-- What a citizen agreed to before anything was kept; the latest counts.
create table consent (
  id bigint generated always as identity primary key,
  citizen_id bigint not null references citizen on delete cascade,
  -- Of the text that was shown.
  version text not null,
  -- Whether they gave their word to be the guardian of the child they speak for.
  guardian boolean not null,
  given_at timestamptz not null
);
create index consent_of_citizen on consent (citizen_id, id);

-- A standing wish to be told of a date in time.
create table reminder (
  id bigint generated always as identity primary key,
  citizen_id bigint not null references citizen on delete cascade,
  wish jsonb not null,
  kind text not null generated always as (wish ->> 'kind') stored,
  -- The first message that has not been dealt with; null when none is known.
  next_at timestamptz,
  created_at timestamptz not null,
  -- No longer wanted, but not erased yet.
  ended_at timestamptz,
  check (ended_at is null or next_at is null)
) with (fillfactor = 90);
create index reminder_due on reminder (next_at) where next_at is not null;
create index reminder_of_citizen on reminder (citizen_id, id);
create index reminder_of_kind on reminder (kind, id) where ended_at is null;
create index reminder_ended on reminder (ended_at) where ended_at is not null;

-- What was made of each message that fell due: its key is what makes it happen once.
create table reminder_message (
  reminder_id bigint not null references reminder on delete cascade,
  due date not null,
  lead text not null,
  send_at timestamptz not null,
  outcome text not null check (outcome in ('queued', 'missed')),
  -- Why it was not sent.
  reason text check (
    (reason is null) = (outcome = 'queued')
    and reason in ('past', 'superseded', 'unreachable', 'stopped', 'channel')),
  -- No foreign key: deliveries are swept after their time, this stays.
  delivery_id bigint,
  decided_at timestamptz not null,
  primary key (reminder_id, due, lead)
);
create index reminder_message_missed on reminder_message (decided_at) where outcome = 'missed';

alter table delivery
  -- Not sent from then on: its words would no longer be true, or the hour not decent.
  add column good_until timestamptz,
  -- By the clock of the database, as the life of a node is.
  add column leased_at timestamptz not null default now(),
  drop constraint delivery_state_check,
  add constraint delivery_state_check
    check (state in ('queued', 'sent', 'refused', 'unreachable', 'unknown', 'withdrawn'));
create index delivery_going_bad on delivery (good_until)
  where state = 'queued' and good_until is not null;
create index delivery_doubtful on delivery (id) where unknowns > 0;
create index delivery_settled on delivery (settled_at) where settled_at is not null;
create index inbound_received on inbound (received_at);
