-- before
-- Titles of one language of an article, tried against each other in lists. started_at: null while it waits for a second person.
-- p: the least always-valid p-value so far; winner: the title it was decided for, 0 for the published one.
create table title_trial (
  id bigint generated always as identity primary key,
  article_id bigint not null references article,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and length(language) <= 35),
  by_id bigint not null references staff,
  at timestamptz not null default now(),
  started_by bigint references staff,
  started_at timestamptz,
  p double precision not null default 1 check (p between 0 and 1),
  winner smallint check (winner between 0 and 2),
  decided_at timestamptz,
  ended_at timestamptz,
  ended_by text not null default '',
  outcome text check (outcome in ('adopted', 'stopped', 'changed', 'archived', 'hidden')),
  check ((ended_at is null) = (outcome is null)),
  check ((started_at is null) = (started_by is null)),
  check ((winner is null) = (decided_at is null))
);
create unique index title_trial_open on title_trial (article_id, language) where ended_at is null;
create index title_trial_newest on title_trial (at desc);

-- place: 0 for the title that was published when the trial began. shown, opened: visitors of days that are over.
create table title_variant (
  trial_id bigint not null references title_trial,
  place smallint not null check (place between 0 and 2),
  title text not null check (length(title) between 1 and 120),
  shown bigint not null default 0 check (shown >= 0),
  opened bigint not null default 0 check (opened between 0 and shown),
  primary key (trial_id, place)
);

-- Who saw a title today and yesterday, and whether they opened the article. visitor: a keyed digest that is another one each day.
-- Older days are added to title_variant and deleted here.
create table title_showing (
  trial_id bigint not null,
  day date not null,
  visitor bytea not null check (length(visitor) = 16),
  place smallint not null,
  opened boolean not null default false,
  primary key (trial_id, day, visitor),
  foreign key (trial_id, place) references title_variant
);
create index title_showing_day on title_showing (day);
