-- before
-- A file of ours that a chat could not take, behind a signed link for whoever is in that chat. opens: how often it was fetched.
create table file_link (
  id bigint generated always as identity primary key,
  file_id uuid not null references file,
  contact_id bigint not null references contact,
  ticket_id bigint not null references ticket,
  seq bigint not null,
  expires_at timestamptz not null,
  opens int not null default 0,
  opened_at timestamptz,
  at timestamptz not null default now(),
  constraint file_link_once unique (ticket_id, seq, file_id, contact_id)
);
create index file_link_contact on file_link (contact_id);
create index file_link_file on file_link (file_id);
