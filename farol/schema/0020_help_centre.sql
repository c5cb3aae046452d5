-- before
create table article (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  category text not null,
  place int not null default 0,
  created_at timestamptz not null default now()
);

-- What was published stays as it was; a correction is the next version.
create table article_version (
  id bigint generated always as identity primary key,
  article_id bigint not null references article,
  language text not null check (language in ('zh', 'en')),
  version int not null,
  title text not null,
  summary text not null,
  body text not null,
  keywords text not null default '',
  related text[] not null default '{}',
  checked_by text not null,
  checked_on date not null,
  published_at timestamptz not null default now(),
  constraint article_version_one unique (article_id, language, version)
);

create function article_version_stays() returns trigger language plpgsql as $$
begin
  raise exception 'published article versions are immutable';
end $$;
create trigger article_version_stays before update on article_version
  for each row execute function article_version_stays();
