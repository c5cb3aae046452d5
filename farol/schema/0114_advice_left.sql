-- before
-- Words that the guard advised against and that went out all the same: message_seq is where they stand; problem holds the advice's codes.
alter table guard_stop add column message_seq bigint;
