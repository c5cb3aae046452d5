-- before
-- Ladders: who must look next when nobody does. reasons: beginnings of reason codes; severities, tiers (their first word),
-- teams (keys): empty lists fit every ticket. on_breach: a service level that was missed starts it.
-- steps: [{"owner": {"kind", "key"}, "wait_s", "assign", "severity", "thread"}], in their order.
create table ladder (
  id bigint generated always as identity primary key,
  name text not null,
  reasons text[] not null default '{}',
  severities text[] not null default '{}',
  tiers text[] not null default '{}',
  teams text[] not null default '{}',
  on_breach boolean not null default false,
  steps jsonb not null,
  at timestamptz not null default now(),
  set_by text not null,
  removed_at timestamptz
);
create unique index ladder_name on ladder (lower(name)) where removed_at is null;

-- A ticket on a ladder. cause: asked by a person, a clock that breached, or a promise that was broken, which is a review.
-- steps: the ladder's as they were when it began. due_at: the next step comes unless somebody acknowledges before.
create table escalation (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  cause text not null check (cause in ('asked', 'breach', 'promise')),
  promise_id bigint unique references sla_promise,
  ladder_id bigint references ladder,
  name text not null,
  steps jsonb not null,
  why text not null,
  ask text not null,
  started_at timestamptz not null,
  started_by text not null,
  step int not null,
  due_at timestamptz,
  thread_id bigint,
  ended_at timestamptz,
  ended_by text,
  outcome text,
  words text,
  check ((ended_at is null) = (outcome is null)),
  check (ended_at is null or due_at is null)
);
create unique index escalation_open on escalation (ticket_id) where ended_at is null and cause <> 'promise';
create index escalation_ticket on escalation (ticket_id, id);
create index escalation_due on escalation (due_at) where due_at is not null;
create index escalation_started_by on escalation (started_by) where ended_at is null;

-- Who had an escalation from when until when: an open one has exactly one open hold, and each begins where the one before ended.
-- why: what ended it: unanswered, handed_back, taken, gone, ended. words: theirs.
create table escalation_hold (
  id bigint generated always as identity primary key,
  escalation_id bigint not null references escalation,
  step int not null,
  staff_id bigint not null references staff,
  since timestamptz not null,
  acknowledged_at timestamptz,
  until timestamptz,
  why text,
  words text,
  check ((until is null) = (why is null))
);
create unique index escalation_hold_open on escalation_hold (escalation_id) where until is null;
create index escalation_hold_of on escalation_hold (escalation_id, id);
create index escalation_hold_staff on escalation_hold (staff_id) where until is null;

-- Talks beside a ticket. kind: swarm (experts are asked), side (another department), whisper (a lead to the agent, nobody else).
-- about: the agent a whisper is with. seq: of its stream, and of its messages.
create table thread (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  kind text not null check (kind in ('swarm', 'side', 'whisper')),
  title text not null,
  about bigint references staff,
  seq bigint not null default 0,
  last_seq bigint not null default 0,
  opened_at timestamptz not null default now(),
  opened_by bigint not null references staff,
  opening_id uuid not null,
  said_at timestamptz,
  closed_at timestamptz,
  closed_by bigint references staff,
  unique (ticket_id, opening_id),
  check ((closed_at is null) = (closed_by is null)),
  check ((kind = 'whisper') = (about is not null))
);
create unique index thread_whisper on thread (ticket_id, about) where kind = 'whisper' and closed_at is null;
create index thread_ticket on thread (ticket_id, id);
alter table escalation add foreign key (thread_id) references thread;

-- Who takes part: people, or all of a team.
create table thread_member (
  id bigint generated always as identity primary key,
  thread_id bigint not null references thread,
  staff_id bigint references staff,
  team_id bigint references team,
  at timestamptz not null default now(),
  set_by text not null,
  check (num_nonnulls(staff_id, team_id) = 1)
);
create unique index thread_member_staff on thread_member (staff_id, thread_id) where staff_id is not null;
create unique index thread_member_team on thread_member (team_id, thread_id) where team_id is not null;
create index thread_member_thread on thread_member (thread_id);
create table thread_message (
  thread_id bigint not null references thread,
  seq bigint not null,
  client_id uuid not null,
  author_id bigint not null references staff,
  body text not null,
  removed text[] not null default '{}',
  at timestamptz not null default now(),
  primary key (thread_id, seq),
  constraint thread_message_client unique (thread_id, client_id)
);
create table thread_mark (
  thread_id bigint not null references thread,
  staff_id bigint not null references staff,
  seq bigint not null,
  at timestamptz not null default now(),
  primary key (thread_id, staff_id)
);

-- An agent asks for a lead without leaving the conversation.
create table hand (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  staff_id bigint not null references staff,
  words text not null default '',
  raised_at timestamptz not null default now(),
  lowered_at timestamptz,
  lowered_by bigint references staff
);
create unique index hand_raised on hand (ticket_id, staff_id) where lowered_at is null;
create index hand_up on hand (raised_at) where lowered_at is null;

-- A ticket handed to somebody with what they must know. Until it is accepted, from_id has the ticket.
create table transfer (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  from_id bigint not null references staff,
  to_staff bigint references staff,
  to_team bigint references team,
  summary text not null,
  at timestamptz not null default now(),
  outcome text check (outcome in ('accepted', 'returned', 'withdrawn')),
  answered_at timestamptz,
  answered_by bigint references staff,
  why text not null default '',
  check (num_nonnulls(to_staff, to_team) = 1),
  check ((answered_at is null) = (outcome is null))
);
create unique index transfer_open on transfer (ticket_id) where answered_at is null;
create index transfer_ticket on transfer (ticket_id, id);
create index transfer_to_staff on transfer (to_staff) where answered_at is null;
create index transfer_to_team on transfer (to_team) where answered_at is null;

-- "Did the fix hold?": a day on which somebody looks again. staff_id: whose task it became when the day came.
create table recheck (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  due_at timestamptz not null,
  words text not null default '',
  set_by bigint not null references staff,
  at timestamptz not null default now(),
  staff_id bigint references staff,
  told_at timestamptz,
  done_at timestamptz,
  done_by bigint references staff,
  outcome text check (outcome in ('held', 'came_back', 'unknown', 'dropped')),
  check ((done_at is null) = (outcome is null)),
  check ((told_at is null) = (staff_id is null))
);
create unique index recheck_open on recheck (ticket_id) where done_at is null;
create index recheck_ticket on recheck (ticket_id, id);
create index recheck_due on recheck (due_at) where told_at is null and done_at is null;
create index recheck_staff on recheck (staff_id) where done_at is null;
