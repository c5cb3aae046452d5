-- before
-- Topics are a tree that editors change; an article stands in one of them.
create table topic (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 40),
  parent_id bigint references topic check (parent_id <> id),
  zh text not null,
  en text not null,
  place int not null default 0,
  version int not null default 1
);
create index topic_parent on topic (parent_id);

-- Further languages come without a further migration: any code that looks like BCP 47.
alter table article_version drop constraint article_version_language_check;
alter table article_version add constraint article_version_language_check
  check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and length(language) <= 35);

-- own_change: its words changed for a reason of its own, so that other languages are behind it.
-- caught_up_at: up to when it holds what the other languages say; the time of publishing where nothing is said.
alter table article_version
  add column own_change boolean not null default false,
  add column caught_up_at timestamptz,
  add column published_by text not null default 'system:0';

alter table article
  add column owner_id bigint references staff,
  add column review_on date,
  add column expires_on date,
  add column audience text not null default 'public' check (audience in ('public', 'signed_in', 'staff')),
  add column tier text not null default '',
  add column entities text[] not null default '{}',
  add column retired_at timestamptz,
  add column revision int not null default 1;
create index article_owner on article (owner_id) where owner_id is not null;

-- One open draft of a language at a time. revision: grows with every saving; who saves over another one is shown both.
create table article_draft (
  article_id bigint not null references article,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and length(language) <= 35),
  title text not null,
  summary text not null,
  body text not null,
  keywords text not null default '',
  related text[] not null default '{}',
  revision int not null default 1,
  state text not null default 'draft' check (state in ('draft', 'in_review', 'scheduled')),
  brings_up boolean not null default true,
  authors bigint[] not null default '{}',
  saved_by text not null,
  saved_at timestamptz not null default now(),
  submitted_by text,
  submitted_at timestamptz,
  note text not null default '',
  checked_by text not null default '',
  publish_at timestamptz,
  scheduled_by bigint references staff,
  primary key (article_id, language),
  check ((state = 'scheduled') = (publish_at is not null))
);

create table article_image (
  file_id uuid not null references file,
  article_id bigint not null references article,
  at timestamptz not null default now(),
  primary key (file_id, article_id)
);
create index article_image_article on article_image (article_id);

-- Paragraphs that say the same in two languages, from published versions. marks: a min-hash of the source's letters.
create table translation_pair (
  id bigint generated always as identity primary key,
  source_language text not null,
  target_language text not null,
  source text not null,
  target text not null,
  source_hash bytea not null,
  marks int[] not null,
  article_id bigint not null references article,
  at timestamptz not null default now(),
  constraint translation_pair_one unique (source_language, target_language, source_hash, article_id)
);
create index translation_pair_marks on translation_pair using gin (marks);

create table term (
  id bigint generated always as identity primary key,
  zh text not null,
  en text not null,
  meaning_zh text not null default '',
  meaning_en text not null default '',
  version int not null default 1,
  constraint term_zh unique (zh),
  constraint term_en unique (en)
);

-- What readers see has changed as often as this says.
create table knowledge_mark (
  one boolean primary key default true check (one),
  n bigint not null
);

-- An article that a member of staff sent in a reply: what it was good for.
create table article_link (
  ticket_id bigint not null references ticket,
  seq bigint not null,
  article_id bigint not null references article,
  language text not null,
  version int not null,
  staff_id bigint not null references staff,
  reason text,
  at timestamptz not null default now(),
  primary key (ticket_id, seq, article_id)
);
create index article_link_article on article_link (article_id);

-- The legal entity that serves the customer, as the exchange's identity token says.
alter table customer add column entity text not null default '';
