-- before
-- visitor_id: who the chat was before a link bound it; their open tickets can be taken along into the account, once, by the chat's own word.
alter table contact add column visitor_id bigint references customer;
