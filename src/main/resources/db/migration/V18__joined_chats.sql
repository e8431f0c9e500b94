-- Two chats of one citizen, on two channels: a row for each, that names the other. What was made in a chat keeps its
-- number, so that the keys which make a message happen once stay good, and what is parted again falls where it came from.
create table joined_chat (
  citizen_id bigint primary key references citizen on delete cascade,
  other_id bigint not null references citizen on delete cascade,
  -- Where reminders and announcements go, the same in both rows; null: each reminder to the chat in which it was made.
  chosen_id bigint,
  joined_at timestamptz not null,
  check (citizen_id <> other_id),
  check (chosen_id is null or chosen_id in (citizen_id, other_id))
);
create index joined_chat_of_other on joined_chat (other_id);

-- Each chat with all those of the same citizen, itself among them.
create view own_chat (citizen_id, chat_id) as
  select id, id from citizen
  union all
  select citizen_id, other_id from joined_chat;

-- How a chat is being joined: the code that it shows, and the wrong codes that were typed in it.
create table joining (
  citizen_id bigint primary key references citizen on delete cascade,
  code text,
  code_until timestamptz,
  -- In a row, the last of them at that time.
  wrong integer not null default 0,
  wrong_at timestamptz,
  check ((code is null) = (code_until is null)),
  check ((wrong = 0) = (wrong_at is null))
);
create index joining_code on joining (code) where code is not null;

alter table consent
  drop constraint consent_purpose_check,
  add constraint consent_purpose_check check (purpose in ('reminders', 'announcements', 'joining'));

-- A reminder's message may go to another chat than the one in which it was made.
create index reminder_message_of_delivery on reminder_message (delivery_id) where delivery_id is not null;
-- Reminders that could not be delivered, to be sent to the citizen's other chat: few.
create index delivery_turned_back on delivery (settled_at) where state = 'unreachable' and origin = 1;
