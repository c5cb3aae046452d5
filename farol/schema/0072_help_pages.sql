-- before
-- What everybody is told at once. begins_at, ends_at: when the thing itself happens, which is not when it was published.
create table announcement (
  id bigint generated always as identity primary key,
  client_id uuid not null unique,
  kind text not null check (kind in ('maintenance', 'listing', 'security', 'product')),
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  begins_at timestamptz,
  ends_at timestamptz,
  version int not null default 1,
  published_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  check (ends_at > begins_at),
  check (kind <> 'maintenance' or (begins_at is not null and ends_at is not null))
);
create index announcement_newest on announcement (published_at desc, id desc);

-- Whether an article helped. visitor: a keyed digest of the day, address and browser, so that one visitor counts once a day
-- and nobody is recognised the next day. words: masked by the shield before they come here.
create table article_feedback (
  id bigint generated always as identity primary key,
  article_id bigint not null references article,
  language text not null check (language in ('zh', 'en')),
  version int not null,
  helpful boolean not null,
  reason text,
  words text not null default '',
  visitor bytea not null,
  day date not null,
  at timestamptz not null default now(),
  constraint article_feedback_once unique (article_id, language, visitor, day),
  check (not helpful or reason is null)
);
create index article_feedback_article on article_feedback (article_id, at desc);
