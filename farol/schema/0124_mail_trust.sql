-- before
-- What is believed of a mail that came. helo: what the server that brought it called itself. for_ticket: whose reply address it came to.
-- shown: what staff may see of a mail that was put aside, sealed. released: how somebody let it go on; tries: how often its proof was put off.
-- stranger: nothing proves that the visitor is who the address says, so later mail of the address is not theirs.
alter table mail_in
  add column helo text not null default '',
  add column for_ticket bigint references ticket,
  add column shown bytea,
  add column tries int not null default 0,
  add column released text not null default '' check (released in ('', 'ticket', 'new')),
  add column released_by bigint references staff,
  add column stranger boolean not null default false;
create index mail_in_quarantined on mail_in (id) where state = 'quarantined';
create index mail_in_settled on mail_in (settled_at) where state in ('quarantined', 'dropped') and raw <> '';
create index mail_in_from on mail_in (sender, settled_at) where state in ('joined', 'opened', 'quarantined');

create table mail_proof (
  mail_id bigint primary key references mail_in,
  author text not null,  -- the domain in From
  aligned boolean not null,
  why text not null,
  imitates text not null,
  proof jsonb not null,
  at timestamptz not null default now()
);

-- Letting a mail out of quarantine where its sender is doubted takes two.
create table mail_release (
  id bigint generated always as identity primary key,
  mail_id bigint not null references mail_in,
  way text not null check (way in ('ticket', 'new')),
  asked_by bigint not null references staff,
  asked_at timestamptz not null default now(),
  decided_by bigint references staff,
  decided_at timestamptz,
  outcome text not null default 'asked' check (outcome in ('asked', 'released', 'refused'))
);
create unique index mail_release_open on mail_release (mail_id) where outcome = 'asked';

-- Who reads along in a ticket by mail. A mail can only propose somebody; the customer confirms where they are signed in.
-- after_seq: nothing up to here is ever sent to them.
create table ticket_reader (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  address text not null,
  name text not null default '',
  language text not null,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'removed')),
  mail_id bigint,  -- the mail that named them; no reference, since mails refer to readers
  at timestamptz not null default now(),
  confirmed_at timestamptz,
  after_seq bigint not null default 0,
  removed_at timestamptz
);
create unique index ticket_reader_address on ticket_reader (ticket_id, lower(address)) where state <> 'removed';

alter table mail_in add column reader_id bigint references ticket_reader;
alter table reply_address drop constraint reply_address_whose,
  add column reader_id bigint references ticket_reader,
  add constraint reply_address_whose check (num_nonnulls(ticket_id, outsider_id, reader_id) = 1);
