-- before
-- Actions on accounts. by_*: who proposed, as they were then; uid: whose account; usd: worth of what moves value, null where unknown;
-- lease: a process is sending it until then; ordered: what was first sent, and is sent again byte for byte; receipt: the exchange's answer.
create table proposal (
  id bigint generated always as identity primary key,
  client_id uuid not null,
  type text not null,
  uid text not null check (length(uid) between 1 and 64),
  ticket_id bigint references ticket,
  customer_id bigint not null references customer,
  params jsonb not null,
  reason_code text not null,
  words text not null,
  legal_basis text not null,
  consent jsonb,
  expected_version text not null,
  purse text not null,
  usd numeric,
  by_kind text not null check (by_kind in ('staff', 'customer')),
  by_id bigint not null,
  by_role text not null,
  by_session bytea not null,
  by_ips text[] not null,
  by_teams bigint[] not null,
  level smallint not null,
  state text not null check (state in
    ('proposed', 'approved', 'unproven', 'waiting', 'accepted', 'executed', 'failed', 'rejected', 'refused', 'withdrawn', 'expired')),
  why text not null default '',
  at timestamptz not null default now(),
  expires_at timestamptz not null,
  tries int not null default 0,
  lease timestamptz,
  ordered jsonb,
  action_id text,
  receipt jsonb,
  settled_at timestamptz,
  constraint proposal_once unique (by_kind, by_id, client_id),
  check ((state in ('proposed', 'approved', 'unproven', 'waiting', 'accepted')) = (settled_at is null))
);
create index proposal_ticket on proposal (ticket_id, id desc) where ticket_id is not null;
create index proposal_open on proposal (expires_at) where settled_at is null;
create index proposal_settled on proposal (settled_at desc) where settled_at is not null;
create index proposal_purse on proposal (purse, at) where purse <> '';
create index proposal_action on proposal (action_id) where action_id is not null;

create table proposal_vote (
  proposal_id bigint not null references proposal,
  staff_id bigint not null references staff,
  role text not null,
  verdict text not null check (verdict in ('approve', 'refuse')),
  words text not null,
  session bytea not null,
  ips text[] not null,
  teams bigint[] not null,
  at timestamptz not null default now(),
  primary key (proposal_id, staff_id)
);
create index proposal_vote_staff on proposal_vote (staff_id, at desc);
