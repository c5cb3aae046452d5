-- before
-- Who sees a team's tickets: everybody who sees tickets, or its members alone.
alter table team add column visibility text not null default 'all' check (visibility in ('all', 'members'));

-- What waits, in the order in which it is due: emergencies first. Lists walk along it.
create index sla_ticket_line on sla_ticket
  ((case severity when 'P0' then 0 else 1 end), coalesce(due_at, 'infinity'), severity, ticket_id) where waiting_since is not null;

-- Lists people made. conditions: a tree, see desk/conditions; scope: me (the owner alone), team (its members), all.
-- columns: what a row shows beside its subject, none for the usual.
create table saved_view (
  id bigint generated always as identity primary key,
  zh text not null,
  en text not null,
  owner_id bigint not null references staff,
  scope text not null check (scope in ('me', 'team', 'all')),
  team_id bigint references team,
  conditions jsonb not null,
  sort text not null check (sort in ('urgency', 'opened', 'updated', 'due')),
  descending boolean not null default false,
  columns text[] not null default '{}',
  version int not null default 1,
  at timestamptz not null default now(),
  removed_at timestamptz,
  check ((scope = 'team') = (team_id is not null))
);
create index saved_view_owner on saved_view (owner_id) where removed_at is null;
create index saved_view_shared on saved_view (scope, team_id) where removed_at is null and scope <> 'me';

-- The words of messages and tickets as search looks for them, made by desk/search a moment after they were written. place: of the
-- event that brought them, which grows with time; words also hold a mark of the place, so that the newest are found first.
create table search_message (
  ticket_id bigint not null,
  seq bigint not null,
  place bigint not null,
  words tsvector not null,
  primary key (ticket_id, seq)
);
create index search_message_words on search_message using gin (words) with (gin_pending_list_limit = 256);
create table search_ticket (
  ticket_id bigint primary key,
  place bigint not null,
  words tsvector not null
);
create index search_ticket_words on search_ticket using gin (words) with (gin_pending_list_limit = 256);
create index customer_phone on customer (phone) where phone <> '';
