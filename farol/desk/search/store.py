"""Statements of search. The first parameter of each that finds is the viewer."""

from typing import Any

from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads

# The newest hits of the index first, as few as are needed; only those are looked at further.
HITS = """
with hit as materialized (
  select ticket_id, seq, place from search_message where words @@ $2::text::tsquery and place < $3 order by place desc limit $4)
select h.ticket_id, h.seq, h.place, m.author_kind, m.author_id, m.internal, m.body, m.at, t.number, t.subject, t.status, """
ALLOWED = """($5::text is null or t.status = $5) and ($6::text is null or t.reason = $6 or t.reason like $6 || '.%')
  and ($7::bigint is null or t.customer_id = $7) and """
MESSAGES = HITS + """
  (case m.author_kind when 'staff' then (select s.name from staff s where s.id = m.author_id)
    when 'customer' then (select c.name from customer c where c.id = m.author_id) end) as author_name,
  (""" + ALLOWED + SEEN + """ and ($8::text is null or m.author_kind = $8) and ($9::bigint is null or m.author_id = $9)
    and ($10::timestamptz is null or m.at < $10) and ($11::timestamptz is null or m.at >= $11)) as fits
from hit h join message m using (ticket_id, seq) join ticket t on t.id = h.ticket_id, (select $1::bigint as id) viewer
order by h.place desc"""
TICKETS = """
with hit as materialized (
  select ticket_id, place from search_ticket where words @@ $2::text::tsquery and place < $3 order by place desc limit $4)
select h.ticket_id, h.place, (""" + ALLOWED + SEEN + """
  and ($8::timestamptz is null or t.opened_at < $8) and ($9::timestamptz is null or t.opened_at >= $9)) as fits
from hit h join ticket t on t.id = h.ticket_id, (select $1::bigint as id) viewer order by h.place desc"""
OF_PEOPLE = """
select t.id from ticket t, (select $1::bigint as id) viewer
where t.customer_id = any($2::bigint[]) and ($3::text is null or t.status = $3) and """ + SEEN + " order by t.id desc limit $4"
NUMBERED = "select t.id from ticket t, (select $1::bigint as id) viewer where t.number = upper($2) and " + SEEN
FILTERED = """
select t.id from ticket t, (select $1::bigint as id) viewer
where ($2::text is null or t.status = $2) and ($3::text is null or t.reason = $3 or t.reason like $3 || '.%')
  and ($4::bigint is null or t.customer_id = $4) and ($5::timestamptz is null or t.opened_at < $5)
  and ($6::timestamptz is null or t.opened_at >= $6) and t.id < $7 and """ + SEEN + " order by t.id desc limit $8"
PEOPLE = """
select id, uid, name, email, phone, tier, language from customer
where uid = $1 or lower(email) = lower($1) or (phone = $1 and phone <> '') order by uid is null, id limit 5"""
MOVE = "update cursor set xid = $1::text::xid8, id = $2 where reader = 'search'"
BEGINNING = "select word from search_word where word like $1 order by length(word), word limit 16"
LEARN = "insert into search_word (word) select unnest($1::text[]) order by 1 on conflict do nothing"
TOP = "select coalesce((select id from cursor where reader = 'search'), 0)"

START = "insert into cursor (reader) values ('search') on conflict do nothing"
# One worker indexes at a time; another passes by.
AT = "select xid::text as xid, id from cursor where reader = 'search' for update skip locked"
# Messages of a ticket are committed in their order, so what is new is what stands after the last that was taken in.
SAID = """
select m.ticket_id, m.seq, m.body, coalesce(e.id, q.place) as place from unnest($1::bigint[], $2::bigint[]) q(ticket_id, place)
join message m on m.ticket_id = q.ticket_id
  and m.seq > coalesce((select max(s.seq) from search_message s where s.ticket_id = q.ticket_id), 0)
left join event e on e.stream = 'ticket:' || m.ticket_id and e.seq = m.seq"""
NAMED = """
select t.id as ticket_id, concat_ws(' ', t.number, t.subject, t.about->>'id', (select string_agg(f.value, ' ')
  from jsonb_each_text(t.fields) f)) as said, q.place
from unnest($1::bigint[], $2::bigint[]) q(ticket_id, place) join ticket t on t.id = q.ticket_id"""
PUT_SAID = """
insert into search_message (ticket_id, seq, place, words)
select ticket_id, seq, place, array_to_tsvector(string_to_array(words, ' '))
from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[]) q(ticket_id, seq, place, words) on conflict do nothing"""
PUT_NAMED = """
insert into search_ticket as s (ticket_id, place, words)
select ticket_id, place, array_to_tsvector(string_to_array(words, ' ')) from unnest($1::bigint[], $2::bigint[], $3::text[]) q(ticket_id, place, words)
on conflict (ticket_id) do update set place = excluded.place, words = excluded.words where s.words <> excluded.words"""


async def people(db: Reads, exact: str) -> list[Any]:
    """Customers with exactly this uid, address or phone number, at most five."""
    return await db.fetch(PEOPLE, exact)


async def endings(db: Reads, begun: str) -> list[str]:
    """Known words that begin like this, the shortest first. begun: letters alone."""
    return [row["word"] for row in await db.fetch(BEGINNING, begun + "%")]


async def top(db: Reads) -> int:
    """The place the index has come to."""
    return int(await db.fetchval(TOP))
