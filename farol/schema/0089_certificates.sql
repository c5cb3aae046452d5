-- before
-- What a customer was certified about a completed withdrawal of theirs. code: by which anybody checks it; facts: SHA-256 of what it states,
-- so that the same facts are certified once; signed: the whole statement with our signature (a compact JWS).
create table withdrawal_certificate (
  code text primary key check (code ~ '^[0-9A-Z]{16}$'),
  customer_id bigint not null references customer,
  withdrawal_id text not null check (length(withdrawal_id) between 1 and 200),
  facts text not null check (facts ~ '^[0-9a-f]{64}$'),
  signed text not null check (length(signed) between 1 and 20000),
  at timestamptz not null,
  constraint withdrawal_certificate_once unique (customer_id, withdrawal_id, facts)
);
create index withdrawal_certificate_of on withdrawal_certificate (customer_id, withdrawal_id, at desc);
create function withdrawal_certificate_stays() returns trigger language plpgsql as $$
begin raise exception 'a certificate never changes'; end $$;
create trigger withdrawal_certificate_stays before update on withdrawal_certificate for each row execute function withdrawal_certificate_stays();
