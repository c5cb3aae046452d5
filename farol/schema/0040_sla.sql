-- before
-- When teams work, and how long a customer may wait. Removed ones stay for the clocks that ran by them.
create table sla_calendar (
  id bigint generated always as identity primary key,
  name text not null,
  zone text not null,
  always boolean not null,
  hours jsonb not null default '[]',
  holidays date[] not null default '{}',
  removed_at timestamptz
);
create unique index sla_calendar_name on sla_calendar (lower(name)) where removed_at is null;

-- A list that is null matches everything; a budget that is null is not measured.
create table sla_policy (
  id bigint generated always as identity primary key,
  name text not null,
  calendar_id bigint not null references sla_calendar,
  tiers text[],
  severities text[],
  channels text[],
  reasons text[],
  first_reply_s int,
  next_reply_s int,
  resolve_s int,
  update_s int,
  pause_cap_s int not null,
  removed_at timestamptz
);
create unique index sla_policy_name on sla_policy (lower(name)) where removed_at is null;

-- A ticket's service levels after the last event taken in. next_at: when a warning or a breach has to be told.
-- due_kind, due_at: what is due next, for lists.
create table sla_ticket (
  ticket_id bigint primary key references ticket,
  at timestamptz not null,
  opened_at timestamptz not null,
  tier text not null,
  severity text not null,
  channel text not null,
  reason text,
  status text not null,
  answered_at timestamptz,
  waiting_since timestamptz,
  waiting_seq bigint,
  next_at timestamptz,
  due_kind text,
  due_at timestamptz
);
create index sla_ticket_next on sla_ticket (next_at) where next_at is not null;

create table sla_clock (
  ticket_id bigint not null references sla_ticket,
  kind text not null check (kind in ('first_reply', 'next_reply', 'resolve')),
  turn bigint not null,
  policy_id bigint not null references sla_policy,
  calendar_id bigint not null references sla_calendar,
  pause_cap_s int not null,
  started_at timestamptz not null,
  budget_s int not null,
  base_at timestamptz not null,
  base_spent_s double precision not null,
  plans jsonb not null,
  due_at timestamptz,
  met_at timestamptz,
  breached_at timestamptz,
  dropped_at timestamptz,
  warned smallint not null,
  primary key (ticket_id, kind, turn)
);
create index sla_clock_due on sla_clock (due_at);

-- When a ticket's clocks stood, why, and who made them stand.
create table sla_pause (
  ticket_id bigint not null references sla_ticket,
  seq bigint not null,
  since timestamptz not null,
  until timestamptz,
  reason text not null check (reason in ('pending', 'resolved')),
  actor text not null,
  primary key (ticket_id, seq)
);

-- What customers were told about when they hear again. One at a time is open on a ticket.
create table sla_promise (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references sla_ticket,
  client_id uuid not null,
  made_by bigint not null references staff,
  made_at timestamptz not null,
  by timestamptz not null,
  seq bigint not null,
  message_seq bigint,
  moves int not null default 0,
  kept_at timestamptz,
  broken_at timestamptz,
  warned smallint not null default 0,
  constraint sla_promise_client unique (ticket_id, client_id)
);
create unique index sla_promise_open on sla_promise (ticket_id) where kept_at is null and broken_at is null;
create index sla_promise_by on sla_promise (by);
