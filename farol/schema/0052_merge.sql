-- before
-- Who joined which ticket to which, and how it stood before. A standing row says the same as ticket.merged_into.
create table merge (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  into_id bigint not null references ticket,
  staff_id bigint not null references staff,
  why text not null default '',
  before jsonb not null,  -- status, stage and waiting_since
  at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by bigint references staff,
  check (ticket_id <> into_id)
);
create unique index merge_standing on merge (ticket_id) where undone_at is null;
create index merge_into on merge (into_id) where undone_at is null;

-- A ticket made of copies of some messages of another. seqs: their places there. seq: where the new ticket stood then.
create table split (
  ticket_id bigint primary key references ticket,
  from_id bigint not null references ticket,
  seqs bigint[] not null,
  seq bigint not null,
  staff_id bigint not null references staff,
  at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by bigint references staff
);
create index split_from on split (from_id);

-- Replies that wait a moment before they are posted. The words are gone from here once they are in the ticket, or taken back.
create table outgoing (
  client_id uuid primary key,
  staff_id bigint not null references staff,
  ticket_id bigint not null references ticket,
  body text not null,
  files uuid[] not null default '{}',
  removed text[] not null default '{}',
  seen bigint,
  status text check (status in ('open', 'pending', 'resolved', 'closed')),
  held_at timestamptz not null default now(),
  due_at timestamptz not null,
  state text not null default 'held' check (state in ('held', 'sent', 'stale', 'failed', 'taken')),
  why text not null default '',
  seq bigint,
  settled_at timestamptz
);
create index outgoing_due on outgoing (due_at) where state = 'held';
create index outgoing_kept on outgoing (staff_id, held_at) where state in ('held', 'stale', 'failed');
create index outgoing_settled on outgoing (settled_at) where state in ('sent', 'taken');

-- What somebody is writing. older: what another tab of theirs had written and this one overwrote.
create table draft (
  staff_id bigint not null references staff,
  ticket_id bigint not null references ticket,
  mode text not null check (mode in ('reply', 'note')),
  body text not null,
  tab text not null default '',
  rev bigint not null default 1,
  saved_at timestamptz not null default now(),
  older text,
  older_at timestamptz,
  primary key (staff_id, ticket_id, mode)
);
create index draft_ticket on draft (ticket_id, saved_at desc);
create index draft_saved on draft (saved_at);

-- One change of many tickets, ticket by ticket.
create table bulk (
  id bigint generated always as identity primary key,
  client_id uuid not null unique,
  staff_id bigint not null references staff,
  action jsonb not null,
  undoes bigint unique references bulk,
  total int not null,
  at timestamptz not null default now(),
  begins_at timestamptz not null default now(),
  done_at timestamptz,
  stopped_at timestamptz
);
create index bulk_of on bulk (staff_id, id desc);
create table bulk_item (
  bulk_id bigint not null references bulk,
  n int not null,
  ticket_id bigint not null references ticket,
  version int not null,
  seen bigint not null,
  outcome text check (outcome in ('done', 'same', 'conflict', 'not_allowed', 'failed')),
  why text not null default '',
  before jsonb,
  seq bigint,
  primary key (bulk_id, n),
  unique (bulk_id, ticket_id)
);
create index bulk_item_left on bulk_item (bulk_id, n) where outcome is null;

-- Transaction ids and addresses that customers wrote, to find who else wrote them.
create table mention (
  value text not null,
  ticket_id bigint not null references ticket,
  customer_id bigint not null references customer,
  kind text not null check (kind in ('txid', 'address')),
  at timestamptz not null,
  primary key (value, ticket_id)
);
create index mention_at on mention (at);

-- Two tickets that look like one. ours: both are of one customer; else it is a warning, and never to be joined.
create table lookalike (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  other_id bigint not null references ticket,
  why text not null check (why in ('txid', 'address', 'reason')),
  value text not null default '',
  ours boolean not null,
  state text not null default 'open' check (state in ('open', 'merged', 'different')),
  at timestamptz not null default now(),
  settled_by bigint references staff,
  settled_at timestamptz,
  constraint lookalike_once unique (ticket_id, other_id),
  check (ticket_id > other_id)
);
create index lookalike_other on lookalike (other_id);
