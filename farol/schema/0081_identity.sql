-- before
-- Staff asked a customer to prove who they are, by a link. digest: of the link's secret; used_at: when it was first answered with.
create table identity_request (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  customer_id bigint not null references customer,
  digest bytea not null unique,
  asked_by bigint not null references staff,
  at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index identity_request_ticket on identity_request (ticket_id, id desc);

-- A proof that was begun. core_id: its name at the exchange; digest: of the secret of the browser that answers; uid: whose account,
-- null where only a contact was typed; counts_for: whose failed proofs it raises, also then; contact: keyed hash of it; claimed_id: the
-- ticket somebody logged out named, which counts once the proof is its customer's; nonce, asked_by: of a pair of codes, whose digits
-- follow from it.
create table identity_challenge (
  id bigint generated always as identity primary key,
  core_id text not null,
  digest bytea not null unique,
  request_id bigint references identity_request,
  customer_id bigint references customer,
  ticket_id bigint references ticket,
  claimed_id bigint references ticket,
  uid text,
  counts_for text,
  session bytea,
  contact bytea,
  method text not null check (method in ('passkey', 'totp', 'app_confirm', 'email_code', 'sms_code', 'contact_code', 'two_way_code')),
  channel text not null,
  sent_to text not null default '',
  options jsonb,
  nonce text not null default '',
  asked_by bigint references staff,
  at timestamptz not null,
  expires_at timestamptz not null,
  outcome text not null default 'open' check (outcome in ('open', 'proven', 'expired', 'locked', 'denied', 'replaced')),
  settled_at timestamptz,
  unique (id, outcome),
  check ((method = 'contact_code') = (contact is not null)),
  check ((method = 'two_way_code') = (asked_by is not null))
);
create unique index identity_pair_open on identity_challenge (ticket_id) where method = 'two_way_code' and outcome = 'open';
create index identity_challenge_ticket on identity_challenge (ticket_id, id desc);
create index identity_challenge_customer on identity_challenge (customer_id, id desc);
create index identity_challenge_contact on identity_challenge (contact, at) where contact is not null;

-- Each answer given. uid: whose account it counts for, null when no customer of ours has that contact.
create table identity_attempt (
  id bigint generated always as identity primary key,
  challenge_id bigint not null references identity_challenge,
  ticket_id bigint references ticket,
  uid text,
  contact bytea,
  channel text not null,
  outcome text not null default 'open' check (outcome in ('open', 'proven', 'wrong', 'none')),
  at timestamptz not null
);
create index identity_attempt_uid on identity_attempt (uid, at desc) where uid is not null;
create index identity_attempt_contact on identity_attempt (contact, at desc) where contact is not null;
create index identity_attempt_challenge on identity_attempt (challenge_id);

-- Too many failed: of an account, or of a contact that somebody typed logged out.
create table identity_lock (
  id bigint generated always as identity primary key,
  uid text,
  contact bytea,
  at timestamptz not null,
  until timestamptz not null,
  check ((uid is null) <> (contact is null))
);
create index identity_lock_uid on identity_lock (uid, until desc) where uid is not null;
create index identity_lock_contact on identity_lock (contact, until desc) where contact is not null;

-- A case before two people: the exchange reviewed document and liveness, one of us vouches for it, another decides.
create table identity_review (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  customer_id bigint not null references customer,
  uid text not null,
  core_ref text not null,
  words text not null,
  maker_id bigint not null references staff,
  maker_session bytea not null,
  maker_ip text not null,
  at timestamptz not null,
  outcome text not null default 'open' check (outcome in ('open', 'agreed', 'refused')),
  checker_id bigint references staff,
  checker_session bytea,
  checker_ip text,
  checker_words text not null default '',
  decided_at timestamptz,
  unique (id, outcome),
  check (outcome = 'open' or (checker_id is not null and checker_id <> maker_id and checker_session <> maker_session and decided_at is not null))
);
create unique index identity_review_open on identity_review (ticket_id) where outcome = 'open';
create unique index identity_review_once on identity_review (core_ref) where outcome <> 'refused';

-- What stands: who proved what, how, and until when. A proof belongs to the ticket it was made on. It refers to an answered challenge
-- or to a review that two people agreed on, and cannot be written without.
create table identity_proof (
  id bigint generated always as identity primary key,
  uid text not null,
  customer_id bigint references customer,
  ticket_id bigint references ticket,
  level smallint not null check (level between 1 and 4),
  method text not null,
  channel text not null,
  at timestamptz not null,
  until timestamptz not null,
  session bytea,
  challenge_id bigint unique,
  challenge_outcome text generated always as (case when challenge_id is not null then 'proven' end) stored,
  review_id bigint unique,
  review_outcome text generated always as (case when review_id is not null then 'agreed' end) stored,
  revoked_at timestamptz,
  revoked_why text,
  revoked_by text,
  foreign key (challenge_id, challenge_outcome) references identity_challenge (id, outcome),
  foreign key (review_id, review_outcome) references identity_review (id, outcome),
  check ((challenge_id is null) <> (review_id is null)),
  check ((review_id is not null) = (level = 4)),
  check ((revoked_at is null) = (revoked_why is null)),
  check (until > at)
);
create index identity_proof_ticket on identity_proof (ticket_id, until desc) where revoked_at is null;
create index identity_proof_customer on identity_proof (customer_id, until desc) where revoked_at is null;
create index identity_proof_uid on identity_proof (uid, until desc) where revoked_at is null;
