-- before
-- Teams. reasons: beginnings of reason codes it answers for, '' for all; languages: of its tickets, none means any.
-- slots: what one agent carries at once; bounce_s: an offer nobody looks at goes back; return_s: work of somebody who is
-- away that long goes back; fallback_s: after waiting this long for a language nobody on shift has, English will do.
create table team (
  id bigint generated always as identity primary key,
  key text not null unique,
  zh text not null,
  en text not null,
  reasons text[] not null,
  languages text[] not null default '{}',
  slots int not null default 3 check (slots between 1 and 20),
  bounce_s int not null default 30 check (bounce_s between 1 and 3600),
  return_s int not null default 120 check (return_s between 0 and 86400),
  fallback_s int not null default 60 check (fallback_s between 0 and 86400),
  at timestamptz not null default now()
);
create table team_member (
  team_id bigint not null references team,
  staff_id bigint not null references staff,
  at timestamptz not null default now(),
  set_by text not null,
  primary key (team_id, staff_id)
);
create index team_member_staff on team_member (staff_id);

-- What somebody can answer. topic: the beginning of a reason code, '' for all. level: 1 learning, 2 able, 3 expert.
create table skill (
  staff_id bigint not null references staff,
  language text not null,
  topic text not null default '',
  level int not null check (level between 1 and 3),
  at timestamptz not null default now(),
  set_by text not null,
  primary key (staff_id, language, topic)
);

-- Where each agent is now; how it came about is in the log. seen_at: a screen was last connected.
-- idle_since: no work was given since. bounces: offers in a row that were not looked at. was: the state before their
-- screen was lost, which they get back when it soon returns.
create table agent_state (
  staff_id bigint primary key references staff,
  state text not null check (state in ('available', 'busy', 'away', 'offline')),
  since timestamptz not null,
  set_by text not null,
  note text not null default '',
  seen_at timestamptz not null,
  idle_since timestamptz not null,
  bounces int not null default 0,
  was text
);

-- A ticket's wait in a team's queue, kept when it is over. entered_at: since when the customer waits; rank_at: the same
-- less the credit of their tier, which orders a severity; at: since when in this queue. not_before: the customer asked for later.
-- usually_s, slowest_s: the model's own estimate on entry, before correction, to learn from.
-- done_at: when who took it had a free slot again.
create table queue_entry (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  team_id bigint not null references team,
  severity text not null,
  language text not null,
  reason text not null default '',
  slots int not null,
  at timestamptz not null,
  entered_at timestamptz not null,
  rank_at timestamptz not null,
  not_before timestamptz,
  usually_s real,
  slowest_s real,
  left_at timestamptz,
  outcome text check (outcome in ('taken', 'answered', 'left')),
  staff_id bigint references staff,
  done_at timestamptz,
  check ((left_at is null) = (outcome is null))
);
create unique index queue_entry_open on queue_entry (ticket_id) where left_at is null;
create index queue_entry_line on queue_entry (team_id, severity, rank_at, ticket_id) where left_at is null;
create index queue_entry_left on queue_entry (team_id, left_at) where left_at is not null;
create index queue_entry_at on queue_entry (at);
create index queue_entry_ticket on queue_entry (ticket_id);
create index queue_entry_held on queue_entry (ticket_id) where outcome = 'taken' and done_at is null;

-- A ticket put before one agent. outcome: taken, bounced (not looked at in time), returned (given back), withdrawn.
create table offer (
  id bigint generated always as identity primary key,
  entry_id bigint not null references queue_entry,
  staff_id bigint not null references staff,
  offered_at timestamptz not null,
  deadline timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('taken', 'bounced', 'returned', 'withdrawn')),
  check ((ended_at is null) = (outcome is null))
);
create unique index offer_open on offer (entry_id) where ended_at is null;
create index offer_staff on offer (staff_id) where ended_at is null;
create index offer_due on offer (deadline) where ended_at is null;
create index offer_entry on offer (entry_id);

-- "Keep my place and tell me": until somebody takes the ticket.
create table callback (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  how text not null check (how in ('mail')),
  wanted_at timestamptz,
  asked_at timestamptz not null,
  asked_by text not null,
  done_at timestamptz
);
create unique index callback_open on callback (ticket_id) where done_at is null;

-- What a team's past says of its waits, of each severity and ('') of all; written again every minute.
-- usually_x, slowest_x: corrections of the model; answered: the waits they were learned from.
create table team_figure (
  team_id bigint not null references team,
  severity text not null,
  handling_s real not null,
  patience_s real not null,
  usually_x real not null,
  slowest_x real not null,
  answered int not null,
  at timestamptz not null,
  primary key (team_id, severity)
);
