-- before
-- Mail as it came. The sender's server is told "taken" after this row is committed, so the bytes stay with it.
create table mail_in (
  id bigint generated always as identity primary key,
  digest bytea not null constraint mail_in_digest unique,  -- recipient and content: redelivery counts up, never twice
  content bytea not null,  -- content alone: tells a re-used Message-ID from a copy
  recipient text not null,
  return_path text not null,
  peer text not null,
  raw bytea not null,
  copies int not null default 1,
  state text not null default 'received' check (state in ('received', 'joined', 'opened', 'quarantined', 'dropped')),
  reason text not null default '',
  deaths int not null default 0,  -- parsing processes it has ended
  claimed_until timestamptz,
  sender text not null default '',
  message_id text not null default '',
  flags text[] not null default '{}',
  files uuid[],  -- null until its attachments are kept
  visitor_id bigint references customer,  -- who it opens a ticket for, fixed before the ticket is
  ticket_id bigint references ticket,
  seq bigint,
  at timestamptz not null default now(),
  settled_at timestamptz
);
create index mail_in_waiting on mail_in (recipient, id) where state = 'received';
create index mail_in_message_id on mail_in (message_id) where message_id <> '';
create index mail_in_sender on mail_in (sender, settled_at) where state in ('joined', 'opened');
create index mail_in_visitor on mail_in (sender) where visitor_id is not null;
create index mail_in_ticket on mail_in (ticket_id) where ticket_id is not null;

-- The addresses people may answer to. The token is only in the mail; here is its digest.
create table reply_address (
  digest bytea primary key,
  ticket_id bigint not null references ticket,
  recipient text not null,
  expires_at timestamptz not null
);

-- Mail that goes out, kept as it was written so that every try sends the same bytes.
create table mail_out (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  upto_seq bigint not null,
  message_id text not null unique,
  sender text not null,
  recipient text not null,
  raw bytea not null,
  automatic boolean not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'bounced')),
  attempts int not null default 0,
  claimed_until timestamptz,
  error text not null default '',
  at timestamptz not null default now(),
  sent_at timestamptz
);
create index mail_out_ticket on mail_out (ticket_id, id);
create index mail_out_automatic on mail_out (recipient, at) where automatic;
