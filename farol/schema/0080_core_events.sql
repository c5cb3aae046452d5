-- before
-- What happened at the exchange, as it told us: by webhook or read from its list. seq counts within an entity without a gap.
-- state: waiting (for an earlier one), applied (said in the event log), late (came after its place was given up; never said).
create table core_event (
  id text primary key,
  type text not null,
  entity_kind text not null,
  entity_id text not null,
  seq bigint not null,
  uid text,
  at timestamptz not null,
  data jsonb not null,
  via text not null check (via in ('webhook', 'list')),
  state text not null check (state in ('waiting', 'applied', 'late')),
  arrived_at timestamptz not null default now(),
  constraint core_event_once unique (entity_kind, entity_id, seq)
);
create index core_event_waiting on core_event (entity_kind, entity_id, seq) where state = 'waiting';
create index core_event_arrived on core_event (arrived_at);

-- How far the events of one entity were said. applied: null until it is known where to begin.
create table core_entity (
  kind text not null,
  id text not null,
  applied bigint,
  touched_at timestamptz not null default now(),
  primary key (kind, id)
);
create index core_entity_touched on core_entity (touched_at);

-- Events that never came and that the exchange no longer has: seq from first to last, passed over.
create table core_gap (
  entity_kind text not null,
  entity_id text not null,
  first bigint not null,
  last bigint not null,
  why text not null check (why in ('not_listed', 'no_list')),
  at timestamptz not null default now(),
  primary key (entity_kind, entity_id, first)
);
create index core_gap_at on core_gap (at);

-- How far the exchange's list of events was read. leased_until: one worker reads at a time.
create table core_list (
  one boolean primary key default true check (one),
  after text not null default '',
  begun_at timestamptz not null default now(),
  leased_until timestamptz not null default '-infinity',
  read_at timestamptz,
  complete_at timestamptz,
  problem text not null default '',
  unreadable bigint not null default 0
);

-- Webhooks that were turned away, counted by reason and day.
create table core_refusal (
  day date not null,
  reason text not null,
  n bigint not null,
  last_at timestamptz not null,
  primary key (day, reason)
);

-- When any process last asked an exchange that was down, and when one was last answered after that: all together ask once in ten seconds.
create table core_probe (
  one boolean primary key default true check (one),
  probed_at timestamptz not null,
  answered_at timestamptz
);
