-- before
-- Files of a message that could not be had, and why: sentences in both languages, read by each agent in their own.
alter table update_in add column left_out jsonb not null default '[]';
-- after
alter table update_in drop column lost;
