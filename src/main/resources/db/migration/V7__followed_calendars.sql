-- The calendars that reminders were last planned by, in one row: what other ones change is told of and planned anew once,
-- by whichever node sees it first, also when they were changed while none ran.
create table followed_calendars (
  one boolean primary key default true check (one),
  -- Of all that the plans go by.
  mark text not null,
  -- The days of each payment as people know them: {"social-pension":{"2027-02-05":"2027-02-02..2027-02-02"}}, by the
  -- first day as scheduled.
  days jsonb not null,
  followed_at timestamptz not null
);
