-- before
-- What the assistant did in a ticket, folded from its own events. seq: the last event taken in. turns: of any kind; answers: that helped on
-- or asked; answered_seq: the customer's message answered last. reason, language: as it took them last. handed_*: when and why a person went on.
create table relief_case (
  ticket_id bigint primary key references ticket on delete cascade,
  seq bigint not null,
  begun_at timestamptz not null,
  last_at timestamptz not null,
  turns int not null default 0,
  answers int not null default 0,
  answered_seq bigint not null default 0,
  reason text not null default '',
  language text not null default '',
  handed_at timestamptz,
  handed_why text not null default ''
);
create index relief_case_begun on relief_case (begun_at);

-- Messages of customers that were nothing but thanks or goodbye.
create table relief_thanks (
  ticket_id bigint not null references ticket on delete cascade,
  seq bigint not null,
  primary key (ticket_id, seq)
);
