-- before
-- What editors decided about something people ask and find no answer to. key: what the gap is made of, such as search:7.
-- volume: how often it had been asked by then, so that what came since can be told.
create table gap_decision (
  key text primary key check (length(key) <= 80),
  verb text not null check (verb in ('write', 'synonym', 'not_ours')),
  title text not null,
  volume int not null,
  article_id bigint references article,
  synonyms text,
  note text not null default '',
  at timestamptz not null default now(),
  by_id bigint not null references staff
);
create index gap_decision_newest on gap_decision (at desc);

-- Tickets whose answers a draft was made of; seen by editors alone.
create table draft_source (
  article_id bigint not null references article,
  ticket_id bigint not null references ticket,
  at timestamptz not null default now(),
  by_id bigint not null references staff,
  primary key (article_id, ticket_id)
);

-- A question that search has to answer with an article. place: where the article stood when it was asked last, from 1; null: not
-- among the first. was: where it stood before it last became worse; null as well when it was never worse since it was right.
create table test_question (
  id bigint generated always as identity primary key,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and length(language) <= 35),
  question text not null check (length(question) between 1 and 300),
  article_id bigint not null references article,
  place int,
  answered boolean not null default false,
  asked_at timestamptz,
  was int,
  worse_at timestamptz,
  by_id bigint not null references staff,
  at timestamptz not null default now(),
  constraint test_question_once unique (language, question)
);
create index test_question_article on test_question (article_id);
