"""Very many messages in the words people use, with their index, made by the database itself."""

from itertools import product

import asyncpg

from farol.desk.search.tokens import BUCKET, is_word, tokens

STEP = 50_000
ZH = product(["提币", "充值", "账户", "验证", "冻结", "转账", "到账", "审核", "矿工费", "地址", "密码", "登录", "截图", "客服", "订单"],
             ["没到", "失败", "处理中", "被拒", "太慢", "成功", "异常", "多久", "怎么办", "请帮忙"])
EN = product(["withdrawal", "deposit", "account", "verification", "network", "address", "transfer", "balance", "confirmation", "memo", "login", "order", "refund", "fee", "email"],
             ["pending", "failed", "missing", "wrong", "delayed", "blocked", "rejected", "completed", "urgent", "unknown"])
PHRASES = [*("".join(pair) for pair in ZH), *(" ".join(pair) for pair in EN), *(f"word{n}" for n in range(700))]
"""The first are in every second message, the last in one of thousands."""
IN_ONE = 6

CUSTOMER = "insert into customer (uid, name, language) values ('words', 'W', 'zh') returning id"
FILL = f"""
with picked as materialized (
  select n, k, 1 + floor(power(random(), 2.5) * $5::int)::int as id from generate_series($1::bigint, $2::bigint) n, generate_series(1, {IN_ONE}) k),
said as (select p.n, string_agg(w.said, ' ' order by p.k) as said, string_agg(w.words, ' ') as words
  from picked p join bench_word w using (id) group by p.n),
d as materialized (select n, said || ' ' || md5(n::text) as said, words || ' ' || md5(n::text) as words, $3::bigint + n as place,
  $4::bigint + (n - 1) / 5 as ticket, 2 + (n - 1) % 5 as seq from said),
t as (
  insert into ticket (id, customer_id, opening_id, subject, channel, language, seq, last_public_seq, status, opened_at)
  overriding system value select ticket, $6, gen_random_uuid(), left(said, 60), 'webchat', 'zh', 6, 6, 'resolved', now() from d where seq = 2
  on conflict do nothing),
m as (
  insert into message (ticket_id, seq, client_id, author_kind, author_id, internal, channel, body)
  select ticket, seq, gen_random_uuid(), 'customer', $6, false, 'webchat', said from d),
st as (
  insert into search_ticket (ticket_id, place, words)
  select ticket, place, array_to_tsvector(string_to_array(words || ' ~' || (place >> {BUCKET}), ' ')) from d where seq = 2)
insert into search_message (ticket_id, seq, place, words)
select ticket, seq, place, array_to_tsvector(string_to_array(words || ' ~' || (place >> {BUCKET}), ' ')) from d"""  # noqa: S608
REACHED = """
insert into cursor (reader, xid, id) values ('search', pg_current_xact_id(), $1)
on conflict (reader) do update set xid = excluded.xid, id = excluded.id"""


class Fill:
    """Adds messages after those there are. base, tickets: the last event and ticket before the first of them."""

    def __init__(self, db: asyncpg.Pool, base: int, tickets: int, customer: int) -> None:
        self._db, self._base, self._tickets, self._customer = db, base, tickets, customer
        self.have = 0

    @classmethod
    async def begin(cls, db: asyncpg.Pool) -> "Fill":
        """Learns the words."""
        await db.execute("create table bench_word (id int primary key, said text, words text)")
        await db.execute("insert into bench_word select * from unnest($1::int[], $2::text[], $3::text[])", list(range(1, len(PHRASES) + 1)), PHRASES, [" ".join(tokens(p)) for p in PHRASES])
        await db.execute("insert into search_word select unnest($1::text[]) on conflict do nothing", sorted({t for p in PHRASES for t in tokens(p) if is_word(t)}))
        base = await db.fetchval("select coalesce(max(id), 0) from event")
        tickets = await db.fetchval("select coalesce(max(id), 0) from ticket") + 1
        return cls(db, base, tickets, await db.fetchval(CUSTOMER))

    async def to(self, wanted: int) -> None:
        """So many messages in all, a fifth as many tickets."""
        async with self._db.acquire() as connection:
            await connection.execute("set synchronous_commit = off")
            for low in range(self.have + 1, wanted + 1, STEP):
                high = min(low + STEP - 1, wanted)
                await connection.execute(FILL, low, high, self._base, self._tickets, len(PHRASES), self._customer, timeout=600)
            self.have = wanted
            await connection.execute("select setval('event_id_seq', $1)", self._base + wanted + 1)
            await connection.execute(REACHED, self._base + wanted)
            await connection.execute("set synchronous_commit = on")
            await connection.execute("vacuum analyze", timeout=600)
