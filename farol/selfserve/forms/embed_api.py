"""Routes of the form element: the form as data, and the way a filled-in one is sent."""

from typing import Annotated
from uuid import UUID

import msgspec

from farol.core.customers import store as people
from farol.core.tickets.api import FileIds
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.i18n import Tongue
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Request, get, post
from farol.kit.web.credentials import read as credentials

from .embedding import Filled, Shown, shown, stranger, take
from .model import LONGEST_ANSWER, LONGEST_WORDS, Answers, Form, forms
from .problems import NoSuchForm
from .urgent import urgency

Key = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Answer = Annotated[str, msgspec.Meta(max_length=LONGEST_ANSWER * 2)]


class FilledBody(Body, frozen=True):
    """A filled-in form. answers: by the question's key; files: ids of what was uploaded; as_is: what looks wrong really is so."""

    form_id: UUID
    answers: Annotated[dict[Key, Answer], msgspec.Meta(max_length=60)] = {}
    words: Annotated[str, msgspec.Meta(max_length=LONGEST_WORDS * 2)] = ""
    files: FileIds = []
    as_is: bool = False
    language: Tongue = "en"


class Received(msgspec.Struct, frozen=True):
    """The ticket. urgent: what it is about cannot wait, and where to go at once."""

    id: int
    number: str
    urgent: str


@get("/forms/{form_key:str}", can=Can.ANYONE)
async def form_shown(request: Request, form_key: str, lang: str = "") -> Shown:  # type: ignore[type-arg]
    """lang: one of the languages of pages; else the browser's first that we speak."""
    came = credentials(request.scope)
    limit("form_shown", came.ip, rate_per_s=5, burst=100)
    return shown(_form(form_key), lang if i18n.is_tongue(lang) else i18n.tongue_of(came.language))


@post("/forms/{form_key:str}", can=Can.OWN_TICKETS)
async def form_sent(kit: Kit, actor: Actor, request: Request, form_key: str, data: FilledBody) -> Received:  # type: ignore[type-arg]
    form, customer = _form(form_key), await people.customer(kit.db, actor.id)
    if customer is None:
        raise NotFound
    if customer.uid is None:
        stranger(credentials(request.scope).ip, customer.email)
    known = {key: text.strip() for key, text in data.answers.items() if form.slot(key) and text.strip()}
    opened = await take(
        kit, actor, customer, form, Filled(data.form_id, Answers(known, data.words), data.as_is, files=data.files), data.language)
    return Received(opened.id, opened.number, urgency(form.reason, data.words))


def _form(reason: str) -> Form:
    found = forms().get(reason)
    if found is None:
        raise NoSuchForm
    return found


routes = [form_shown, form_sent]
