-- before
-- What triage made of a ticket's first words. decision: everything it weighed; reason: what it decided; upto_seq: the last message it
-- read; again: the exchange did not answer, so it looks once more when it does; applied: the ticket was given that reason.
create table triage (
  ticket_id bigint primary key references ticket,
  reason text not null,
  basis text not null,
  decision jsonb not null,
  upto_seq bigint not null,
  again boolean not null default false,
  applied boolean not null,
  at timestamptz not null default now()
);
create index triage_again on triage (at) where again;

-- An agent's word on a ticket's reason, with what triage had said: the label that later readers learn from.
create table triage_label (
  ticket_id bigint primary key references ticket,
  was text not null,
  basis text not null,
  reason text not null,
  upto_seq bigint not null,
  staff_id bigint not null references staff,
  at timestamptz not null default now()
);
create index triage_label_reason on triage_label (reason, at desc);
