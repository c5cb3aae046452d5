"""The tickets behind a figure, worst first. Parameters as in ``measure_store``, then how many."""

from farol.kit.db import Reads, every

from .measure_store import CASE, Filters
from .model import Listed

HEAD = "select t.id, t.number, t.subject, x.at, x.value::float8 as value, x.words from ticket t join lateral ("
TAIL = ") x on true where " + CASE + " order by x.value desc nulls last, x.at desc limit $7"
FIRST_REPLY = HEAD + """
  select f.replied_at as at, extract(epoch from f.replied_at - f.asked_at) as value, '' as words from figure_ticket f
  where f.ticket_id = t.id and f.replied_at >= $1 and f.replied_at < $2""" + TAIL
FIRST_TOUCH = HEAD + """
  select f.touched_at as at, extract(epoch from f.touched_at - f.asked_at) as value, '' as words from figure_ticket f
  where f.ticket_id = t.id and f.touched_at >= $1 and f.touched_at < $2""" + TAIL
RESOLUTION = HEAD + """
  select r.at, extract(epoch from r.at - f.opened_at) as value, '' as words from figure_resolution r join figure_ticket f using (ticket_id)
  where r.ticket_id = t.id and r.at >= $1 and r.at < $2 and r.reopened_at is null""" + TAIL
ANSWER_SPEED = HEAD + """
  select q.left_at as at, extract(epoch from q.left_at - q.entered_at) as value, '' as words from queue_entry q
  where q.ticket_id = t.id and q.left_at >= $1 and q.left_at < $2 and q.outcome in ('taken', 'answered')""" + TAIL
ABANDONED = HEAD + """
  select q.left_at as at, extract(epoch from q.left_at - q.entered_at) as value, '' as words from queue_entry q
  where q.ticket_id = t.id and q.left_at >= $1 and q.left_at < $2 and q.outcome = 'left' and q.left_at - q.entered_at > interval '10 seconds'""" + TAIL
HANDLE = HEAD + """
  select q.done_at as at, extract(epoch from q.done_at - q.left_at) as value, '' as words from queue_entry q
  where q.ticket_id = t.id and q.outcome = 'taken' and q.done_at >= $1 and q.done_at < $2""" + TAIL
ONE_CONTACT = HEAD + """
  select r.at, null as value, case when r.reopened_at is null then '' else 'reopened' end as words from figure_resolution r
  where r.ticket_id = t.id and r.at >= $1 and r.at < $2 and (
    r.reopened_at <= r.at + case when t.severity in ('P3', 'P4') then interval '72 hours' else interval '7 days' end
    or exists (select from ticket o where o.customer_id = t.customer_id and o.id <> t.id and o.merged_into is null and o.opened_at > r.at
      and o.opened_at <= r.at + case when t.severity in ('P3', 'P4') then interval '72 hours' else interval '7 days' end
      and (t.reason is null or o.reason is null or split_part(o.reason, '.', 1) = split_part(t.reason, '.', 1))))""" + TAIL
REOPENED = HEAD + """
  select r.reopened_at as at, extract(epoch from r.reopened_at - r.at) as value, '' as words from figure_resolution r
  where r.ticket_id = t.id and r.at >= $1 and r.at < $2 and r.reopened_at <= r.at + interval '14 days'""" + TAIL
RATED = HEAD + """
  select g.at, -g.stars as value, g.comment as words from rating g
  where g.ticket_id = t.id and g.resolved_at >= $1 and g.resolved_at < $2""" + TAIL
PROMISES = HEAD + """
  select p.by as at, extract(epoch from coalesce(p.kept_at, now()) - p.by) as value, '' as words from sla_promise p
  where p.ticket_id = t.id and p.by >= $1 and p.by < $2 and (p.broken_at is not null or (p.kept_at is null and p.by < now()))""" + TAIL
LEVELS = HEAD + """
  select k.due_at as at, extract(epoch from coalesce(k.met_at, now()) - k.due_at) as value, k.kind as words from sla_clock k
  where k.ticket_id = t.id and k.due_at >= $1 and k.due_at < $2
    and (k.breached_at is not null or (k.met_at is null and k.dropped_at is null and k.due_at < now()))""" + TAIL

BEHIND = {
    "first_reply": FIRST_REPLY, "first_touch": FIRST_TOUCH, "resolution": RESOLUTION, "answer_speed": ANSWER_SPEED,
    "abandonment": ABANDONED, "handle": HANDLE, "one_contact": ONE_CONTACT, "reopened": REOPENED, "csat": RATED,
    "promise": PROMISES, "sla": LEVELS,
}
"""The statement by figure: for times, the slowest; for shares, the tickets that pull it down (of ratings, all)."""


async def behind(db: Reads, figure: str, by: Filters, most: int) -> list[Listed]:
    """The tickets behind a figure of ``BEHIND``."""
    return await every(db, Listed, BEHIND[figure], *by, most)
