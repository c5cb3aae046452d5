"""What search would say, and the questions it is held to."""

import asyncio
from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post
from farol.selfserve.retrieval.library import library

from .. import actions, tester, tester_store
from ..actions.asking import MOST
from ..tester import Tried
from ..tester_store import Question
from .shapes import Asked, Language, Slug


class QuestionBody(Body, frozen=True):
    """A question and the address of the article it is to find."""

    language: Language
    question: Asked
    slug: Slug


class Expected(msgspec.Struct, frozen=True):
    """A test question. ahead: its place with every open draft published; None when not found then, or not asked for."""

    asked: Question
    ahead: int | None


class Questions(msgspec.Struct, frozen=True):
    """Those that became worse first."""

    questions: list[Expected]
    most: int


class Run(msgspec.Struct, frozen=True):
    """How many became worse since they were asked before."""

    worse: int


class Added(msgspec.Struct, frozen=True):
    """The question's id."""

    id: int


@get("/editing/try", can=Can.SEARCH_TUNE)
async def try_out(
    kit: Kit, actor: Actor, q: Annotated[str, msgspec.Meta(max_length=300, pattern=r"^[^\x00]*$")], language: Language = "en", drafts: bool = False,
) -> Tried:
    """What search says now, why, and what it would say with the open drafts. It is not counted."""
    limit("editing_try", actor.ref, rate_per_s=2, burst=20)
    return await tester.try_out(kit, q, language, drafts=drafts)


@get("/editing/questions", can=Can.SEARCH_TUNE)
async def questions(kit: Kit, actor: Actor, drafts: bool = False) -> Questions:
    """Questions that search has to answer with an article."""
    limit("editing_try", actor.ref, rate_per_s=2, burst=20)
    known = await tester_store.questions(kit.db, MOST)
    if not drafts:
        return Questions([Expected(one, None) for one in known], MOST)
    ahead = await tester.with_drafts(kit, (await library(kit)).index)
    came = await asyncio.to_thread(tester.asked_of, ahead, known)
    return Questions([Expected(one, place) for one, place, _ in came], MOST)


@post("/editing/questions", can=Can.SEARCH_TUNE)
async def add(kit: Kit, actor: Actor, data: QuestionBody) -> Added:
    """From now on it is asked after every publication."""
    limit("editing_questions", actor.ref, rate_per_s=0.5, burst=20)
    return Added(await actions.add_question(kit, actor, data.language, " ".join(data.question.split()), data.slug))


@post("/editing/questions/run", can=Can.SEARCH_TUNE)
async def run(kit: Kit, actor: Actor) -> Run:
    """Asks all of them now."""
    limit("editing_questions", actor.ref, rate_per_s=0.5, burst=20)
    return Run(await actions.ask_all(kit, actor.id))


@delete("/editing/questions/{question_id:int}", can=Can.SEARCH_TUNE)
async def remove(kit: Kit, actor: Actor, question_id: int) -> None:
    """It is not asked any more."""
    await actions.remove_question(kit, actor, possible(question_id))


routes = [try_out, questions, add, run, remove]
