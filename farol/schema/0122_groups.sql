-- before
-- Groups at messengers that we are in. chat: the platform's id of the group, never of a topic in it.
create table group_room (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connection,
  chat text not null,
  title text not null default '',
  here boolean not null default true,
  settings jsonb not null default '{}',
  version int not null default 1,
  at timestamptz not null default now(),
  constraint group_room_place unique (connection_id, chat)
);

-- What was done about a post or a name, and why. about: names the post once, however often it is read. words: masked. trace: the same for the same words.
-- did is what was meant, done_at when the platform had done it, error what it refused. rule personal: no offence, only too much said.
create table group_deed (
  id bigint generated always as identity primary key,
  room_id bigint not null references group_room,
  about text not null,
  chat text not null,
  message text not null default '',
  who text not null,
  name text not null,
  username text not null,
  rule text not null,
  rules text[] not null,
  saw text not null default '',
  did text not null check (did in ('noted', 'removed', 'warned', 'muted', 'banished')),
  words text not null,
  trace bytea,
  strikes int not null,
  until timestamptz,
  error text not null default '',
  at timestamptz not null default now(),
  done_at timestamptz,
  undone_at timestamptz,
  undone_by bigint references staff,
  undone_why text not null default '',
  constraint group_deed_once unique (room_id, about)
);
create index group_deed_member on group_deed (room_id, who, at);
create index group_deed_trace on group_deed (trace, at) where trace is not null;
create index group_deed_rule on group_deed (room_id, rule, at);

-- Digests of what was said lately, to see the same words again. Nothing can be read from them.
create table group_said (
  room_id bigint not null references group_room,
  message text not null,
  who text not null,
  trace bytea not null,
  at timestamptz not null default now(),
  primary key (room_id, message)
);
create index group_said_trace on group_said (trace, at);
create index group_said_old on group_said (at);

-- One-time links out of a group into the private chat, for whoever asked and nobody else. words: their question, masked.
create table group_door (
  digest bytea primary key,
  room_id bigint not null references group_room,
  connection_id bigint not null references connection,
  who text not null,
  words text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index group_door_old on group_door (expires_at);
