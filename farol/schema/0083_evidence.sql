-- before
-- Files of tickets as pieces of evidence. seq: the message that brought the file. kept_sha256: of the bytes that are kept, which of a picture
-- are a copy without its camera's data; null until they were read. reading: what became of reading its words, null for what is no picture.
create table evidence (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket,
  file_id uuid not null references file,
  seq bigint not null,
  label text not null default '' check (length(label) <= 120),
  pinned boolean not null default false,
  kept_sha256 bytea,
  reading text check (reading in ('waiting', 'read', 'nothing', 'not_installed', 'too_large', 'failed')),
  words text not null default '',
  removed text[] not null default '{}',
  read_at timestamptz,
  constraint evidence_once unique (ticket_id, file_id)
);
create index evidence_file on evidence (file_id);
create index evidence_not_installed on evidence (id) where reading = 'not_installed';

-- Who had a piece in hand, when, and what they did; lines are only ever added.
create table evidence_custody (
  id bigint generated always as identity primary key,
  evidence_id bigint not null references evidence,
  at timestamptz not null default now(),
  actor text not null,
  did text not null check (did in ('sent', 'copied', 'read', 'opened', 'labelled', 'pinned', 'unpinned', 'listed')),
  detail text not null default ''
);
create index evidence_custody_of on evidence_custody (evidence_id, id);
