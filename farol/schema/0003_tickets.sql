-- before
create sequence ticket_number;
create table ticket (
  id bigint generated always as identity primary key,
  number text not null unique
    default 'FRL-' || to_char(now() at time zone 'utc', 'YYYY') || '-' || lpad(nextval('ticket_number')::text, 6, '0'),
  customer_id bigint not null references customer,
  opening_id uuid not null,
  subject text not null,
  about jsonb,
  reason text,
  severity text not null default 'P3' check (severity in ('P0', 'P1', 'P2', 'P3', 'P4')),
  status text not null default 'open' check (status in ('open', 'pending', 'resolved', 'closed')),
  owner_id bigint references staff,
  channel text not null,
  language text not null,
  seq bigint not null default 0,
  last_public_seq bigint not null default 0,
  version int not null default 1,
  opened_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  waiting_since timestamptz,
  first_reply_at timestamptz,
  resolved_at timestamptz,
  constraint ticket_opening unique (customer_id, opening_id)
);
create index ticket_customer on ticket (customer_id, id desc);
create index ticket_open on ticket (waiting_since, id) where status in ('open', 'pending');
create index ticket_owner on ticket (owner_id) where status in ('open', 'pending');

create table message (
  ticket_id bigint not null references ticket,
  seq bigint not null,
  client_id uuid not null,
  author_kind text not null check (author_kind in ('customer', 'staff', 'assistant', 'system')),
  author_id bigint not null,
  internal boolean not null,
  channel text not null,
  language text not null default '',
  body text not null,
  files uuid[] not null default '{}',
  removed text[] not null default '{}',
  at timestamptz not null default now(),
  primary key (ticket_id, seq),
  constraint message_client unique (ticket_id, client_id)
);
create index message_files on message using gin (files) where files <> '{}';

-- How far each side has read. The customer's mark is shown to staff and the other way round.
create table read_mark (
  ticket_id bigint not null references ticket,
  reader text not null check (reader in ('customer', 'staff')),
  reader_id bigint not null,
  seq bigint not null,
  at timestamptz not null default now(),
  primary key (ticket_id, reader, reader_id)
);
