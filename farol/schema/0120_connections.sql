-- before
-- The exchange's own accounts at channels. secrets: sealed JSON. token: names it in the webhook's address. memory: what the adapter keeps.
-- prices: millionths of the currency by unit. month_limit: the same for all units together, after which nothing that costs is used.
create table connection (
  id bigint generated always as identity primary key,
  channel text not null,
  name text not null,
  token text not null unique check (length(token) >= 22),
  state text not null check (state in ('active', 'paused', 'broken', 'removed')),
  why text not null default '',
  account text not null default '',
  settings jsonb not null default '{}',
  secrets bytea,
  memory jsonb not null default '{}',
  regions text[] not null default '{}',
  tiers text[] not null default '{}',
  prices jsonb not null default '{}',
  currency text not null default 'USD',
  month_limit bigint check (month_limit > 0),
  begun boolean not null default false,  -- the platform was told that we listen
  last_in_at timestamptz,
  last_out_at timestamptz,
  last_failure_at timestamptz,
  last_failure text not null default '',
  failures int not null default 0,  -- in a row
  version int not null default 1,
  at timestamptz not null default now()
);
create index connection_channel on connection (channel) where state <> 'removed';

-- What it used, by month and unit. told: how much of the limit admins were told of, in percent.
create table connection_spent (
  connection_id bigint not null references connection,
  month date not null,
  unit text not null,
  count bigint not null default 0,
  micro bigint not null default 0,
  primary key (connection_id, month, unit)
);
create table connection_told (
  connection_id bigint not null references connection,
  month date not null,
  percent int not null,
  primary key (connection_id, month, percent)
);

-- What went wrong there, by day. kind: refused (not made by the platform), unreadable, failed.
create table connection_day (
  connection_id bigint not null references connection,
  day date not null,
  kind text not null check (kind in ('refused', 'unreadable', 'stale', 'failed')),
  n bigint not null,
  primary key (connection_id, day, kind)
);
