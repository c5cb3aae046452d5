-- before
-- Named stages inside a status. key: how tickets name it; shown_*: what the customer reads, empty for nothing.
create table stage (
  key text primary key,
  category text not null check (category in ('open', 'pending', 'resolved')),
  zh text not null,
  en text not null,
  shown_zh text not null default '',
  shown_en text not null default '',
  position int not null default 0,
  retired_at timestamptz
);
alter table ticket add column stage text references stage;

-- Words that tickets are tagged with. used: tickets that carry it. became: what a renamed word is now called.
create table tag (
  id bigint generated always as identity primary key,
  word text not null unique,
  used bigint not null default 0,
  became text,
  retired_at timestamptz,
  at timestamptz not null default now()
);
create index tag_used on tag (used desc, word) where retired_at is null;

-- Custom fields. reasons: beginnings of reason codes it is asked for, none for all. roles: who sees it, none for everybody who
-- sees the ticket; values of a field with roles are kept apart, so that nothing that shows a ticket can show them.
create table field (
  key text primary key,
  kind text not null check (kind in ('text', 'number', 'choice', 'date', 'yes_no', 'txid', 'address', 'amount')),
  zh text not null,
  en text not null,
  options jsonb not null default '[]',
  required boolean not null default false,
  reasons text[] not null default '{}',
  roles text[] not null default '{}',
  position int not null default 0,
  retired_at timestamptz
);
create table ticket_field_apart (
  ticket_id bigint primary key references ticket,
  fields jsonb not null default '{}'
);

-- caused_by: from came about through to. follow_up: from goes on where to ended. related has no direction: the lower id is from.
create table ticket_link (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('related', 'caused_by', 'follow_up')),
  from_id bigint not null references ticket,
  to_id bigint not null references ticket,
  at timestamptz not null default now(),
  made_by text not null,
  constraint ticket_link_once unique (from_id, to_id, kind),
  check (from_id <> to_id)
);
create index ticket_link_to on ticket_link (to_id);

create table follower (
  ticket_id bigint not null references ticket,
  staff_id bigint not null references staff,
  why text not null check (why in ('asked', 'mentioned')),
  at timestamptz not null default now(),
  primary key (ticket_id, staff_id)
);
create index follower_staff on follower (staff_id);

-- Who put a ticket aside, until when, and at which of its events; gone once it is back.
create table snooze (
  ticket_id bigint primary key references ticket,
  staff_id bigint not null references staff,
  until timestamptz not null,
  note text not null default '',
  seq bigint not null,
  at timestamptz not null default now()
);

-- Tickets that wait for their customer under the rules. next_at: when the customer is reminded, or the ticket resolved.
create table pending_wait (
  ticket_id bigint primary key references ticket,
  seq bigint not null,
  since timestamptz not null,
  reminded_at timestamptz,
  next_at timestamptz not null
);
create index pending_wait_next on pending_wait (next_at);
-- At most one row; without it the defaults hold. After how many hours a waiting customer is reminded, after how many days more the ticket is resolved.
create table pending_rule (
  single boolean primary key default true check (single),
  remind_h int not null check (remind_h between 1 and 720),
  resolve_d int not null check (resolve_d between 1 and 90),
  severities text[] not null
);
