"""What every page of the community needs: who reads, and what there is nothing of."""

from typing import Any
from uuid import UUID, uuid4, uuid5

from farol.core.customers import store as customers
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.web import Page, Request

from .. import read_store, view
from ..view import Reader

AnyRequest = Request[Any, Any, Any]
MOST_FIELD = 20_000


async def reader_of(kit: Kit, actor: Actor, lang: str, topic_id: int = 0) -> Reader:
    """Who reads; somebody without an account at the exchange reads like anybody. An unknown language is read in English."""
    spoken = lang if i18n.is_lang(lang) else "en"
    if actor.kind != "customer":
        return Reader(spoken, None, None)
    customer = await customers.customer(kit.db, actor.id)
    if customer is None or not customer.uid:
        return Reader(spoken, None, None)
    return Reader(spoken, customer, await read_store.viewer(kit.db, actor.id, topic_id, clock.now()))


def nothing(kit: Kit, reader: Reader) -> Page:
    """What is not there, and what is not the reader's to see, look the same."""
    return Page("community/nothing.html", view.page(kit, reader, ""), status=404)


def field(form: Any, name: str) -> str:
    """A field of a form as text, NUL left out; a file is none."""
    value = form.get(name, "")
    return value[:MOST_FIELD].replace("\r\n", "\n").replace("\0", "") if isinstance(value, str) else ""


def once(form: Any, *words: str) -> UUID:
    """The id of what a form says: the same form sent twice is one, and the same form with other words is another."""
    try:
        given = UUID(field(form, "form_id"))
    except ValueError:
        given = uuid4()
    return uuid5(given, "\n".join(words))
