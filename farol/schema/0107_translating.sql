-- before
-- A reply that a machine translated: what its author wrote, and what goes out in its place. It is kept by the id the message will
-- have, from the draft on; a message with the same words of the same author is what came of it. What customers write is
-- translated for whoever reads it and kept nowhere. machine: the translation as it came; words: as its author let it go, null until then.
create table message_translation (
  ticket_id bigint not null references ticket on delete cascade,
  client_id uuid not null,
  staff_id bigint not null references staff,
  source text not null check (source ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$'),
  target text not null check (target ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$'),
  original text not null,
  machine text not null,
  words text,
  way text not null check (way in ('opencc', 'service', 'model')),
  at timestamptz not null default now(),
  primary key (ticket_id, client_id)
);
create index message_translation_unsent on message_translation (at);

-- A language the desk answers in: when people who speak it are there (no calendar: day and night), and what happens without them:
-- after wait_s whoever speaks the fallback, and with ``translated`` whoever is there, through machine translation.
create table desk_language (
  language text primary key check (language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$'),
  calendar_id bigint references sla_calendar,
  fallback text not null check (fallback ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$'),
  wait_s int not null check (wait_s between 0 and 86400),
  translated boolean not null,
  version int not null default 1,
  set_by text not null,
  at timestamptz not null default now()
);

-- How long a ticket waits for a team of which nobody is on shift before it goes to the first line; null: it waits on.
alter table team add column overflow_s int default 900 check (overflow_s between 60 and 604800);

-- A draft that a machine began, until somebody has looked at it. source_version: of the article it was made from. left_over: its paragraphs that
-- stand in the source language still.
create table article_translation (
  article_id bigint not null references article on delete cascade,
  language text not null,
  source text not null,
  source_version int not null,
  state text not null check (state in ('asked', 'made', 'failed')),
  way text not null default '',
  paragraphs int not null default 0,
  remembered int not null default 0,
  left_over int not null default 0,
  asked_by text not null,
  at timestamptz not null default now(),
  primary key (article_id, language)
);

-- A canned reply in a language it was not written in. It is offered only once approved, and only while it is of the macro's version.
create table macro_translation (
  macro_id bigint not null references macro on delete cascade,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$'),
  macro_version int not null,
  source text not null,
  words text not null,
  way text not null,
  state text not null check (state in ('review', 'approved', 'rejected')),
  note text not null default '',
  revision int not null default 1,
  asked_by text not null,
  decided_by text,
  at timestamptz not null default now(),
  primary key (macro_id, language)
);

-- A term with its word in each language, over those that come with the product.
create table translation_term (
  id bigint generated always as identity primary key,
  words jsonb not null,
  version int not null default 1,
  set_by text not null,
  at timestamptz not null default now(),
  removed_at timestamptz
);
