"""The two hottest statements: opening a ticket, and posting messages in groups.

One statement, one commit. The conditions on a ticket stand where its row is locked, tickets are locked in id order,
and no insert that spends a sequence number says ON CONFLICT: a lost race must roll back, not leave a gap.
A file can be attached for 23 hours; after 24 the sweep removes those that nobody attached.
A customer's words open what is pending or resolved and wake what is put aside; a mere thanks leaves what is resolved as it is.
Who answers a ticket that nobody has, has it. The assistant says nothing public in a ticket that somebody has, and only what answers
makes its customer wait no more.
"""

from uuid import UUID

from farol.kit.db import Reads

from .model import Draft, Outcome

POST = """
with q as materialized (
  select q.*, q.files_text::uuid[] as files, q.removed_text::text[] as removed from unnest(
    $1::bigint[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::boolean[], $7::text[], $8::text[], $9::text[], $10::bigint[],
    $11::boolean[], $12::boolean[], $13::boolean[])
  with ordinality as q(ticket_id, client_id, author_kind, author_id, body, internal, channel, files_text, removed_text, seen, thanks, takes,
    answers, n)),
old as materialized (
  select q.n, m.seq, m.at,
    (m.author_kind, m.author_id, m.body, m.internal, m.files) = (q.author_kind, q.author_id, q.body, q.internal, q.files) as same
  from q join message m using (ticket_id, client_id)),
fresh as materialized (
  select q.*, first_value(n) over w as first,
    first_value((author_kind, author_id, body, internal, files)::text) over w = (author_kind, author_id, body, internal, files)::text as same_as_first
  from q where not exists (select from old where old.n = q.n)
  window w as (partition by ticket_id, client_id order by n)),
good as materialized (
  select f.* from fresh f join ticket t on t.id = f.ticket_id
  where f.n = f.first and (f.author_kind <> 'customer' or t.customer_id = f.author_id)
    and (f.files = '{}' or not exists (
      select from unnest(f.files) u(id)
      where not exists (select from file x where x.id = u.id and x.owner_kind = f.author_kind and x.owner_id = f.author_id
        and x.state <> 'refused' and x.at > now() - interval '23 hours')))),
locked as materialized (
  select id, status, last_public_seq, owner_id from ticket where id in (select ticket_id from good) order by id for no key update),
taken as materialized (
  select g.*, row_number() over (partition by g.ticket_id order by g.n) as k
  from good g join locked l on l.id = g.ticket_id
  where l.status <> 'closed' and (g.seen is null or l.last_public_seq <= g.seen)
    and (g.author_kind <> 'assistant' or g.internal or l.owner_id is null)),
sums as (
  select ticket_id, count(*) as k, max(k) filter (where not internal) as last_public,
    bool_or(author_kind = 'customer') as customer, bool_or(author_kind = 'customer' and not thanks) as asks,
    bool_or(author_kind = 'staff' and not internal) as staff, (array_agg(author_id order by k) filter (where takes))[1] as taker,
    min(k) filter (where takes) as taking,
    (array_agg(case when answers then 'staff' else author_kind end order by k desc)
      filter (where not internal and (author_kind in ('customer', 'staff') or answers)))[1] as last_kind
  from taken group by ticket_id),
t as (
  update ticket t set seq = t.seq + g.k, updated_at = now(),
    last_public_seq = case when g.last_public is null then t.last_public_seq else t.seq + g.last_public end,
    status = case when g.asks and t.status = 'resolved' or g.customer and t.status = 'pending' then 'open' else t.status end,
    stage = case when g.asks and t.status = 'resolved' or g.customer and t.status = 'pending' then null else t.stage end,
    owner_id = coalesce(t.owner_id, g.taker),
    version = t.version + (g.asks and t.status = 'resolved' or g.customer and t.status = 'pending'
      or t.owner_id is null and g.taker is not null)::int,
    snoozed_until = case when g.asks or g.customer and t.status <> 'resolved' then null else t.snoozed_until end,
    resolved_at = case when g.asks then null else t.resolved_at end,
    waiting_since = case when g.last_kind = 'staff' then null
      when g.last_kind = 'customer' and (g.asks or t.status <> 'resolved') then coalesce(t.waiting_since, now()) else t.waiting_since end,
    first_reply_at = case when g.staff then coalesce(t.first_reply_at, now()) else t.first_reply_at end
  from sums g join locked l on l.id = g.ticket_id where t.id = l.id
  returning t.id, old.seq as base, old.status as was, new.status as status, old.owner_id as owner, g.taker, g.taking, new.version),
stored as materialized (
  select taken.*, t.base + taken.k as seq, t.version,
    case when t.was <> t.status and taken.author_kind = 'customer' then t.status end as status,
    case when t.owner is null and taken.k = t.taking then t.taker end as owner_id,
    case when t.was = 'resolved' and t.status = 'resolved' and taken.thanks then true end as kept
  from taken join t on t.id = taken.ticket_id),
m as (
  insert into message (ticket_id, seq, client_id, author_kind, author_id, internal, channel, body, files, removed)
  select ticket_id, seq, client_id, author_kind, author_id, internal, channel, body, files, removed from stored order by n
  returning ticket_id, seq, at),
e as (
  insert into event (stream, seq, kind, actor, public, body)
  select 'ticket:' || ticket_id, seq, 'message.posted', author_kind || ':' || author_id, not internal,
    case when status is null and owner_id is null and kept is null
      then jsonb_build_object('author_kind', author_kind, 'author_id', author_id, 'internal', internal, 'channel', channel)
      else jsonb_strip_nulls(jsonb_build_object('author_kind', author_kind, 'author_id', author_id, 'internal', internal, 'channel', channel,
        'status', status, 'owner_id', owner_id, 'thanks', kept,
        'version', case when status is not null or owner_id is not null then version end)) end
  from stored order by n)
select q.n,
  case when old.n is not null then case when old.same then 'again' else 'conflict' end
    when s.n is not null then case when fresh.n = fresh.first then 'new' when fresh.same_as_first then 'again' else 'conflict' end
    when l.status = 'closed' then 'closed'
    when g.n is not null then 'stale'
    else 'refused' end as outcome,
  case when l.status is not null and s.n is null and old.n is null then l.last_public_seq else coalesce(old.seq, s.seq) end as seq,
  coalesce(old.at, m.at) as at, s.status, s.owner_id
from q
left join old on old.n = q.n
left join fresh on fresh.n = q.n
left join good g on g.n = fresh.first
left join locked l on l.id = g.ticket_id
left join stored s on s.n = fresh.first
left join m on m.ticket_id = s.ticket_id and m.seq = s.seq
order by q.n"""

OPEN = """
with old as materialized (
  select t.id, t.number, m.seq, m.at, (m.body, m.files) = ($5::text, $6::uuid[]) as same
  from ticket t join message m on m.ticket_id = t.id and m.client_id = $2 where t.customer_id = $1 and t.opening_id = $2),
t as (
  insert into ticket (customer_id, opening_id, subject, channel, language, about, seq, last_public_seq, waiting_since)
  select $1, $2, $3, $4, $8, $9::jsonb, 2, 2, now()
  where not exists (select from old)
    and not exists (select from unnest($6::uuid[]) u(id) where not exists (
      select from file x where x.id = u.id and x.owner_kind = 'customer' and x.owner_id = $1 and x.state <> 'refused'
        and x.at > now() - interval '23 hours'))
  returning id, number),
m as (
  insert into message (ticket_id, seq, client_id, author_kind, author_id, internal, channel, body, files, removed)
  select id, 2, $2, 'customer', $1, false, $4, $5, $6::uuid[], $7::text[] from t returning ticket_id, seq, at),
e as (
  insert into event (stream, seq, kind, actor, public, body)
  select 'ticket:' || t.id, x.seq, x.kind, 'customer:' || $1, true, x.body from t, lateral (values
    (1, 'ticket.opened', jsonb_build_object('number', t.number, 'channel', $4)),
    (2, 'message.posted', jsonb_build_object('author_kind', 'customer', 'author_id', $1, 'internal', false, 'channel', $4, 'status', null))
  ) x(seq, kind, body))
select t.id, t.number, m.seq, m.at, 'new' as outcome from t join m on m.ticket_id = t.id
union all
select id, number, seq, at, case when same then 'again' else 'conflict' end from old"""


def _array(values: tuple[object, ...]) -> str:
    """A PostgreSQL array literal of ids and our own words, which hold no quotes."""
    return "{" + ",".join(str(value) for value in values) + "}"


async def post(db: Reads, drafts: list[Draft]) -> list[Outcome]:
    """Stores all drafts in one statement; one outcome each, in order. A draft that is wrong never harms the others."""
    rows = await db.fetch(
        POST, [d.ticket_id for d in drafts], [d.client_id for d in drafts], [d.author_kind for d in drafts],
        [d.author_id for d in drafts], [d.body for d in drafts], [d.internal for d in drafts], [d.channel for d in drafts],
        [_array(d.files) for d in drafts], [_array(d.removed) for d in drafts], [d.seen for d in drafts],
        [d.thanks for d in drafts], [d.takes for d in drafts], [d.answers for d in drafts],
    )
    return [Outcome(row["outcome"], row["seq"], row["at"], row["status"], row["owner_id"]) for row in rows]


async def open_ticket(
    db: Reads, *, customer_id: int, client_id: UUID, subject: str, channel: str, body: str, files: tuple[UUID, ...],
    removed: tuple[str, ...], language: str, about: dict[str, str] | None,
) -> tuple[int, str, Outcome] | None:
    """A ticket and its first message: id, number and outcome; None when a file is not the customer's."""
    row = await db.fetchrow(OPEN, customer_id, client_id, subject, channel, body, list(files), list(removed), language, about)
    return (row["id"], row["number"], Outcome(row["outcome"], row["seq"], row["at"])) if row else None
