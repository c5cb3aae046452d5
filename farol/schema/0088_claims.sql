-- before
-- Who lost something by an incident may claim it. from_at, until_at: what counts; closes_at: until when one may claim.
create table claim_window (
  id bigint generated always as identity primary key,
  client_id uuid not null unique,
  incident_id bigint not null references incident,
  zh text not null,
  en text not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  closes_at timestamptz not null,
  by_id bigint not null references staff,
  at timestamptz not null default now()
);
create index claim_window_incident on claim_window (incident_id);

-- How a loss is worked out, as published. Versions are added and never changed; the newest holds.
create table claim_sheet (
  window_id bigint not null references claim_window,
  version int not null,
  sheet jsonb not null,
  words text not null,
  by_id bigint not null references staff,
  published_at timestamptz not null default now(),
  primary key (window_id, version)
);
create function claim_sheet_stays() returns trigger language plpgsql as $$ begin raise exception 'a published sheet stays'; end $$;
create trigger claim_sheet_stays before update on claim_sheet for each row execute function claim_sheet_stays();

-- One whole decision over many claims, by two people. sums and the like follow from its items.
create table claim_batch (
  id bigint generated always as identity primary key,
  window_id bigint not null references claim_window,
  version int not null,
  maker_id bigint not null references staff,
  words text not null,
  at timestamptz not null default now(),
  outcome text not null default 'open' check (outcome in ('open', 'agreed', 'refused')),
  checker_id bigint references staff,
  checker_words text not null default '',
  decided_at timestamptz,
  check (checker_id is null or checker_id <> maker_id),
  check ((outcome = 'open') = (decided_at is null))
);
create unique index claim_batch_open on claim_batch (window_id) where outcome = 'open';

-- One claim for an account. logs: what the exchange's logs hold of the window; excluded: lines that the sheet leaves out, by which of its
-- exclusions; lines: each with its arithmetic; amount: what follows. why: code of what stands against paying.
create table claim (
  id bigint generated always as identity primary key,
  window_id bigint not null references claim_window,
  customer_id bigint not null references customer,
  uid text not null,
  ticket_id bigint not null references ticket,
  words text not null,
  state text not null default 'claimed' check (state in ('claimed', 'assessed', 'batched', 'agreed', 'paying', 'paid', 'refused')),
  logs jsonb,
  excluded jsonb not null default '{}',
  version int,
  lines jsonb not null default '[]',
  amount numeric not null default 0,
  whole numeric not null default 0,
  batch_id bigint references claim_batch,
  proposal_id bigint references proposal,
  why text not null default '',
  at timestamptz not null default now(),
  decided_at timestamptz,
  paid_at timestamptz,
  constraint claim_once unique (window_id, uid)
);
create index claim_state on claim (window_id, state, id);
create index claim_logless on claim (id) where state = 'claimed';
create index claim_batch_of on claim (batch_id) where batch_id is not null;
create index claim_customer on claim (customer_id, id desc);
create index claim_proposal on claim (proposal_id) where proposal_id is not null;

-- Once more, before somebody who did not decide. extra: what is paid beside.
create table claim_appeal (
  claim_id bigint primary key references claim,
  words text not null,
  at timestamptz not null default now(),
  due_at timestamptz not null,
  outcome text not null default 'open' check (outcome in ('open', 'granted', 'upheld')),
  extra numeric not null default 0,
  by_id bigint references staff,
  by_words text not null default '',
  decided_at timestamptz,
  proposal_id bigint references proposal,
  check ((outcome = 'open') = (decided_at is null))
);
create index claim_appeal_due on claim_appeal (due_at) where outcome = 'open';
create index claim_appeal_proposal on claim_appeal (proposal_id) where proposal_id is not null;
