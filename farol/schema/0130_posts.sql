-- before
-- The support process itself changing is told like everything else.
alter table announcement drop constraint announcement_kind_check;
alter table announcement add constraint announcement_kind_check check (kind in ('maintenance', 'listing', 'security', 'product', 'support'));

-- What everybody is told, written once for the help pages and for chosen accounts at platforms, and let out by a second person.
-- corrects: the post whose places these words take over. announcement_id: where it stands in the product.
create table post (
  id bigint generated always as identity primary key,
  client_id uuid not null constraint post_once unique,
  corrects bigint references post,
  kind text not null check (kind in ('maintenance', 'listing', 'security', 'product', 'support')),
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  begins_at timestamptz,
  ends_at timestamptz,
  in_product boolean not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused', 'withdrawn', 'corrected', 'recalled')),
  staff_id bigint not null references staff (id),
  at timestamptz not null default now(),
  decided_by bigint references staff (id),
  decided_at timestamptz,
  why text not null default '',
  announcement_id bigint references announcement,
  ended_by bigint references staff (id),
  ended_at timestamptz,
  check (decided_by <> staff_id)
);
-- One place where it goes. first_id: whose messages stand there, after corrections. follow: what is to be done there after it was sent.
create table post_place (
  id bigint generated always as identity primary key,
  post_id bigint not null references post,
  connection_id bigint not null references connection,
  chat text not null,
  language text not null check (language in ('zh', 'en')),
  first_id bigint references post_place,
  follow text not null default '' check (follow in ('', 'reword', 'reworded', 'recall', 'recalled', 'cannot')),
  error text not null default '',
  tries int not null default 0,
  constraint post_place_once unique (post_id, connection_id, chat)
);
create index post_place_follow on post_place (id) where follow in ('reword', 'recall');
