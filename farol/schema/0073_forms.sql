-- before
-- What a customer began to write in a form and has not sent, one for each reason; secrets are masked before it comes here.
-- form_id: names the ticket that will come of it, so that a form sent twice opens one.
create table form_draft (
  customer_id bigint not null references customer,
  reason text not null,
  form_id uuid not null,
  answers jsonb not null,
  kept_at timestamptz not null default now(),
  primary key (customer_id, reason)
);
create index form_draft_kept on form_draft (kept_at);

-- Somebody said by a click of their own that an article solved it, instead of sending a ticket.
create table form_solved (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  reason text not null,
  article_id bigint not null references article,
  at timestamptz not null default now()
);
create index form_solved_article on form_solved (article_id, at desc);

-- A customer took their ticket back. was, stage, waiting_since: how it stood, for who changes their mind in time.
create table ticket_withdrawal (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  was text not null,
  stage text,
  waiting_since timestamptz,
  withdrawn_at timestamptz not null default now(),
  undone_at timestamptz
);
create unique index ticket_withdrawal_open on ticket_withdrawal (ticket_id) where undone_at is null;

-- Ways to reach us that are not open for everybody; one without a row is. regions: beginnings of the customer's time zone; tiers: first words of the
-- level; empty lists are for everybody. away_zh, away_en: what is said to those it is not open for.
create table door_channel (
  key text primary key check (key in ('emergency', 'chat', 'form', 'mail', 'community')),
  open boolean not null default true,
  regions text[] not null default '{}',
  tiers text[] not null default '{}',
  away_zh text not null default '',
  away_en text not null default '',
  set_at timestamptz not null default now(),
  set_by text not null
);
