-- before
-- Calls. caller: the other side's number in normal form, empty for who holds it back; it proves nothing. sid: the provider's id of the customer's
-- leg, null while a call back was not made. step: number of our last question; tries: wrong keys in a row. lane: what the caller chose;
-- wish: what they want on leaving the line. about_id: the ticket they named, without proof. customer_id: whose the ticket is, a visitor's until a
-- code proved more (proven_at). hint_id: the customer with this number on record. rank_at: since when they wait, less what their tier gives.
create table phone_call (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connection,
  sid text unique check (length(sid) <= 64),
  direction text not null check (direction in ('in', 'out')),
  caller text not null check (length(caller) <= 20),
  language text not null,
  state text not null check (state in ('menu', 'waiting', 'ringing', 'bringing', 'talking', 'held', 'voicemail', 'ended')),
  step int not null default 0,
  tries int not null default 0,
  lane text not null default '' check (lane in ('', 'emergency', 'ticket', 'new', 'person', 'callback')),
  wish text not null default '' check (wish in ('', 'callback', 'voicemail')),
  severity text not null default 'P3' check (severity in ('P0', 'P1', 'P2', 'P3', 'P4')),
  ticket_id bigint references ticket,
  about_id bigint references ticket,
  customer_id bigint references customer,
  hint_id bigint references customer,
  proven_at timestamptz,
  consent boolean,
  began_at timestamptz not null,
  rank_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('talked', 'voicemail', 'callback', 'abandoned', 'missed', 'refused', 'unreached', 'alarm')),
  staff_id bigint references staff,
  conference text not null default '',
  parent_id bigint references phone_call,
  offered_to bigint references staff,
  offered_until timestamptz,
  tried_out int not null default 0,
  not_before timestamptz,
  seconds int check (seconds >= 0),
  asked text not null default '' check (length(asked) <= 64),
  check ((ended_at is null) = (outcome is null))
);
create index phone_call_live on phone_call (severity, rank_at, id) where ended_at is null;
create index phone_call_caller on phone_call (caller, began_at desc);
create index phone_call_ticket on phone_call (ticket_id, id);
create index phone_call_about on phone_call (about_id) where about_id is not null;
create index phone_call_customer on phone_call (customer_id) where customer_id is not null;
create index phone_call_hint on phone_call (hint_id) where hint_id is not null;
create index phone_call_parent on phone_call (parent_id) where parent_id is not null;
create index phone_call_log on phone_call (connection_id, id desc);
create index phone_call_staff on phone_call (staff_id, id desc) where staff_id is not null;

-- Every webhook, kept before it is answered. key: what makes it the same as one before; answer: what was said, and is said again.
create table phone_hook (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connection,
  call_sid text not null check (length(call_sid) <= 64),
  key text not null check (length(key) <= 200),
  given jsonb not null,
  answer bytea not null,
  at timestamptz not null default now(),
  constraint phone_hook_once unique (connection_id, call_sid, key)
);
create index phone_hook_at on phone_hook (at);

-- A colleague's own phone, called for a call or to prove that it is theirs (verify).
create table phone_leg (
  id bigint generated always as identity primary key,
  call_id bigint references phone_call,
  connection_id bigint not null references connection,
  staff_id bigint not null references staff,
  purpose text not null check (purpose in ('answer', 'transfer', 'verify')),
  sid text unique check (length(sid) <= 64),
  state text not null check (state in ('dialling', 'joined', 'ended', 'failed')),
  began_at timestamptz not null,
  joined_at timestamptz,
  ended_at timestamptz
);
create index phone_leg_call on phone_leg (call_id);
create index phone_leg_staff on phone_leg (staff_id) where state in ('dialling', 'joined');

-- Where a colleague is called. verified_at: null until they typed the code that was read out there.
create table phone_own (
  staff_id bigint primary key references staff,
  number text not null check (length(number) between 8 and 20),
  set_at timestamptz not null,
  wrong int not null default 0,
  verified_at timestamptz
);

-- Recordings with consent and voicemails: at the provider until kept here. sha256: of the bytes that came.
create table phone_recording (
  id bigint generated always as identity primary key,
  call_id bigint not null references phone_call,
  sid text not null unique check (length(sid) <= 64),
  kind text not null check (kind in ('talk', 'voicemail')),
  seconds int not null default 0,
  state text not null check (state in ('waiting', 'kept', 'absent', 'failed')),
  file_id uuid references file,
  sha256 bytea,
  tries int not null default 0,
  at timestamptz not null,
  kept_at timestamptz,
  deleted_at timestamptz
);
create index phone_recording_call on phone_recording (call_id);
create index phone_recording_file on phone_recording (file_id) where file_id is not null;

-- A signed-in customer asked for a code to read out. The code follows from our key and issued_at, and is kept nowhere. session: where it is shown.
create table phone_code (
  customer_id bigint primary key references customer,
  session bytea not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  wrong int not null default 0,
  used_at timestamptz
);

-- Webhooks that were turned away, by day and reason.
create table phone_refused (
  day date not null,
  reason text not null,
  n bigint not null,
  primary key (day, reason)
);

create index customer_phone_digits on customer ((regexp_replace(phone, '[^0-9+]', '', 'g'))) where phone <> '';
