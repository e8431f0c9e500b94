-- A citizen's question to the officers, with all that was said about it since. Of one citizen at most one is open.
create table inbox_case (
  id bigint generated always as identity primary key,
  citizen_id bigint not null references citizen on delete cascade,
  state text not null check (state in ('waiting', 'claimed', 'answered', 'closed')),
  -- Who holds it, or answered last; null while nobody has taken it.
  officer_id bigint references officer,
  -- One higher with everything said or done: who answers says what they have read.
  version integer not null,
  opened_at timestamptz not null,
  -- Until when an answer was promised; null while none is owed.
  promised_at timestamptz,
  -- From then on it is an alarm that nobody has taken it.
  unseen_at timestamptz,
  -- When the alarm was raised; null before, and again when the citizen asks on after an answer.
  alarmed_at timestamptz,
  -- When something was last said or done.
  touched_at timestamptz not null,
  check ((state in ('waiting', 'claimed')) = (promised_at is not null)),
  check ((promised_at is null) = (unseen_at is null)),
  check (state <> 'waiting' or officer_id is null),
  check (state not in ('claimed', 'answered') or officer_id is not null)
);
create unique index inbox_case_open on inbox_case (citizen_id) where state <> 'closed';
create index inbox_case_of_citizen on inbox_case (citizen_id);
create index inbox_case_owed on inbox_case (promised_at) where promised_at is not null;
create index inbox_case_touched on inbox_case (touched_at) where promised_at is null;

-- What the citizen and the officers said in a case.
create table inbox_message (
  id bigint generated always as identity primary key,
  case_id bigint not null references inbox_case on delete cascade,
  -- Null: the citizen's.
  officer_id bigint references officer,
  body text not null,
  -- What the service had answered to the citizen's question; null for nothing.
  answered text,
  -- What the citizen added to the question; null for nothing.
  added text,
  said_at timestamptz not null,
  -- Which carries the officer's answer. No foreign key: deliveries are swept in their own time.
  delivery_id bigint
);
create index inbox_message_of_case on inbox_message (case_id, id);

-- Answers that officers wrote for questions which found none: drafts for the editor of the knowledge files.
create table answer_draft (
  id bigint generated always as identity primary key,
  -- All the ways in which it was asked, one a line.
  questions text not null,
  -- The entry to which it belongs; empty: a new one is needed.
  entitlement text not null,
  -- Empty: the side was not said.
  facet text not null,
  body text not null,
  officer_id bigint not null references officer,
  written_at timestamptz not null,
  -- When the knowledge files had it, or did not need it.
  done_at timestamptz,
  done_by bigint references officer,
  check ((done_at is null) = (done_by is null))
);
create index answer_draft_open on answer_draft (id) where done_at is null;
