"""A half-written form looked at as a whole: what it lacks, what may answer it, whether it can wait."""

from farol.core.customers.model import Customer
from farol.kit.core import Kit
from farol.kit.permission import Actor

from . import suggest
from .coach import coach
from .model import Answers, Form
from .urgent import urgency
from .view import Look
from .words import Words


async def look(kit: Kit, actor: Actor, customer: Customer, form: Form, answers: Answers, words: Words, *, picked: bool) -> Look:
    """Everything that can be said before it is sent."""
    return Look(
        await suggest.articles(kit, actor, form, answers, words.lang), await suggest.ongoing(kit, customer, form, answers, words),
        coach(form, answers.slots, answers.words, words, picked=picked),
        urgency(form.reason, answers.words, *answers.slots.values()))
