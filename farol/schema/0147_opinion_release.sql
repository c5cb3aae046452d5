-- before

-- An answer in public that leads somewhere not on the list waits for somebody who may release such words. strange: what was found, as written.
alter table opinion_answer add column strange text not null default '';
