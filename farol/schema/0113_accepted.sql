-- before
-- A draft of the copilot that an agent sent as it was says that the ticket's reason is right.
alter table learning_label drop constraint learning_label_kind_check;
alter table learning_label add constraint learning_label_kind_check check (kind in ('wrong_reason', 'wrong_answer', 'right', 'changed', 'accepted'));
