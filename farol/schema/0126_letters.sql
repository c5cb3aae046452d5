-- before
-- Keys that sign mail, one selector each; two may sign side by side while a new one takes over. record: what is published (RFC 6376, 3.6.1).
create table mail_key (
  id bigint generated always as identity primary key,
  domain text not null,
  selector text not null,
  sealed bytea not null,
  record text not null,
  state text not null default 'waiting' check (state in ('waiting', 'signing', 'retired')),
  made_by text not null,
  at timestamptz not null default now(),
  signing_at timestamptz,
  retired_at timestamptz,
  constraint mail_key_selector unique (domain, selector)
);
create index mail_key_signing on mail_key (domain) where state = 'signing';

-- Mailboxes that are not written to, until somebody lifts it and says why.
create table mail_suppressed (
  id bigint generated always as identity primary key,
  mailbox text not null,
  address text not null,
  reason text not null check (reason in ('bounced', 'complained')),
  said text not null,
  at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by bigint references staff (id),
  why text not null default ''
);
create unique index mail_suppressed_now on mail_suppressed (mailbox) where lifted_at is null;

-- Automatic mail stands still from here until somebody ends it.
create table mail_halt (
  id bigint generated always as identity primary key,
  in_hour integer not null,
  ceiling integer not null,
  at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by bigint references staff (id)
);
create unique index mail_halt_now on mail_halt ((true)) where ended_at is null;

-- The word a customer chose, by which they know our mail.
create table mail_word (
  customer_id bigint primary key references customer (id),
  sealed bytea not null,
  at timestamptz not null default now()
);

-- How mail of a brand looks.
create table letterhead (
  id bigint generated always as identity primary key,
  key text not null constraint letterhead_key unique,
  version integer not null default 1,
  content jsonb not null,
  set_by text not null,
  at timestamptz not null default now()
);
create table letterhead_version (
  letterhead_id bigint not null references letterhead (id),
  version integer not null,
  content jsonb not null,
  set_by text not null,
  at timestamptz not null default now(),
  primary key (letterhead_id, version)
);

-- What we said, so that anybody can ask whether it was us. recipient, title: masked when they are kept.
create table genuine (
  id bigint generated always as identity primary key,
  kind text not null,
  recipient text not null,
  title text not null,
  customer_id bigint references customer (id),
  ticket_id bigint references ticket (id),
  at timestamptz not null default now()
);

-- mailbox: where the mail ends up, whatever its address adds; by_machine: no person wrote it; reader: it went to somebody beside the customer.
alter table mail_out add column mailbox text not null default '';
alter table mail_out add column by_machine boolean not null default false;
alter table mail_out add column reader boolean not null default false;
alter table mail_out add column letterhead text not null default '';
alter table mail_out add column status text not null default '';
alter table mail_out add column told_at timestamptz;
alter table mail_out drop constraint mail_out_state_check;
alter table mail_out add constraint mail_out_state_check
  check (state in ('queued', 'sent', 'delayed', 'delivered', 'failed', 'bounced', 'complained', 'suppressed'));
create index mail_out_machine on mail_out (mailbox, at) where automatic;
create index mail_out_hour on mail_out (at) where automatic;
