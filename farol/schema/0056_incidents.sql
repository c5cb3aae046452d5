-- before
-- One cause, many tickets. zh, en: the title; words_zh, words_en: what the banner says; internal: what staff need to know.
-- public: the banner is shown. scope: which tickets are cases of it.
create table incident (
  id bigint generated always as identity primary key,
  client_id uuid not null unique,
  zh text not null,
  en text not null,
  scope jsonb not null,
  severity text not null check (severity in ('P0', 'P1', 'P2', 'P3', 'P4')),
  state text not null check (state in ('investigating', 'identified', 'monitoring', 'resolved')),
  public boolean not null,
  words_zh text not null default '',
  words_en text not null default '',
  internal text not null default '',
  next_update_by timestamptz,
  declared_at timestamptz not null default now(),
  declared_by bigint not null references staff,
  resolved_at timestamptz,
  version int not null default 1
);
create index incident_open on incident (id) where state <> 'resolved';
create index incident_resolved on incident (resolved_at) where state = 'resolved';

-- What was said about it, in order; never changed.
create table incident_update (
  id bigint generated always as identity primary key,
  incident_id bigint not null references incident,
  at timestamptz not null default now(),
  by_id bigint not null references staff,
  public boolean not null,
  state text not null,
  zh text not null default '',
  en text not null default '',
  next_update_by timestamptz
);
create index incident_update_of on incident_update (incident_id, id);

-- A ticket's part in an incident. proposed: it may be a case, a person decides; detached: it is none, and stays so.
-- how: scan, opened (it came later), hand. tell: its customer hears when it is solved.
create table incident_ticket (
  incident_id bigint not null references incident,
  ticket_id bigint not null references ticket,
  state text not null check (state in ('proposed', 'attached', 'detached')),
  how text not null,
  set_by text not null,
  at timestamptz not null default now(),
  tell boolean not null default true,
  primary key (incident_id, ticket_id)
);
create index incident_ticket_state on incident_ticket (incident_id, state, ticket_id);
create index incident_ticket_of on incident_ticket (ticket_id) where state = 'attached';

-- How far the search for tickets has come. upto: the newest ticket when it began; later ones come by themselves.
create table incident_scan (
  incident_id bigint primary key references incident,
  version int not null,
  after_id bigint not null default 0,
  upto_id bigint not null,
  total int not null,
  seen int not null default 0,
  attached int not null default 0,
  proposed int not null default 0,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);

-- One text for all attached tickets. kind: answer, or resolution, which may resolve them too.
create table incident_answer (
  id bigint generated always as identity primary key,
  incident_id bigint not null references incident,
  client_id uuid not null unique,
  kind text not null check (kind in ('answer', 'resolution')),
  resolve boolean not null default false,
  zh text not null,
  en text not null,
  by_id bigint not null references staff,
  at timestamptz not null default now(),
  total int not null,
  finished_at timestamptz
);
create index incident_answer_of on incident_answer (incident_id, id);
-- outcome: sent, or why not: closed, refused.
create table incident_answer_ticket (
  answer_id bigint not null references incident_answer,
  ticket_id bigint not null references ticket,
  outcome text check (outcome in ('sent', 'closed', 'refused')),
  seq bigint,
  primary key (answer_id, ticket_id)
);
create index incident_answer_left on incident_answer_ticket (answer_id, ticket_id) where outcome is null;
create index incident_answer_message on incident_answer_ticket (ticket_id, seq);
create index ticket_unresolved on ticket (id) where status in ('open', 'pending');
create index ticket_opened_at on ticket (opened_at);

-- What new tickets are about, for counting: reason families, coins and networks named. at: when the ticket was opened.
create table surge_mention (
  ticket_id bigint not null references ticket,
  topic text not null,
  at timestamptz not null,
  primary key (ticket_id, topic)
);
create index surge_mention_at on surge_mention (at, topic);
-- Each topic against its usual, written anew by the watch. level: usual, rising, high.
create table surge_topic (
  topic text primary key,
  n int not null,
  usual real not null,
  spread real not null,
  samples int not null,
  factor real not null,
  level text not null check (level in ('usual', 'rising', 'high')),
  detail jsonb not null default '{}',
  since timestamptz not null,
  told_at timestamptz,
  at timestamptz not null
);
-- When the desk works differently because of too many contacts, and who said so.
create table surge_mode (
  id bigint generated always as identity primary key,
  reason text not null,
  slots int check (slots between 1 and 20),
  p4_later boolean not null,
  surveys_off boolean not null,
  callback_first boolean not null,
  started_at timestamptz not null,
  started_by bigint not null references staff,
  until timestamptz not null,
  ended_at timestamptz,
  ended_by bigint references staff
);
create unique index surge_mode_on on surge_mode ((true)) where ended_at is null;
-- What everybody carries at once, when that was turned by hand on the wall; no row: as each team has it.
create table surge_dial (
  one boolean primary key default true check (one),
  slots int not null check (slots between 1 and 20),
  set_at timestamptz not null,
  set_by bigint not null references staff
);

-- Watch-outs of leads for those who come on shift.
create table brief_watch (
  id bigint generated always as identity primary key,
  words text not null,
  at timestamptz not null,
  by_id bigint not null references staff,
  until timestamptz not null,
  ended_at timestamptz,
  ended_by bigint references staff
);
create index brief_watch_open on brief_watch (until) where ended_at is null;
-- What changed in how the desk works: kept from the log, so that a brief reads it by time.
create table brief_change (
  stream text not null,
  seq bigint not null,
  kind text not null,
  title text not null default '',
  actor text not null,
  at timestamptz not null,
  primary key (stream, seq)
);
create index brief_change_at on brief_change (at);
-- When somebody last read their brief; was: the time before, which "since your last shift" counts from.
create table brief_read (
  staff_id bigint primary key references staff,
  at timestamptz not null,
  was timestamptz
);
-- A ticket given on with what the next person needs. to_id: null for left in the queue.
create table brief_handover (
  id bigint generated always as identity primary key,
  client_id uuid not null unique,
  ticket_id bigint not null references ticket,
  from_id bigint not null references staff,
  to_id bigint references staff,
  words text not null,
  at timestamptz not null,
  read_at timestamptz
);
create index brief_handover_to on brief_handover (to_id, at);
-- The duty manager's log. Never changed: a correction names the entry it corrects.
create table brief_log (
  id bigint generated always as identity primary key,
  client_id uuid not null unique,
  shift text not null,
  words text not null,
  at timestamptz not null,
  by_id bigint not null references staff,
  corrects bigint references brief_log,
  incidents jsonb not null default '[]'
);
