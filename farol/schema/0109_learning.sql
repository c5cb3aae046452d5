-- before
-- What people said a customer's message was about, or what was wrong with the answer to it; one word for each message, the last one said.
-- was: the reason the machine took; reason: the right one, empty where nobody said one. article_id: what would have answered.
-- words: the message without what is personal; empty where nothing may be kept of it, and once its time is over.
create table learning_label (
  ticket_id bigint not null references ticket on delete cascade,
  seq bigint not null,
  customer_id bigint not null references customer on delete cascade,
  staff_id bigint not null references staff,
  kind text not null check (kind in ('wrong_reason', 'wrong_answer', 'right', 'changed')),
  was text not null,
  reason text not null,
  article_id bigint references article,
  language text not null,
  words text not null,
  at timestamptz not null default now(),
  primary key (ticket_id, seq)
);
create index learning_label_at on learning_label (at desc);
create index learning_label_customer on learning_label (customer_id);

-- Customers whose words nobody learns from, because they said so.
create table learning_objection (
  customer_id bigint primary key references customer on delete cascade,
  at timestamptz not null default now()
);

-- Models that learnt from labels beside the product's own sentences. Where none is serving, the product's own is.
-- frozen: digest of the sentences it was judged on; shadow: how it did there; learnt: labels by language and kind; why: what kept it back.
create table learning_model (
  id bigint generated always as identity primary key,
  state text not null check (state in ('candidate', 'serving', 'previous')),
  told bytea not null,
  arrays bytea not null,
  card jsonb not null,
  frozen text not null,
  shadow jsonb not null,
  learnt jsonb not null,
  why text[] not null default '{}',
  made_at timestamptz not null default now(),
  set_at timestamptz,
  set_by text not null default '',
  reason text not null default ''
);
create unique index learning_model_serving on learning_model (state) where state = 'serving';

-- How the product's own sentences alone do on those that were frozen.
create table learning_base (
  frozen text primary key,
  shadow jsonb not null,
  at timestamptz not null default now()
);

-- When a training was begun last; who moves it trains.
create table learning_night (
  here boolean primary key default true check (here),
  begun_at timestamptz not null
);

-- An article that is there already may answer what people ask in vain.
alter table gap_decision drop constraint gap_decision_verb_check;
alter table gap_decision add constraint gap_decision_verb_check check (verb in ('write', 'synonym', 'link', 'not_ours'));
