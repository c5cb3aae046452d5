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
