-- before
-- Keys of the exchange's own systems. Only the digest of a key is here.
create table partner_key (
  id bigint generated always as identity primary key,
  name text not null,
  shown text not null,
  digest bytea not null unique,
  scope text not null check (scope in ('read', 'write')),
  made_by bigint not null references staff,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  revoked_at timestamptz
);
-- People without account whom partners speak for, by the address they gave.
create table partner_visitor (
  email text primary key,
  customer_id bigint not null references customer
);

-- Where the exchange's systems want to be told. kinds: of ``webhooks/model.KINDS``. trouble_since: no delivery has worked since.
create table webhook (
  id bigint generated always as identity primary key,
  name text not null,
  url text not null,
  kinds text[] not null,
  secret bytea not null,
  old_secret bytea,
  old_until timestamptz,
  state text not null default 'active' check (state in ('active', 'paused', 'disabled')),
  why text not null default '',
  made_by bigint not null references staff,
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  trouble_since timestamptz,
  removed_at timestamptz
);
-- One thing to be told to one of them. uid goes out as ``webhook-id`` and stays the same over all tries.
create table webhook_delivery (
  id bigint generated always as identity primary key,
  webhook_id bigint not null references webhook,
  uid uuid not null unique,
  kind text not null,
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed', 'dropped')),
  tries int not null default 0,
  due_at timestamptz not null default now(),
  claimed_until timestamptz,
  at timestamptz not null default now(),
  until timestamptz not null default now() + interval '72 hours',
  settled_at timestamptz,
  replay_of bigint references webhook_delivery
);
create index webhook_delivery_due on webhook_delivery (webhook_id, due_at) where state = 'waiting';
create index webhook_delivery_recent on webhook_delivery (webhook_id, id desc);
create index webhook_delivery_settled on webhook_delivery (settled_at) where state <> 'waiting';
-- Each try, and what came back.
create table webhook_try (
  delivery_id bigint not null references webhook_delivery on delete cascade,
  n int not null,
  at timestamptz not null default now(),
  status int,
  took_ms int not null,
  said text not null default '',
  primary key (delivery_id, n)
);
