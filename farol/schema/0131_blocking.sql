-- before
-- Customers whose messages are not taken for a time. The row stays when it ends: who, when, why, both times.
create table customer_block (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  ticket_id bigint not null references ticket,
  reason text not null,
  until timestamptz,
  by_id bigint not null references staff (id),
  at timestamptz not null default now(),
  ended_by bigint references staff (id),
  ended_at timestamptz,
  ended_why text not null default ''
);
create unique index customer_block_now on customer_block (customer_id) where ended_at is null;
create index customer_block_ticket on customer_block (ticket_id);

-- What they wrote meanwhile: kept as evidence, answered by nobody. client_id: the same words once.
create table customer_unheard (
  id bigint generated always as identity primary key,
  block_id bigint not null references customer_block,
  client_id uuid not null,
  ticket_id bigint references ticket,
  channel text not null,
  body text not null,
  at timestamptz not null default now(),
  constraint customer_unheard_once unique (block_id, client_id)
);
