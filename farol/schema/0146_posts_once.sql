-- before

-- Words that would stand in public twice are sent once: where an answer was lost, whoever posts looks before they go again.
-- begun_at: the platform was being asked when nothing more was heard.
alter table parcel_out add column begun_at timestamptz;
alter table parcel_out drop constraint parcel_out_state_check;
alter table parcel_out add constraint parcel_out_state_check check (state in ('queued', 'sent', 'delivered', 'read', 'failed', 'unknown'));
-- Why approved words do not stand on the help pages yet.
alter table post add column product_error text not null default '';
create index post_untold on post (id) where state = 'approved' and in_product and announcement_id is null;
