-- before
-- The event log and everything the kit keeps. Every event belongs to a stream and has that stream's gap-free seq.
create table event (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  stream text not null,
  seq bigint not null,
  kind text not null,
  actor text not null,
  public boolean not null default false,
  body jsonb not null default '{}',
  at timestamptz not null default now(),
  constraint event_stream_seq unique (stream, seq)
);
create index event_cursor on event (xid, id);

-- The last seq of streams that have no row of their own to keep it.
create table stream (name text primary key, seq bigint not null);

-- How far each reaction has come in each stream, and what it could not do yet.
create table progress (
  reaction text not null,
  stream text not null,
  seq bigint not null,
  primary key (reaction, stream)
);
create table parked (
  reaction text not null,
  stream text not null,
  attempts int not null,
  due timestamptz not null,
  dead boolean not null default false,
  error text not null,
  at timestamptz not null default now(),
  primary key (reaction, stream)
);
create table cursor (
  reader text primary key,
  xid xid8 not null default '0',
  id bigint not null default 0
);

-- Bytes people sent. The key in the store is random; the given name is shown, never used as a path.
-- sha256 is of the bytes as they came; size and media_type are of what was kept (a picture is kept as a clean copy).
-- kept_at: when the sweep found that something refers to the file; until then it is loose and lives a day.
create table file (
  id uuid primary key,
  owner_kind text not null,
  owner_id bigint not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  key text not null,
  preview_key text,
  width int,
  height int,
  state text not null check (state in ('checking', 'ready', 'opaque', 'refused')),
  why text,
  at timestamptz not null default now(),
  kept_at timestamptz
);
create index file_loose on file (at) where kept_at is null;

-- One-time passes that open a WebSocket.
create table live_pass (
  digest bytea primary key,
  actor_kind text not null,
  actor_id bigint not null,
  session bytea not null,
  expires_at timestamptz not null
);
