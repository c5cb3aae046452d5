-- before
-- Rules of the recovery desk, a whole set at a time, and never changed: the newest holds. words: why it was changed.
create table recovery_rules (
  version int primary key,
  rules jsonb not null,
  tiers jsonb not null,
  words text not null,
  by_id bigint not null references staff,
  at timestamptz not null default now()
);

-- A deposit that went wrong and whose owner asks for it. kind: the mistake; usd: its worth, null where unknown; why: code of what stands
-- against it or of what is waited for; risk: it stands in somebody else's account, and only security and compliance decide.
-- quote: what it costs, brings and takes, with the rule it follows from. attempt: how often it was proposed.
create table recovery (
  id bigint generated always as identity primary key,
  client_id uuid not null,
  ticket_id bigint not null references ticket,
  customer_id bigint not null references customer,
  uid text not null,
  txid text not null check (length(txid) between 1 and 200),
  network text not null,
  kind text not null,
  coin text not null,
  amount text not null,
  usd numeric,
  deposit_id text not null,
  state text not null check (state in
    ('asked', 'not_eligible', 'quoted', 'consented', 'checking', 'approved', 'waiting', 'done', 'refused', 'withdrawn')),
  risk boolean not null,
  why text not null default '',
  why_zh text not null default '',
  why_en text not null default '',
  quote jsonb,
  proposal_id bigint references proposal,
  attempt int not null default 0,
  at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  settled_at timestamptz,
  constraint recovery_once unique (customer_id, client_id),
  check ((state in ('not_eligible', 'done', 'refused', 'withdrawn')) = (settled_at is not null))
);
create unique index recovery_open on recovery (customer_id, network, txid) where settled_at is null;
create index recovery_queue on recovery (changed_at) where settled_at is null;
create index recovery_settled on recovery (settled_at desc) where settled_at is not null;
create index recovery_ticket on recovery (ticket_id);
create index recovery_customer on recovery (customer_id, id desc);
create index recovery_proposal on recovery (proposal_id) where proposal_id is not null;

-- Where it stood when. words: for staff alone.
create table recovery_step (
  id bigint generated always as identity primary key,
  recovery_id bigint not null references recovery,
  state text not null,
  why text not null default '',
  words text not null default '',
  actor text not null,
  at timestamptz not null default now()
);
create index recovery_step_of on recovery_step (recovery_id, id);

-- What its owner agreed to, word for word, and the proof under which they did. A later one takes the place of an earlier one.
create table recovery_consent (
  id bigint generated always as identity primary key,
  recovery_id bigint not null references recovery,
  quote jsonb not null,
  zh text not null,
  en text not null,
  level smallint not null check (level >= 3),
  proof_id bigint not null references identity_proof,
  at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index recovery_consent_stands on recovery_consent (recovery_id) where ended_at is null;

-- What shows that it is theirs. words: a signed message; sha256: of the file as it was sent, or of the words.
create table recovery_evidence (
  id bigint generated always as identity primary key,
  recovery_id bigint not null references recovery,
  kind text not null check (kind in ('sender_picture', 'screen_recording', 'ownership')),
  file_id uuid references file,
  words text not null default '',
  sha256 bytea not null,
  at timestamptz not null default now(),
  constraint recovery_evidence_once unique (recovery_id, kind, sha256),
  check ((file_id is null) <> (words = ''))
);
