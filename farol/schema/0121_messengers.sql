-- before
-- What platforms told us, kept before it was acknowledged; secrets in it are masked, removed says which kinds. place: the platform's own order
-- inside the chat. files: ids once they are kept, so that a second try finds them. A copy of an update is dropped by its id.
create table update_in (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connection,
  external_id text not null,
  chat text not null,
  place bigint not null,
  happened_at timestamptz,
  body jsonb not null,
  removed text[] not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'read', 'parked', 'dropped')),
  reason text not null default '',
  tries int not null default 0,
  due timestamptz not null default now(),
  files uuid[],
  lost text[] not null default '{}',
  at timestamptz not null default now(),
  settled_at timestamptz,
  constraint update_in_once unique (connection_id, external_id)
);
create index update_in_waiting on update_in (connection_id, chat, place, id) where state = 'waiting';
create index update_in_parked on update_in (id) where state = 'parked';
create index update_in_settled on update_in (settled_at) where state in ('read', 'dropped');

-- Who reads a chat now.
create table update_turn (
  connection_id bigint not null references connection,
  chat text not null,
  claimed_until timestamptz,
  primary key (connection_id, chat)
);

-- Somebody at a platform, and which customer they are: a visitor of their own, until a one-time link binds them. here: false when they block us.
create table contact (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connection,
  external_id text not null,
  customer_id bigint not null references customer,
  name text not null default '',
  username text not null default '',
  language text not null default '',
  bound_at timestamptz,
  here boolean not null default true,
  stopped boolean not null default false,
  at timestamptz not null default now(),
  constraint contact_person unique (connection_id, external_id)
);
create index contact_customer on contact (customer_id);

-- A place where something is said. ticket_id: which ticket the private chat is in now; joined_at: when it was led there without words.
create table chat (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connection,
  external_id text not null,
  room text not null check (room in ('private', 'group', 'post')),
  title text not null default '',
  parent text not null default '',
  contact_id bigint references contact,
  ticket_id bigint references ticket,
  joined_at timestamptz,
  said_at timestamptz,
  templated_at timestamptz,  -- approved words asked them to write first, since the platform's hours are over
  claimed_until timestamptz,
  at timestamptz not null default now(),
  constraint chat_place unique (connection_id, external_id)
);
create index chat_ticket on chat (ticket_id) where ticket_id is not null;
create index chat_contact on chat (contact_id) where contact_id is not null;

-- Which words of a ticket a platform's message became.
create table word_in (
  chat_id bigint not null references chat,
  message text not null,
  ticket_id bigint not null references ticket,
  seq bigint not null,
  primary key (chat_id, message)
);

-- What goes out, one row for each piece. seq: the message of the ticket. delivered and read are what the platform tells, where it does.
create table parcel_out (
  id bigint generated always as identity primary key,
  chat_id bigint not null references chat,
  ticket_id bigint references ticket,
  seq bigint,
  key text not null constraint parcel_out_key unique,
  parcel jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'delivered', 'read', 'failed')),
  tries int not null default 0,
  due timestamptz not null default now(),
  error text not null default '',
  at timestamptz not null default now(),
  sent_at timestamptz,
  settled_at timestamptz
);
create index parcel_out_queued on parcel_out (chat_id, id) where state = 'queued';
create index parcel_out_ticket on parcel_out (ticket_id, seq) where ticket_id is not null;
create table parcel_word (
  chat_id bigint not null references chat,
  message text not null,
  parcel_id bigint not null references parcel_out,
  primary key (chat_id, message)
);
create index parcel_word_parcel on parcel_word (parcel_id);

-- One-time links that bind a chat to a signed-in customer. The token is only in the link; here is its digest.
create table link_token (
  digest bytea primary key,
  connection_id bigint not null references connection,
  customer_id bigint not null references customer,
  ticket_id bigint references ticket,
  expires_at timestamptz not null,
  used_at timestamptz,
  at timestamptz not null default now()
);
create index link_token_old on link_token (expires_at);
