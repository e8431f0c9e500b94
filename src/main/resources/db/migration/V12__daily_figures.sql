-- How many questions each day brought and what became of them, without who asked or what was asked.
create table daily_figure (
  day date not null,
  outcome text not null check (outcome in ('answered', 'asked_back', 'refused')),
  -- The entry that answered, or the likeliest one; empty where none did.
  entitlement text not null,
  questions bigint not null,
  primary key (day, outcome, entitlement)
);

create index rating_rated on rating (rated_at);

-- Questions that an officer has dealt with, those without an answer and those whose answer did not help.
create table settled_question (
  source text not null check (source in ('unanswered', 'unhelped')),
  -- No foreign key: the one column points into two tables.
  question_id bigint not null,
  officer_id bigint not null references officer,
  settled_at timestamptz not null,
  primary key (source, question_id)
);

-- Which entry should have answered a question, by an officer's word: for the golden set. The last word counts.
create table judged_question (
  id bigint generated always as identity primary key,
  question text not null,
  -- Empty: none is to answer it.
  entitlement text not null,
  -- Empty: the side was not said.
  facet text not null,
  officer_id bigint not null references officer,
  judged_at timestamptz not null
);
-- A hash, because a question may be longer than an index takes.
create unique index judged_question_once on judged_question (md5(question));
