-- before
-- What of a mail is not in its ticket, and what staff have to know of it: sentences in both languages, read by each agent in their own.
alter table mail_in add column left_out jsonb not null default '[]';
