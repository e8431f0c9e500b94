-- What a citizen thinks of an answer: one opinion of each, which a later tap changes, also from an old message.
create table rating (
  citizen_id bigint not null references citizen on delete cascade,
  entitlement text not null,
  facet text not null,
  helpful boolean not null,
  why text check (why in ('wrong', 'off_question', 'unclear')),
  rated_at timestamptz not null,
  primary key (citizen_id, entitlement, facet),
  check (why is null or not helpful)
);
create index rating_of_answer on rating (entitlement, facet);

-- Questions whose answer did not help, kept for the officers without saying who asked. Nobody can tell any more whose a
-- question was, so it stays when the opinion changes.
create table unhelped_question (
  id bigint generated always as identity primary key,
  question text not null,
  entitlement text not null,
  facet text not null,
  why text check (why in ('wrong', 'off_question', 'unclear')),
  asked_on date not null
);
-- A hash, because a question may be longer than an index takes.
create unique index unhelped_question_once on unhelped_question (entitlement, facet, asked_on, md5(question));
