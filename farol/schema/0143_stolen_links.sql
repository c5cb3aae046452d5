-- before
-- Links that /stolen gives in a chat: they name the chat, never prove an account. customer_id: whose the chat was when it was given, if it was bound;
-- then a code can go to that account's own contacts without typing them. used_at: a code was sent by it. answered_at: the chat was told of the freeze.
create table stolen_link (
  digest bytea primary key,
  chat_id bigint not null references chat,
  customer_id bigint references customer,
  expires_at timestamptz not null,
  used_at timestamptz,
  answered_at timestamptz,
  at timestamptz not null default now()
);
create index stolen_link_old on stolen_link (expires_at);
