-- before
-- What may stand in words to customers beside what is ours by settings and connections: hosts, numbers, mail addresses, handles, addresses
-- on chains. key: as it is compared. ended_at: it may no longer; the row stays.
create table guard_allowed (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('host', 'number', 'mail', 'handle', 'address')),
  key text not null,
  written text not null,
  why text not null,
  added_by bigint not null references staff (id),
  at timestamptz not null default now(),
  ended_by bigint references staff (id),
  ended_at timestamptz
);
create unique index guard_allowed_now on guard_allowed (kind, key) where ended_at is null;

-- Words that the guard stopped for where they lead, and that wait for a second person. findings: codes and what was found, as it stood then.
create table guard_held (
  id bigint generated always as identity primary key,
  client_id uuid not null constraint guard_held_once unique,
  ticket_id bigint not null references ticket (id),
  staff_id bigint not null references staff (id),
  body text not null,
  files uuid[] not null default '{}',
  seen bigint not null,
  why text not null,
  findings jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'released', 'refused', 'stale', 'taken', 'expired')),
  at timestamptz not null default now(),
  expires_at timestamptz not null,
  decided_by bigint references staff (id),
  decided_at timestamptz,
  decided_why text not null default '',
  seq bigint,
  check (decided_by <> staff_id or state = 'taken')
);
create index guard_held_waiting on guard_held (expires_at) where state = 'waiting';
create index guard_held_ticket on guard_held (ticket_id);
