-- before
-- The exchange's own signed link in a mail proves the mailbox, like a code does.
alter table identity_challenge drop constraint identity_challenge_method_check;
alter table identity_challenge add constraint identity_challenge_method_check check (method in
  ('passkey', 'totp', 'app_confirm', 'email_code', 'sms_code', 'contact_code', 'two_way_code', 'mail_link'));

-- Who is rung, in this order, until a person takes the case. owner: a role, a team by its key, or a person by id.
create table emergency_ring_group (
  position int primary key check (position between 1 and 9),
  zh text not null,
  en text not null,
  owner_kind text not null check (owner_kind in ('role', 'team', 'person')),
  owner_key text not null,
  wait_s int not null check (wait_s between 15 and 600),
  set_by text not null,
  at timestamptz not null default now()
);

-- Something that cannot wait, on its ticket. cause: what raised it. position: of the group that is rung, round: how often all were;
-- ring_due: when the next group comes, null once a person has it. update_due: until when the customer hears from a person.
-- answers: what the customer said to the five questions. drill: nothing of it is real.
create table emergency (
  id bigint generated always as identity primary key,
  ticket_id bigint not null unique references ticket,
  customer_id bigint not null references customer,
  kind text not null check (kind in ('stolen', 'risk')),
  drill boolean not null default false,
  cause text not null check (cause in ('words', 'denial', 'freeze', 'staff', 'drill')),
  at timestamptz not null,
  position int not null default 0,
  round int not null default 1,
  ring_due timestamptz,
  taken_by bigint references staff,
  taken_at timestamptz,
  update_due timestamptz,
  told_at timestamptz,
  country text not null default '',
  answers jsonb,
  answered_at timestamptz,
  ended_at timestamptz,
  ended_by bigint references staff,
  outcome text,
  check ((taken_by is null) = (taken_at is null)),
  check ((ended_at is null) = (outcome is null))
);
create index emergency_ring_due on emergency (ring_due) where ring_due is not null;
create index emergency_update_due on emergency (update_due) where update_due is not null;
create index emergency_open on emergency (id) where ended_at is null;
create index emergency_customer on emergency (customer_id, id desc);

-- Who was rung when.
create table emergency_ring (
  id bigint generated always as identity primary key,
  emergency_id bigint not null references emergency,
  round int not null,
  position int not null,
  staff_id bigint not null references staff,
  at timestamptz not null,
  unique (emergency_id, round, position, staff_id)
);

-- The customer froze the account. proof: of control; outside: without a session at the exchange. session: the one it was asked in, which
-- goes on. state: asked (being sent), waiting (the exchange does not answer), frozen, refused. until: a mailbox alone freezes for a day.
create table emergency_freeze (
  id bigint generated always as identity primary key,
  emergency_id bigint not null unique references emergency,
  uid text not null check (length(uid) between 1 and 64),
  proof text not null check (proof in ('mail_link', 'email_code', 'sms_code', 'session')),
  outside boolean not null,
  session bytea not null,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'waiting', 'frozen', 'refused')),
  why text not null default '',
  frozen_at timestamptz,
  until timestamptz,
  confirmed_at timestamptz,
  lifted_at timestamptz,
  lifted_why text,
  check ((frozen_at is not null) = (state = 'frozen')),
  check ((lifted_at is null) = (lifted_why is null))
);
create index emergency_freeze_uid on emergency_freeze (uid, asked_at desc);

-- A browser that proved control: it may look at the case and write in it, without an account of its own. digest: of its secret.
create table emergency_seat (
  digest bytea primary key,
  emergency_id bigint not null references emergency,
  proof text not null,
  at timestamptz not null,
  expires_at timestamptz not null
);
create index emergency_seat_case on emergency_seat (emergency_id);

-- What stood at the exchange at that moment, as one JSON text and its SHA-256. It never changes.
create table emergency_snapshot (
  emergency_id bigint primary key references emergency,
  at timestamptz not null,
  body bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$')
);
create function emergency_snapshot_stays() returns trigger language plpgsql as $$
begin raise exception 'a sealed snapshot never changes'; end $$;
create trigger emergency_snapshot_stays before update on emergency_snapshot for each row execute function emergency_snapshot_stays();

-- Where coins went that left before the freeze. class: whose the address is, by the exchange's word.
create table emergency_outgoing (
  emergency_id bigint not null references emergency,
  withdrawal_id text not null,
  coin text not null,
  network text not null,
  amount text not null,
  txid text not null,
  address text not null,
  state text not null,
  left_at timestamptz,
  class text not null check (class in ('internal', 'own', 'external', 'unknown')),
  risk text not null,
  classed_at timestamptz not null,
  primary key (emergency_id, withdrawal_id)
);

-- What of the checklist is done, and who said so.
create table emergency_step (
  emergency_id bigint not null references emergency,
  key text not null,
  at timestamptz not null,
  done_by text not null,
  primary key (emergency_id, key)
);

-- The incident pack: a PDF and a JSON text with their SHA-256. code: what anybody may verify it by. It never changes; a later one has the next number.
create table emergency_pack (
  id bigint generated always as identity primary key,
  emergency_id bigint not null references emergency,
  n int not null,
  code text not null unique,
  at timestamptz not null,
  lang text not null,
  pdf bytea not null,
  pdf_sha256 text not null,
  json bytea not null,
  json_sha256 text not null,
  made_by text not null,
  unique (emergency_id, n)
);
create function emergency_pack_stays() returns trigger language plpgsql as $$
begin raise exception 'an incident pack never changes'; end $$;
create trigger emergency_pack_stays before update on emergency_pack for each row execute function emergency_pack_stays();

-- Somebody asks that the account is unfrozen: everybody reachable is told, and whoever holds the link, which our key makes, stops it until it is sent.
create table emergency_thaw (
  proposal_id bigint primary key references proposal,
  ticket_id bigint not null references ticket,
  customer_id bigint not null references customer,
  asked_by text not null,
  at timestamptz not null,
  not_before timestamptz not null,
  told int not null default 0,
  stopped_at timestamptz,
  stopped_why text
);
create index emergency_thaw_ticket on emergency_thaw (ticket_id);

-- A press with a mail's link while the exchange does not answer: the link, sealed, is tried until it is judged. digest: of the browser's secret.
create table emergency_wish (
  digest bytea primary key,
  box bytea not null,
  lang text not null,
  at timestamptz not null,
  tries int not null default 0,
  state text not null default 'kept' check (state in ('kept', 'done', 'void'))
);
create index emergency_wish_kept on emergency_wish (at) where state = 'kept';
