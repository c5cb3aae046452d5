-- before
-- What the hosted model cost: one row a day for everybody (who = 0) and one for each customer. Tokens are set aside before
-- a call and settled after it.
create table model_spend (
  day date not null,
  who bigint not null check (who >= 0),
  tokens bigint not null check (tokens >= 0),
  primary key (day, who)
);

-- Every try, without a word of what was asked or answered. about: the stream it was for, such as ticket:7.
create table model_call (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  task text not null,
  model text not null,
  about text not null,
  tokens_in int not null check (tokens_in >= 0),
  tokens_out int not null check (tokens_out >= 0),
  ms int not null check (ms >= 0),
  outcome text not null
);
create index model_call_at on model_call (at);
create index model_call_about on model_call (about, id) where about <> '';
