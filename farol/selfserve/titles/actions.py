"""Verbs of trials: the only code that changes one."""

from collections.abc import Sequence

from farol.core.notices.actions import notify
from farol.core.tickets.checks import check_told
from farol.kit import text
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor, Can
from farol.kit.problem import NotAllowed, NotFound
from farol.selfserve.knowledge import actions as knowledge
from farol.selfserve.knowledge import store as articles
from farol.selfserve.knowledge.audience import Audience
from farol.selfserve.knowledge.model import Text

from . import store
from .events import TrialDecided, TrialEnded, TrialProposed, TrialStarted
from .model import MOST_RUNNING, PUBLISHED, Outcome, Trial, Variant, verdict
from .problems import (
    NotDecided,
    NotInLists,
    StartedByAuthor,
    TitlesAlike,
    TooManyTrials,
    TrialOpen,
    TrialOver,
)
from .running import expire


async def propose(kit: Kit, actor: Actor, article_id: int, language: str, others: Sequence[str]) -> tuple[int, bool]:
    """Begins a trial of the published title and the others: its id, and whether it runs already.

    It runs at once when the actor may publish and no second reader is asked for; otherwise somebody else starts it, because
    its words are read by visitors, and the article's owner is told. Raises NotFound, NotInLists, TitlesAlike, TrialOpen, TooManyTrials.
    """
    async with transaction(kit.db) as tx:
        about = await articles.described(tx, article_id, locked=True)
        now = await articles.of_language(tx, article_id, language)
        if about is None or about.retired_at:
            raise NotFound
        if now is None or not now.audience.open:
            raise NotInLists
        titles = [now.title, *others]
        if len({" ".join(text.words(title)) or title for title in titles}) < len(titles):
            raise TitlesAlike
        await check_told(tx, actor, *others)
        if await store.count(tx) >= MOST_RUNNING:
            raise TooManyTrials(most=MOST_RUNNING)
        made = await store.add(tx, article_id, language, actor.id, titles)
        if made is None:
            raise TrialOpen
        seq = await emit(tx, _stream(made), actor, TrialProposed(about.slug, language, titles))
        runs = actor.may(Can.ARTICLE_PUBLISH) and not kit.settings.article_second_reader
        if runs:
            await store.start(tx, made, actor.id)
            seq = await emit(tx, _stream(made), actor, TrialStarted(about.slug, language))
        elif about.owner_id:
            title = {"zh": f"请看要试的标题：{titles[1]}", "en": f"Titles to be tried: {titles[1]}"}
            await notify(tx, [about.owner_id], "other.article", ticket_id=None, title=title, words=about.slug, key=f"title-proposed:{made}", but=actor)
    await _told(kit, made, seq)
    return made, runs


async def start(kit: Kit, actor: Actor, trial_id: int) -> None:
    """Starts a trial that somebody proposed. Raises NotFound, TrialOver, StartedByAuthor."""
    async with transaction(kit.db) as tx:
        trial = await _held(tx, trial_id)
        if kit.settings.article_second_reader and actor.id == trial.by_id:
            raise StartedByAuthor
        if not await store.start(tx, trial_id, actor.id):
            raise TrialOver
        seq = await emit(tx, _stream(trial_id), actor, TrialStarted(trial.slug, trial.language))
    await _told(kit, trial_id, seq)


async def stop(kit: Kit, actor: Actor, trial_id: int) -> None:
    """Everybody sees the published title again. Raises NotFound, TrialOver."""
    async with transaction(kit.db) as tx:
        trial = await _held(tx, trial_id)
        seq = await end(tx, actor, trial, "stopped")
    await _told(kit, trial_id, seq)


async def adopt(kit: Kit, actor: Actor, trial_id: int) -> int | None:
    """Publishes the article with the title that was found to be better, and returns the version.

    None where a second reader is asked for: the draft waits for review, and the trial goes on until it is published.
    Raises NotFound, TrialOver, NotDecided, and what the knowledge base refuses: DraftOpen while another draft is open.
    """
    if not actor.may(Can.ARTICLE_WRITE):
        raise NotAllowed
    async with transaction(kit.db) as tx:
        trial = await _held(tx, trial_id)
        title = next((one.title for one in (await store.variants(tx, [trial_id]))[trial_id] if one.place == trial.winner), None)
        now = await articles.of_language(tx, trial.article_id, trial.language)
    if not trial.winner or title is None or now is None:
        raise NotDecided
    where = (trial.article_id, trial.language)
    revision = await knowledge.restore(kit, actor, *where, now.version)
    draft = Text(title, now.summary, now.body, now.keywords, tuple(now.related))
    revision, _ = await knowledge.write(kit, actor, *where, revision, draft, brings_up=False)
    if kit.settings.article_second_reader:
        await knowledge.submit(kit, actor, *where, revision)
        return None
    version = await knowledge.publish_draft(kit, actor, *where, revision)
    async with transaction(kit.db) as tx:
        # What follows from publishing may have ended it already, in the same words.
        held = await store.trial(tx, trial_id)
        seq = await end(tx, actor, held, "adopted") if held and held.ended_at is None else 0
    await _told(kit, trial_id, seq)
    return version


async def judge(kit: Kit) -> int:
    """Looks at every running trial; who began one that is decided now is told. Returns how many were."""
    known = [trial for trial in await store.trials(kit.db, MOST_RUNNING, ended=False) if trial.started_at]
    numbers = await store.variants(kit.db, [trial.id for trial in known])
    decided = 0
    for trial in known:
        said = verdict(numbers[trial.id])
        seq = 0
        async with transaction(kit.db) as tx:
            if said.p < trial.p:
                await store.judge(tx, trial.id, said.p)
            if said.winner is not None and await store.decide(tx, trial.id, said.winner):
                seq = await emit(tx, _stream(trial.id), SYSTEM, TrialDecided(trial.slug, trial.language, said.winner, said.p))
                await _tell(tx, trial, numbers[trial.id], said.winner)
        if seq:
            decided += 1
            await wake(kit.bus, _stream(trial.id), seq)
    return decided


async def follow(tx: Tx, actor: Actor, article_id: int, *, retired: bool = False, audience: Audience | None = None, language: str = "") -> None:
    """Ends the trials of an article that was archived, is not for everybody any more, or has another title in the language."""
    for trial in await store.open_of(tx, article_id):
        titles = [one.title for one in (await store.variants(tx, [trial.id]))[trial.id]]
        now = await articles.of_language(tx, article_id, trial.language) if trial.language == language else None
        if retired:
            await end(tx, actor, trial, "archived")
        elif audience and not audience.open:
            await end(tx, actor, trial, "hidden")
        elif now and now.title != titles[PUBLISHED]:
            await end(tx, actor, trial, "adopted" if trial.winner and now.title == titles[trial.winner] else "changed")


async def end(tx: Tx, actor: Actor, trial: Trial, outcome: Outcome) -> int:
    """Ends the trial and returns the event's seq. Raises TrialOver."""
    if not await store.end(tx, trial.id, actor.ref, outcome):
        raise TrialOver
    return await emit(tx, _stream(trial.id), actor, TrialEnded(trial.slug, trial.language, outcome))


async def _held(tx: Tx, trial_id: int) -> Trial:
    """A trial that has not ended, locked. Raises NotFound, TrialOver."""
    trial = await store.trial(tx, trial_id)
    if trial is None:
        raise NotFound
    if trial.ended_at:
        raise TrialOver
    return trial


async def _tell(tx: Tx, trial: Trial, variants: Sequence[Variant], winner: int) -> None:
    won = next(one.title for one in variants if one.place == winner)
    title = {"zh": f"标题试验有结果：{won}", "en": f"Title trial decided: {won}"}
    await notify(tx, [trial.by_id], "other.article", ticket_id=None, title=title, words=trial.slug, key=f"title-trial:{trial.id}")


async def _told(kit: Kit, trial_id: int, seq: int) -> None:
    expire(kit)
    if seq:
        await wake(kit.bus, _stream(trial_id), seq)


def _stream(trial_id: int) -> str:
    return f"title_trial:{trial_id}"
