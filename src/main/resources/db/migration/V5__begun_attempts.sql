alter table delivery
  -- The last attempt that was begun, written before the channel is called, for all but replies. Higher than `attempts`
  -- on a row whose node died: how that attempt ended nobody knows.
  add column begun integer not null default 0;
