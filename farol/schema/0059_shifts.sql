-- before
-- Who is to work when. Removed ones stay for the record of who planned what.
create table shift (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text not null default '',
  planned_by text not null,
  at timestamptz not null,
  removed_at timestamptz,
  check (ends_at > starts_at)
);
create index shift_time on shift (starts_at, ends_at) where removed_at is null;
create index shift_staff on shift (staff_id, starts_at) where removed_at is null;
