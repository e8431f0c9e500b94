alter table citizen
  -- Telegram's groups have negative numbers. What officers announce goes to persons, not to groups.
  add column is_group boolean not null generated always as (channel = 'telegram' and address like '-%') stored;

-- What a citizen said of themselves, so that announcements reach those whom they concern. The ids are those of
-- audiences.yaml and areas.yaml.
create table profile (
  citizen_id bigint primary key references citizen on delete cascade,
  neighbourhood text,
  groups text[] not null,
  topics text[] not null,
  updated_at timestamptz not null
);

alter table consent
  -- What may be kept is agreed to apart for each purpose.
  add column purpose text not null default 'reminders' check (purpose in ('reminders', 'announcements'));
drop index consent_of_citizen;
create index consent_of_citizen on consent (citizen_id, purpose, id);

-- An announcement by officers to an audience.
create table broadcast (
  id bigint generated always as identity primary key,
  title text not null,
  -- As it was written, with marks and gaps.
  body text not null,
  -- What fills the gaps, by name.
  fills jsonb not null,
  -- The entitlement to which the button leads.
  button text,
  audience jsonb not null,
  state text not null check (state in
    ('draft', 'submitted', 'approved', 'scheduled', 'running', 'paused', 'done', 'cancelled')),
  -- One higher after each edit: who approves says what they have read.
  version integer not null,
  created_at timestamptz not null,
  scheduled_at timestamptz,
  scheduled_by bigint references officer,
  -- Why it may go out at any hour; null when quiet hours and Tết are kept.
  any_hour_because text,
  -- While it runs: between these two moments it may be sent.
  opens_at timestamptz,
  closes_at timestamptz,
  launched_at timestamptz,
  resumed_at timestamptz,
  ended_at timestamptz,
  -- Citizens to whom it was launched.
  recipients integer,
  -- Why it was stopped by the service itself, for the officers to see.
  note text,
  -- The counts when nothing was left to be sent any more; deliveries themselves are swept after their time.
  outcome jsonb,
  check ((state = 'scheduled') = (scheduled_at is not null)),
  check ((opens_at is null) = (closes_at is null)),
  check (state not in ('running', 'paused', 'done') or recipients is not null)
);
create index broadcast_open on broadcast (id) where state in ('scheduled', 'running') or
  (state = 'cancelled' and outcome is null and recipients is not null);

-- Who wrote, edited or submitted a broadcast: none of them approves it.
create table broadcast_author (
  broadcast_id bigint not null references broadcast,
  officer_id bigint not null references officer,
  primary key (broadcast_id, officer_id)
);

alter table delivery
  -- No foreign key: it would be checked a hundred thousand times at a launch, and nothing else writes here.
  add column broadcast_id bigint,
  add constraint delivery_of_broadcast check ((origin = 2) = (broadcast_id is not null)),
  drop constraint delivery_state_check,
  -- Failed: given up after many attempts, certainly not delivered.
  add constraint delivery_state_check check
    (state in ('queued', 'sent', 'refused', 'failed', 'unreachable', 'unknown', 'withdrawn'));
create index delivery_of_broadcast on delivery (broadcast_id, state) where broadcast_id is not null;
create index delivery_of_broadcast_due on delivery (broadcast_id, due_at, id)
  where state = 'queued' and broadcast_id is not null;
-- How the last of them ended, to see refusals in a row.
create index delivery_of_broadcast_last on delivery (broadcast_id, settled_at desc, id desc)
  where broadcast_id is not null and state in ('sent', 'refused');
-- Broadcasts stand in a queue of their own.
drop index delivery_due;
create index delivery_due on delivery (origin, due_at, id) where state = 'queued' and origin < 2;
-- Broadcasts whose attempt has begun and not ended: few.
create index delivery_begun on delivery (id) where state = 'queued' and origin = 2 and begun > attempts;

alter table audit
  drop constraint audit_kind_check,
  add constraint audit_kind_check check (kind in ('officer', 'command-line', 'stranger', 'service'));
