-- before
-- Whether, where and how the assistant answers. Without a row it is off. languages: empty for all it has words in.
-- to_people: beginnings of reasons that go to a person at once. misses: answers that missed, after which a person goes on.
create table assistant_setting (
  here boolean primary key default true check (here),
  active boolean not null,
  channels text[] not null,
  languages text[] not null,
  to_people text[] not null,
  misses int not null check (misses between 1 and 5),
  version int not null default 1,
  set_by text not null,
  at timestamptz not null default now()
);

-- The assistant in one ticket. talking: it answers; handed: a person goes on, and why; quiet: it never says anything here.
-- flow: where a guided flow stands; slots: what the customer has told so far; offered: the choices of its last turn, by label.
create table assistant_case (
  ticket_id bigint primary key references ticket,
  state text not null default 'talking' check (state in ('talking', 'handed', 'quiet')),
  why text not null default '',
  reason text not null default '',
  language text not null default '',
  misses int not null default 0,
  asked int not null default 0,
  flow jsonb,
  slots jsonb not null default '{}',
  offered jsonb not null default '[]',
  summary jsonb,
  begun_at timestamptz not null default now(),
  handed_at timestamptz
);
create index assistant_case_handed on assistant_case (handed_at) where state = 'handed';

-- One turn: what the assistant did about one message of the customer, and every stage that led to it. No words of the customer stand here.
create table assistant_turn (
  ticket_id bigint not null references ticket,
  seq bigint not null,
  reply_seq bigint,
  kind text not null,
  reason text not null default '',
  language text not null default '',
  parts jsonb,
  stages jsonb not null default '[]',
  took_us int not null check (took_us >= 0),
  model text not null default '',
  at timestamptz not null default now(),
  primary key (ticket_id, seq)
);
create index assistant_turn_at on assistant_turn (at);
create index assistant_turn_reply on assistant_turn (ticket_id, reply_seq) where reply_seq is not null;
