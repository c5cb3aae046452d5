-- before
-- Places that are asked now and then for what is said about us, such as a feed of reviews.
create table opinion_watch (
  id bigint generated always as identity primary key,
  source text not null,
  name text not null,
  url text not null,
  added_by bigint not null references staff,
  at timestamptz not null default now(),
  ended_at timestamptz,
  asked_at timestamptz,
  failures int not null default 0,
  failure text not null default ''
);

-- What somebody said about us in public. place: where it can be answered over its connection. Secrets in body are masked.
create table opinion (
  id bigint generated always as identity primary key,
  source text not null,
  connection_id bigint references connection,
  watch_id bigint references opinion_watch,
  external_id text not null,
  place text not null default '',
  author text not null default '',
  author_id text not null default '',
  body text not null,
  link text not null default '',
  language text not null default 'und',
  rating smallint check (rating between 1 and 5),
  reach int not null default 0,
  mood text not null check (mood in ('negative', 'neutral', 'positive')),
  mood_words text[] not null default '{}',
  kind text not null check (kind in ('question', 'complaint', 'praise', 'other')),
  topic text not null default '',
  own_case boolean not null default false,
  marked_by bigint references staff,
  state text not null default 'open' check (state in ('open', 'settled', 'muted', 'removed')),
  assignee bigint references staff,
  ticket_id bigint references ticket,
  said_at timestamptz not null,
  at timestamptz not null default now(),
  constraint opinion_once unique (source, external_id)
);
create index opinion_open on opinion (id) where state = 'open';
create index opinion_said on opinion (said_at);
create index opinion_author on opinion (source, author_id);

-- What we want to say in public. It goes out when a second person approved it.
create table opinion_answer (
  id bigint generated always as identity primary key,
  opinion_id bigint not null references opinion,
  client_id uuid not null unique,
  staff_id bigint not null references staff,
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused')),
  decided_by bigint references staff,
  decided_at timestamptz,
  why text not null default '',
  at timestamptz not null default now(),
  check (decided_by is distinct from staff_id)
);
create index opinion_answer_of on opinion_answer (opinion_id);

-- Whose posts are put aside unread, and why.
create table opinion_mute (
  source text not null,
  author_id text not null,
  staff_id bigint not null references staff,
  why text not null,
  at timestamptz not null default now(),
  primary key (source, author_id)
);
