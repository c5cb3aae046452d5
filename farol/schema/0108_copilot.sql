-- before
-- Drafts made for an agent, with what each rests on, and what became of them: the label later drafts are judged by. made_by: the desk's
-- own words, or a model's that passed every check; why: why the model's words were not taken. changed: the share that was written anew.
create table copilot_draft (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  staff_id bigint not null references staff,
  upto_seq bigint not null,
  reason text,
  language text not null,
  body text not null,
  made_by text not null check (made_by in ('desk', 'model')),
  why text not null default '',
  macro_id bigint references macro,
  sources jsonb not null,
  at timestamptz not null default now(),
  used_at timestamptz,
  outcome text check (outcome in ('sent', 'edited', 'dropped')),
  changed real check (changed between 0 and 1),
  message_seq bigint,
  settled_at timestamptz
);
create index copilot_draft_open on copilot_draft (ticket_id, staff_id, id desc) where outcome is null;
create index copilot_draft_label on copilot_draft (settled_at) where outcome is not null;

-- Public words of staff that did not go out, and why. words: those that were the reason, masked by the shield.
create table guard_stop (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff,
  ticket_id bigint references ticket,
  problem text not null,
  words text not null,
  at timestamptz not null default now()
);
create index guard_stop_staff on guard_stop (staff_id, at desc);
create index guard_stop_ticket on guard_stop (ticket_id) where ticket_id is not null;
