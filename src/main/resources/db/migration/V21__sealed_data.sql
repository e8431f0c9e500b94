-- The keys by which personal data are sealed are in a file outside the database. Here is only which there are, each with
-- something that it sealed, so that a lost or a wrong file is noticed before anything is written.
create table data_key (
  id bigint primary key,
  canary bytea not null,
  made_at timestamptz not null
);

-- By which key a value was sealed: it begins with a byte 1 and the key's number. Null for what waits to be sealed, which
-- begins with a byte 0; the service seals it at its start, for the keys are not here.
create function sealing_key(value bytea) returns bigint language sql immutable parallel safe as $$
  select case when get_byte(value, 0) = 1
    then get_byte(value, 1) * 16777216::bigint + get_byte(value, 2) * 65536 + get_byte(value, 3) * 256 + get_byte(value, 4)
  end
$$;

create function unsealed(value text) returns bytea language sql immutable parallel safe as $$
  select '\x00'::bytea || convert_to(value, 'UTF8')
$$;

-- What SQL asks of a wish stays open: its kind, and for a payment which.
alter table reminder alter column kind drop expression;
alter table reminder add column benefit text;
update reminder set benefit = wish ->> 'benefit' where kind = 'payment';
alter table reminder
  alter column kind set not null,
  add check ((kind = 'payment') = (benefit is not null)),
  alter column wish type bytea using unsealed(wish::text);
alter table reminder
  add column wish_key bigint generated always as (sealing_key(wish)) stored references data_key;
create index reminder_unsealed on reminder (id) where wish_key is null;

-- Null: nothing is remembered.
alter table conversation alter column state drop not null;
alter table conversation
  alter column state type bytea using case when state <> '{}' then unsealed(state::text) end;
alter table conversation
  add column state_key bigint generated always as (sealing_key(state)) stored references data_key;
create index conversation_unsealed on conversation (citizen_id) where state is not null and state_key is null;

alter table handout alter column content type bytea using unsealed(content);
alter table handout
  add column content_key bigint generated always as (sealing_key(content)) stored references data_key;

update officer set totp_secret = '\x00'::bytea || totp_secret;
alter table officer
  add column totp_secret_key bigint generated always as (sealing_key(totp_secret)) stored references data_key;
update officer_session set new_totp_secret = '\x00'::bytea || new_totp_secret;
alter table officer_session
  add column new_totp_secret_key bigint generated always as (sealing_key(new_totp_secret)) stored references data_key;

-- What a citizen said, each as a mark: "neighbourhood kp-1", "group merit", "topic health". Never empty; all of one row
-- are sealed by one key.
alter table profile add column marks bytea[];
update profile set marks = (
  select array_agg(unsealed(mark) order by place, number) from (
    select 1 as place, 1 as number, 'neighbourhood ' || neighbourhood as mark where neighbourhood is not null
    union all
    select 2, number, 'group ' || id from unnest(groups) with ordinality as g (id, number)
    union all
    select 3, number, 'topic ' || id from unnest(topics) with ordinality as t (id, number)) as said);
delete from profile where marks is null;
alter table profile
  drop column neighbourhood,
  drop column groups,
  drop column topics,
  alter column marks set not null,
  add check (cardinality(marks) > 0),
  add column marks_key bigint generated always as (sealing_key(marks[1])) stored references data_key;
create index profile_unsealed on profile (citizen_id) where marks_key is null;
