-- before
-- The language a customer asked to be answered in; empty while they did not, and their words decide.
alter table customer add column chosen_language text not null default ''
  check (chosen_language ~ '^([a-z]{2,3}(-[A-Z][a-z]{3})?)?$');
