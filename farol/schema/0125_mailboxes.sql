-- before
-- Which mailbox of ours a mail came to, where that is a connection; what it says of brand and reason goes with the mail.
alter table mail_in add column connection_id bigint references connection;
