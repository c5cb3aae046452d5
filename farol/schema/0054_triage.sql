-- before
-- Rules of the desk, in the order of ``place``. triggers: what makes them look; conditions, effects: as the features of those names
-- read them. set_by: who last changed it.
create table desk_rule (
  id bigint generated always as identity primary key,
  place int not null,
  active boolean not null default false,
  version int not null default 1,
  zh text not null,
  en text not null,
  triggers text[] not null,
  conditions jsonb not null,
  effects jsonb not null,
  at timestamptz not null default now(),
  set_by text not null,
  removed_at timestamptz
);
create index desk_rule_place on desk_rule (place, id) where removed_at is null;
create table desk_rule_version (
  rule_id bigint not null references desk_rule,
  version int not null,
  content jsonb not null,
  at timestamptz not null default now(),
  set_by text not null,
  primary key (rule_id, version)
);

-- What the rules did about one event of a ticket. root_seq: the event that began it all; depth: how many rules led here.
create table rule_run (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  seq bigint not null,
  trigger text not null,
  root_seq bigint not null,
  depth int not null,
  stopped boolean not null default false,
  results jsonb not null,
  at timestamptz not null default now()
);
create index rule_run_ticket on rule_run (ticket_id, id desc);
create index rule_run_at on rule_run (at);
-- Events that rules made, so that what they set off is known as theirs.
create table rule_cause (
  ticket_id bigint not null references ticket,
  seq bigint not null,
  root_seq bigint not null,
  depth int not null,
  rules bigint[] not null,
  at timestamptz not null default now(),
  primary key (ticket_id, seq)
);
create index rule_cause_at on rule_cause (at);
-- A rule about time acts once on a ticket until somebody says something in it again.
create table rule_timed (
  rule_id bigint not null references desk_rule,
  ticket_id bigint not null references ticket,
  last_public_seq bigint not null,
  at timestamptz not null default now(),
  primary key (rule_id, ticket_id, last_public_seq)
);
create index rule_timed_at on rule_timed (at);

-- Replies with what is done besides. scope: me (owner_id), team (team_id) or all. shortcut: typed after the slash.
create table macro (
  id bigint generated always as identity primary key,
  scope text not null check (scope in ('me', 'team', 'all')),
  owner_id bigint references staff,
  team_id bigint references team,
  name_zh text not null,
  name_en text not null,
  shortcut text not null default '',
  zh text not null default '',
  en text not null default '',
  effects jsonb not null default '[]',
  version int not null default 1,
  uses bigint not null default 0,
  used_at timestamptz,
  at timestamptz not null default now(),
  set_by text not null,
  removed_at timestamptz,
  check ((scope = 'me') = (owner_id is not null) and (scope = 'team') = (team_id is not null))
);
create index macro_owner on macro (owner_id) where removed_at is null and owner_id is not null;
create unique index macro_shortcut on macro (shortcut, scope, coalesce(owner_id, 0), coalesce(team_id, 0)) where removed_at is null and shortcut <> '';
create table macro_version (
  macro_id bigint not null references macro,
  version int not null,
  content jsonb not null,
  at timestamptz not null default now(),
  set_by text not null,
  primary key (macro_id, version)
);
-- What happens with the next public words of this member of staff in this ticket. promise_by: the time they were shown.
create table macro_plan (
  ticket_id bigint not null references ticket,
  staff_id bigint not null references staff,
  macro_id bigint not null references macro,
  version int not null,
  effects jsonb not null,
  promise_by timestamptz,
  at timestamptz not null default now(),
  primary key (ticket_id, staff_id)
);

-- Who ticked a step of a procedure, and who opened it again. reason: the ticket's when it was ticked.
create table checklist_tick (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  step text not null,
  reason text not null,
  ticked_by bigint not null references staff,
  ticked_at timestamptz not null default now(),
  reopened_by bigint references staff,
  reopened_at timestamptz,
  check ((reopened_by is null) = (reopened_at is null))
);
create unique index checklist_tick_open on checklist_tick (ticket_id, step) where reopened_at is null;
create index checklist_tick_ticket on checklist_tick (ticket_id, id);

-- Whether and how the desk says that a ticket has arrived. One row, or none while it was never set.
create table acknowledgement_text (
  here boolean primary key default true check (here),
  active boolean not null,
  zh text not null,
  en text not null,
  version int not null default 1,
  at timestamptz not null default now(),
  set_by text not null
);
-- One row a ticket: whether its customer was told that it arrived, and if not, why not. address: the customer's mail address.
create table acknowledgement (
  ticket_id bigint primary key references ticket,
  customer_id bigint not null references customer,
  address text not null,
  outcome text not null check (outcome in ('sent', 'recent', 'answered')),
  at timestamptz not null default now()
);
create index acknowledgement_customer on acknowledgement (customer_id, at) where outcome = 'sent';
create index acknowledgement_address on acknowledgement (address, at) where outcome = 'sent' and address <> '';
