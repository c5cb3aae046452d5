-- before
-- Six digits at least. Padding to exactly six cut the millionth number short, into one that was given out before.
alter table ticket alter column number
  set default 'FRL-' || to_char(now() at time zone 'utc', 'YYYY') || '-' || to_char(nextval('ticket_number'), 'FM999999999999000000');
