-- before
-- tags: lower-case words of the desk; fields: values of the custom fields by key; snoozed_until: out of the lists until then;
-- merged_into: the ticket that goes on with this one's words; incident_id: the incident it is a case of;
-- team_id: whose it is, which also decides who may see it.
alter table ticket
  add column tags text[] not null default '{}',
  add column fields jsonb not null default '{}',
  add column snoozed_until timestamptz,
  add column merged_into bigint references ticket,
  add column incident_id bigint,
  add column team_id bigint references team;
create index ticket_tags on ticket using gin (tags) where tags <> '{}';
create index ticket_snoozed on ticket (snoozed_until) where snoozed_until is not null;
create index ticket_merged_into on ticket (merged_into) where merged_into is not null;
create index ticket_incident on ticket (incident_id) where incident_id is not null;
create index ticket_team on ticket (team_id, id);
