-- before
-- Who of outside takes part in a side thread by mail: another department's mailbox, a bank, a partner. language: of our letters to them.
create table thread_outsider (
  id bigint generated always as identity primary key,
  thread_id bigint not null references thread,
  address text not null,
  name text not null default '',
  language text not null,
  at timestamptz not null default now(),
  added_by bigint not null references staff,
  removed_at timestamptz
);
create unique index thread_outsider_address on thread_outsider (thread_id, lower(address));

-- Words in a thread are somebody's of the staff, or an outsider's. note: what of their mail is not here.
alter table thread_message alter column author_id drop not null,
  add column outsider_id bigint references thread_outsider,
  add column files uuid[] not null default '{}',
  add column note text not null default '',
  add constraint thread_message_whose check (num_nonnulls(author_id, outsider_id) = 1);

-- Words of the staff on their way to an outsider.
create table thread_letter (
  id bigint generated always as identity primary key,
  thread_id bigint not null,
  seq bigint not null,
  outsider_id bigint not null references thread_outsider,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'bounced')),
  error text not null default '',
  at timestamptz not null default now(),
  settled_at timestamptz,
  unique (thread_id, seq, outsider_id),
  foreign key (thread_id, seq) references thread_message
);
create index thread_letter_queued on thread_letter (thread_id, id) where state = 'queued';
create index thread_letter_outsider on thread_letter (outsider_id, id);

-- The same as a mail, kept as it was written so that every try sends the same bytes.
create table thread_mail (
  letter_id bigint primary key references thread_letter,
  message_id text not null unique,
  sender text not null,
  raw bytea not null,
  attempts int not null default 0,
  claimed_until timestamptz,
  error text not null default '',
  at timestamptz not null default now()
);

-- A reply address belongs to a ticket and its customer, or to an outsider of a thread.
alter table reply_address alter column ticket_id drop not null,
  add column outsider_id bigint references thread_outsider,
  add constraint reply_address_whose check (num_nonnulls(ticket_id, outsider_id) = 1);
alter table mail_in add column outsider_id bigint references thread_outsider;
create index mail_in_outsider on mail_in (outsider_id) where outsider_id is not null;

-- A ticket that was handed to a team waits in that team's queue as long as its reason stays the same.
create table queue_route (
  ticket_id bigint primary key references ticket,
  team_id bigint not null references team,
  reason text not null,
  at timestamptz not null default now(),
  set_by text not null
);
alter table transfer drop constraint transfer_outcome_check;
alter table transfer add constraint transfer_outcome_check check (outcome in ('accepted', 'returned', 'withdrawn', 'queued'));
alter table brief_handover add column to_team text;
