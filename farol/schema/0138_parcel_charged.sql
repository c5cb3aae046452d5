-- before
-- When what a platform takes for one of its messages was counted: it names the price with several receipts.
alter table parcel_word add column charged_at timestamptz;
