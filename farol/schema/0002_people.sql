-- before
create table staff (
  id bigint generated always as identity primary key,
  email text not null unique,
  name text not null,
  alias text not null,
  role text not null,
  language text not null default 'en',
  password_hash text,
  totp_secret bytea,
  totp_step bigint not null default 0,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
create table staff_session (
  digest bytea primary key,
  staff_id bigint not null references staff,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  ip text not null default '',
  agent text not null default ''
);
create index staff_session_staff on staff_session (staff_id);
create table passkey (
  credential_id bytea primary key,
  staff_id bigint not null references staff,
  public_key bytea not null,
  sign_count bigint not null,
  label text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create table passkey_challenge (
  challenge bytea primary key,
  staff_id bigint references staff,
  expires_at timestamptz not null
);
-- Sign-in tries of the last quarter of an hour, one row an account so that its lock counts them one after the other.
-- account: SHA-256 of the address that was typed, whether or not it is anybody's.
create table sign_in_attempt (
  account bytea primary key,
  tries timestamptz[] not null
);

create table customer (
  id bigint generated always as identity primary key,
  uid text unique,
  name text not null default '',
  email text not null default '',
  phone text not null default '',
  language text not null default 'en',
  time_zone text not null default 'UTC',
  tier text not null default '',
  created_at timestamptz not null default now(),
  seen_at timestamptz
);
create index customer_email on customer (lower(email));
create table customer_session (
  digest bytea primary key,
  customer_id bigint not null references customer,
  proof text not null check (proof in ('exchange', 'none')),
  origin text not null default '',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index customer_session_customer on customer_session (customer_id);
create index customer_session_ended on customer_session (ended_at) where ended_at is not null;
create table used_identity (jti text primary key, expires_at timestamptz not null);
