-- The days of the station's sessions as people know them, as those of payments: who was told of one that is moved hears of
-- it at once.
alter table followed_calendars add column sessions jsonb not null default '{}';
