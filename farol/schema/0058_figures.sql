-- before
-- What the figures need to know of a ticket, folded from its events. seq: the last event taken in. asked_at: the customer's first
-- words; touched_at: the first answer of any kind; replied_at, replied_by: the first of a person; last_by: who answered last.
create table figure_ticket (
  ticket_id bigint primary key references ticket,
  seq bigint not null,
  opened_at timestamptz not null,
  asked_at timestamptz,
  touched_at timestamptz,
  replied_at timestamptz,
  replied_by bigint,
  last_by bigint,
  asks int not null,
  replies int not null,
  done boolean not null
);
create index figure_ticket_opened on figure_ticket (opened_at);
create index figure_ticket_replied on figure_ticket (replied_at) where replied_at is not null;

-- Each time a ticket was resolved, and when that turned out not to hold.
create table figure_resolution (
  ticket_id bigint not null references ticket,
  seq bigint not null,
  at timestamptz not null,
  by text not null,
  reopened_at timestamptz,
  primary key (ticket_id, seq)
);
create index figure_resolution_at on figure_resolution (at);

-- What a customer said of a contact that was resolved at that moment. They may change it until it closes.
create table rating (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  resolved_at timestamptz not null,
  stars smallint not null check (stars between 1 and 5),
  comment text not null default '',
  solved boolean,
  staff_id bigint references staff,
  at timestamptz not null,
  constraint rating_once unique (ticket_id, resolved_at)
);
create index rating_at on rating (at);
