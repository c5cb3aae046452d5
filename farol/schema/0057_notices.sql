-- before
-- What a member of staff is told. title: {"zh", "en"}; words: a customer's or colleague's, shortened, of the place where
-- they may read them anyway. key: what it is about; the same key tells one person once. seen_at: they know.
create table notice (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff,
  kind text not null,
  ticket_id bigint references ticket,
  title jsonb not null,
  words text not null default '',
  key text not null,
  at timestamptz not null default now(),
  seen_at timestamptz,
  constraint notice_once unique (staff_id, key)
);
create index notice_staff on notice (staff_id, id desc);
create index notice_unseen on notice (staff_id, ticket_id) where seen_at is null;
create index notice_ticket on notice (ticket_id);
create index notice_at on notice (at);

-- How somebody's console behaves, and which notices reach them by which ways at which hours. What is left out is the default.
create table staff_preference (
  staff_id bigint primary key references staff,
  preferences jsonb not null,
  at timestamptz not null default now()
);
create table notice_choice (
  staff_id bigint primary key references staff,
  choice jsonb not null,
  at timestamptz not null default now()
);

-- Notices that still have to leave the house by a way. due_at: not before then, for it may be seen meanwhile, the person
-- has quiet hours, or the last try failed.
create table notice_due (
  notice_id bigint not null references notice on delete cascade,
  way text not null check (way in ('mail', 'push')),
  staff_id bigint not null references staff,
  due_at timestamptz not null,
  tries int not null default 0,
  primary key (notice_id, way)
);
create index notice_due_at on notice_due (due_at);
create index notice_due_staff on notice_due (staff_id, way, due_at);

-- Browsers that take pushes (RFC 8030). endpoint: an address at the browser's maker, which is a secret; digest: SHA-256 of it.
-- p256dh, auth: the browser's public key and shared secret that pushes are encrypted to.
create table push_subscription (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff,
  digest bytea not null unique,
  endpoint text not null,
  p256dh bytea not null,
  auth bytea not null,
  label text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index push_subscription_staff on push_subscription (staff_id);
