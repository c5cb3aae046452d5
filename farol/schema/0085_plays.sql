-- before
-- What the desk says by itself when something happens at the exchange. A row here only where somebody changed what ships with the
-- product: on or off, and the words in both languages, empty for those that ship.
create table play_setting (
  play text primary key,
  active boolean not null,
  words_zh text not null default '',
  words_en text not null default '',
  changed_by bigint not null references staff,
  changed_at timestamptz not null default now()
);

-- A message to one customer about one event. It is no ticket: no queue, list, clock or figure knows of it until its customer answers, and
-- ticket_id is the ticket that this opened, answer_id what the customer's first words called themselves. title_*, words_*: what was said. why: for what reason it was not said.
create table play_message (
  id bigint generated always as identity primary key,
  play text not null,
  topic text not null,
  uid text not null check (length(uid) between 1 and 64),
  core_id text not null,
  entity_kind text not null,
  entity_id text not null,
  data jsonb not null,
  happened_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'said', 'dropped')),
  why text not null default '',
  due_at timestamptz not null,
  title_zh text not null default '',
  title_en text not null default '',
  words_zh text not null default '',
  words_en text not null default '',
  said_at timestamptz,
  seen_at timestamptz,
  mailed_at timestamptz,
  ticket_id bigint unique references ticket,
  answer_id uuid,
  answered_at timestamptz,
  at timestamptz not null default now(),
  constraint play_once unique (play, uid, core_id)
);
create index play_message_said on play_message (uid, said_at desc) where state = 'said';
create index play_message_play on play_message (play, at desc);
create index play_message_waiting on play_message (due_at) where state = 'waiting';

-- Who does not want to be told by us of a topic; an empty topic: of none.
create table play_optout (
  uid text not null,
  topic text not null,
  way text not null check (way in ('page', 'mail')),
  at timestamptz not null default now(),
  primary key (uid, topic)
);

-- To find everybody whose deposit or withdrawal is on its way when a network stops.
create index core_event_coin on core_event ((data->>'coin'), (data->>'network')) where entity_kind in ('deposit', 'withdrawal');
