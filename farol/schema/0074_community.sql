-- before
-- Places of the forum, in their order. closed: nothing new is opened there.
create table forum_category (
  code text primary key check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 40),
  place int not null,
  zh text not null,
  en text not null,
  closed boolean not null default false
);

-- What the exchange decides about links and ids. official: hosts that are ours; allowed: hosts of others that may be linked.
-- ids: how transaction ids and addresses are published, shortened or shortened with a link to an explorer.
create table forum_policy (
  one boolean primary key default true check (one),
  official text[] not null default '{}',
  allowed text[] not null default '{}',
  ids text not null default 'masked' check (ids in ('masked', 'linked'))
);

-- A customer under the name they chose. skeleton: the name as the eye reads it; two that look alike cannot both be.
create table forum_member (
  customer_id bigint primary key references customer,
  name text not null,
  skeleton text not null constraint forum_member_skeleton unique,
  level text not null default 'new' check (level in ('new', 'member', 'trusted')),
  joined_at timestamptz not null default now(),
  named_at timestamptz not null default now(),
  mail boolean not null default true
);

-- A question or an idea. last_n: number of the newest post, shown or not; replies: how many are shown beside the first.
-- accepted: number of the post that is the answer. Its first post says the same state. status: of an idea.
create table forum_topic (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('question', 'idea')),
  category text not null references forum_category,
  language text not null,
  title text not null,
  customer_id bigint references customer,
  staff_id bigint references staff,
  state text not null check (state in ('held', 'shown', 'hidden', 'removed')),
  opened_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  last_n int not null default 0,
  replies int not null default 0,
  votes int not null default 0,
  accepted int,
  locked_at timestamptz,
  pinned_at timestamptz,
  status text not null default 'open' check (status in ('open', 'review', 'planned', 'shipped', 'declined')),
  status_why text not null default '',
  status_at timestamptz,
  private_asked_at timestamptz,
  ticket_id bigint references ticket,
  tokens text[] not null default '{}',
  check ((customer_id is null) <> (staff_id is null))
);
create index forum_topic_latest on forum_topic (kind, last_at desc) where state = 'shown';
create index forum_topic_in on forum_topic (category, last_at desc) where state = 'shown';
create index forum_topic_voted on forum_topic (votes desc, id) where state = 'shown' and kind = 'idea';
create index forum_topic_tokens on forum_topic using gin (tokens) where state = 'shown';
create index forum_topic_of on forum_topic (customer_id, id);

-- said: the author's words without secrets, which only they see again; body: the same as published, personal data masked.
-- why: why it is held, hidden or removed; trace: of its words, so that the same text many times is seen.
create table forum_post (
  id bigint generated always as identity primary key,
  topic_id bigint not null references forum_topic,
  n int not null,
  customer_id bigint references customer,
  staff_id bigint references staff,
  client_id uuid not null constraint forum_post_client unique,
  said text not null,
  body text not null,
  masked text[] not null default '{}',
  state text not null check (state in ('held', 'shown', 'hidden', 'removed')),
  why text not null default '',
  trace bytea not null,
  at timestamptz not null default now(),
  edited_at timestamptz,
  edits int not null default 0,
  removed_at timestamptz,
  removed_from text,
  constraint forum_post_n unique (topic_id, n),
  check ((customer_id is null) <> (staff_id is null))
);
create index forum_post_of on forum_post (customer_id, at);
create index forum_post_trace on forum_post (trace, at);
create index forum_post_held on forum_post (at) where state = 'held';

-- What a post said before each change.
create table forum_edit (
  id bigint generated always as identity primary key,
  post_id bigint not null references forum_post,
  at timestamptz not null default now(),
  body text not null
);
create index forum_edit_of on forum_edit (post_id, id);

-- Somebody's word that a post is not right. weight: what it counts towards hiding, by the level of who said it.
create table forum_flag (
  post_id bigint not null references forum_post,
  customer_id bigint not null references customer,
  why text not null check (why in ('scam', 'impostor', 'personal', 'spam', 'rude', 'other')),
  words text not null default '',
  weight int not null,
  at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (post_id, customer_id)
);
create index forum_flag_open on forum_flag (post_id) where settled_at is null;

-- What staff decided about a post or a topic, and why; never changed.
create table forum_ruling (
  id bigint generated always as identity primary key,
  topic_id bigint not null references forum_topic,
  post_id bigint references forum_post,
  verb text not null,
  why text not null,
  staff_id bigint not null references staff,
  at timestamptz not null default now()
);
create index forum_ruling_of on forum_ruling (topic_id, id);

-- A member who may not write for a time. They see reason and end.
create table forum_sanction (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  why text not null,
  at timestamptz not null default now(),
  until timestamptz not null,
  staff_id bigint not null references staff,
  lifted_at timestamptz,
  lifted_by bigint references staff
);
create index forum_sanction_of on forum_sanction (customer_id, until);

create table forum_vote (
  topic_id bigint not null references forum_topic,
  customer_id bigint not null references customer,
  at timestamptz not null default now(),
  primary key (topic_id, customer_id)
);

create table forum_follow (
  topic_id bigint not null references forum_topic,
  customer_id bigint not null references customer,
  at timestamptz not null default now(),
  primary key (topic_id, customer_id)
);

-- Something a member is told. kind: reply, accepted, status, published, hidden, restored, private, sanction. mailed_at: a mail went,
-- or was not wanted. One a topic goes by mail until the member has looked.
create table forum_notice (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  topic_id bigint references forum_topic,
  n int,
  kind text not null,
  words text not null default '',
  at timestamptz not null default now(),
  read_at timestamptz,
  mail boolean not null default false,
  mailed_at timestamptz
);
create index forum_notice_of on forum_notice (customer_id, id desc);
create index forum_notice_unread on forum_notice (customer_id, topic_id) where read_at is null;
create index forum_notice_mail on forum_notice (id) where mail and mailed_at is null;
