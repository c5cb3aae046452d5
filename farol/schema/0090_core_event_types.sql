-- before
-- The last event of each type, for whoever looks whether the exchange still sends them.
create index core_event_type on core_event (type, arrived_at);
