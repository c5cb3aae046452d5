-- before
-- Phrases that mean the same: a group of this installation's own, or one in place of the shipped group with that key.
create table search_synonyms (
  key text primary key check (key ~ '^[a-z0-9]+(_[a-z0-9]+)*$' and length(key) <= 40),
  words text[] not null check (cardinality(words) <= 60),
  at timestamptz not null default now(),
  by_id bigint not null references staff
);

-- Questions offered while somebody types, in place of the shipped ones of that language.
create table search_offer (
  language text primary key check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and length(language) <= 35),
  words text[] not null check (cardinality(words) <= 200),
  at timestamptz not null default now(),
  by_id bigint not null references staff
);

-- What was looked for and not found. Nothing says who asked, nor when beyond the last time. terms: what similar questions share.
create table search_gap (
  id bigint generated always as identity primary key,
  language text not null,
  sign text not null,
  words text not null,
  terms text[] not null,
  asked bigint not null default 1,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by bigint references staff,
  constraint search_gap_one unique (language, sign)
);
create index search_gap_terms on search_gap using gin (terms);
create index search_gap_asked on search_gap (language, asked desc) where closed_at is null;
