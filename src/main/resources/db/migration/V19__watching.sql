-- When each periodic job last ended well, whichever node ran it.
create table job_run (
  job text primary key,
  succeeded_at timestamptz not null
);

-- By which name the log calls the request that a message answers; null for what nobody asked for.
alter table delivery add column request text;
