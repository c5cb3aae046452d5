-- before
-- When a way to reach us is open: the hours of a calendar of the service levels; without one day and night.
alter table door_channel add column calendar_id bigint references sla_calendar;
