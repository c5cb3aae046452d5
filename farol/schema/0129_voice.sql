-- before
-- Calls in a ticket. One that is not over per ticket. seen_*: when a side last asked for signals.
create table call (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  kind text not null check (kind in ('voice', 'video')),
  state text not null check (state in ('asked', 'invited', 'taken', 'live', 'ended')),
  why text not null default '',
  staff_id bigint references staff,
  recording boolean,
  consent_at timestamptz,
  recordings int not null default 0,
  asked_at timestamptz not null default now(),
  taken_at timestamptz,
  live_at timestamptz,
  ended_at timestamptz,
  seen_customer timestamptz not null,
  seen_staff timestamptz not null
);
create unique index call_of_ticket on call (ticket_id) where state <> 'ended';
create index call_ticket on call (ticket_id, id);
create index call_open on call (state) where state <> 'ended';
-- What the two browsers tell each other while they find a way; gone with the call.
create table call_signal (
  call_id bigint not null references call,
  seq int not null,
  side text not null check (side in ('customer', 'staff')),
  kind text not null,
  body text not null,
  primary key (call_id, seq)
);
