"""What is said about an ordinary matter: a quote, three choices, one question, or nothing that would help."""

import msgspec

from farol.kit.i18n import lang_of
from farol.selfserve.assistant.model import Case, Offer
from farol.selfserve.assistant.words import filled, name_of, run, words_of
from farol.selfserve.forms.model import forms

from .finding import Candidate, pointing, reasons_of
from .gate import OFFER
from .given import Given, Heard, Matter, Quote, Thought
from .how import asks_how
from .quoting import quoted, source
from .trace import Trace
from .writing import move

CHOICES = 3
STOLEN = "sec.account_stolen"
LIKELY = 0.12
"""The share from which a reason is offered as a choice."""


def sure(heard: Heard, matter: Matter, candidates: list[Candidate]) -> bool:
    """Whether the best candidate is quoted unasked, which nothing of money or security is."""
    return bool(candidates) and not matter.guided and candidates[0].certain(heard.language)


def elsewhere(matter: Matter, candidates: list[Candidate]) -> bool:
    """Whether what search likes best is about another reason than the one taken: the customer says which."""
    return bool(candidates) and candidates[0].p >= OFFER and matter.reason not in reasons_of().get(candidates[0].article.slug, ())


def by_gate(given: Given, heard: Heard, matter: Matter, candidates: list[Candidate], trace: Trace) -> Thought | None:
    """The move of the gate; None where it has to end with a person. Each turn that does not answer counts as a miss, but for the first choices."""
    best = candidates[0] if candidates else None
    if best and sure(heard, matter, candidates):
        return answer(given, heard, best, matter.reason, trace)
    passed_over = any(one.to == "other" for one in given.case.offered)
    if given.case.misses + 1 >= given.misses and (given.case.asked or passed_over):
        return None
    if (best and best.p >= OFFER) or matter.share >= LIKELY:
        offers = _offers(heard, matter, candidates)
        if offers:
            return choose(given, heard, offers, matter.reason, trace, again=passed_over or given.case.misses > 0)
    return ask(given, heard, trace)


def answer(given: Given, heard: Heard, best: Candidate, reason: str, trace: Trace, translated: str = "") -> Thought:
    """The passage word for word, with source, version and date. translated: the same in the customer's language, made by a machine."""
    article, words = best.article, words_of(heard.language)
    other = lang_of(heard.language) != article.language or heard.language.partition("-")[0] not in ("zh", "en")
    where = source(article, best.passage, given.site, translated=bool(translated))
    verbatim = quoted(article, best.passage)
    with trace.stage("answer") as told:
        told.say(f"逐字引用《{article.title}》第 {article.version} 版。", f"Quotes “{article.title}”, version {article.version}, word for word.",
                 article=article.slug, version=article.version, language=article.language, passage=best.passage.anchor if best.passage else "", p=round(best.p, 3))
    note = filled(words.machine, url=where.url) if translated else filled(words.only_in, language=name_of(article.language)) if other else ""
    lead = "\n\n".join(part for part in (note, translated or verbatim, words.helped) if part)
    offers = [Offer(words.yes, "yes"), Offer(words.no, "no")]
    made = move(
        "answer", lead, heard.language, first=given.first, choices=[one.label for one in offers], sources=[where],
        evidence=[article.title, verbatim, note], reason=reason)
    quote = Quote(article.slug, article.language, article.version)
    return Thought(made, _case(given, heard, reason, offered=offers), trace.stages, heard.language, quotes=[quote])


def choose(given: Given, heard: Heard, offers: list[Offer], reason: str, trace: Trace, *, again: bool) -> Thought:
    """At most three choices, and something else."""
    words = words_of(heard.language)
    with trace.stage("choices") as told:
        told.say(f"给出 {len(offers)} 个选项。", f"Offers {len(offers)} choices.", to=[one.to for one in offers])
    offers = [*offers, Offer(words.other, "other")]
    lead = run(heard.language, words.again, words.choose) if again else words.choose
    made = move("choices", lead, heard.language, first=given.first, choices=[one.label for one in offers], evidence=[one.label for one in offers], reason=reason)
    return Thought(made, _case(given, heard, reason, offered=offers, missed=again), trace.stages, heard.language)


def ask(given: Given, heard: Heard, trace: Trace, *, greeting: bool = False) -> Thought:
    """One question. A greeting costs nothing; otherwise it is a miss."""
    words = words_of(heard.language)
    with trace.stage("question") as told:
        told.say("问一个问题。", "Asks one question.", asked=given.case.asked + 1)
    lead = words.ask_again if given.case.asked and not greeting else words.ask
    made = move("question", lead, heard.language, first=given.first)
    case = _case(given, heard, "", offered=[], missed=not greeting)
    return Thought(made, msgspec.structs.replace(case, asked=case.asked + (not greeting)), trace.stages, heard.language)


def simply(given: Given, heard: Heard, words: str, what: str, trace: Trace, offers: list[Offer] | None = None) -> Thought:
    """A sentence of its own, such as that it is a machine. A guided flow goes on after it."""
    with trace.stage("answer") as told:
        told.say("用自己的句子回答。", "Answers with a sentence of its own.", what=what)
    made = move("answer", words, heard.language, first=False, choices=[one.label for one in offers or []])
    case = _case(given, heard, given.case.reason, offered=offers or [])
    return Thought(made, msgspec.structs.replace(case, flow=given.case.flow), trace.stages, heard.language)


def solved(given: Given, heard: Heard, trace: Trace) -> Thought:
    """The customer says that it helped: what was known of the matter is not carried into the next one."""
    made = simply(given, heard, words_of(heard.language).glad, "glad", trace)
    case = msgspec.structs.replace(made.case, misses=0, asked=0, flow=None, slots={}, reason="")
    return msgspec.structs.replace(made, case=case, solved=True)


def theft_first(given: Given, heard: Heard, matter: Matter) -> list[Offer]:
    """Where theft may be meant: that before what the words rather seem to be about. Empty where it is not, where somebody asks how something is
    done, and where it was offered a turn ago."""
    stolen = Offer(forms()[STOLEN].title(lang_of(heard.language)), f"reason:{STOLEN}")
    if STOLEN not in matter.understood.alarms or asks_how(heard.text) or any(one.to == stolen.to for one in given.case.offered):
        return []
    return [stolen, *(one for one in _offers(heard, matter, []) if one.to != stolen.to)][:CHOICES]


def page_or_help(heard: Heard, matter: Matter, candidates: list[Candidate]) -> list[Offer]:
    """To somebody who asks how something of money or security is done: the pages that say so, or help with what does not work. The customer
    chooses; nothing is answered. Empty where no page is likely."""
    pages = [Offer(one.article.title, f"article:{one.article.slug}") for one in candidates[: CHOICES - 1] if one.signs.covered >= OFFER or one.p >= OFFER]
    if not pages or matter.reason not in forms():
        return []
    return [*pages, Offer(forms()[matter.reason].title(lang_of(heard.language)), f"reason:{matter.reason}")]


def _offers(heard: Heard, matter: Matter, candidates: list[Candidate]) -> list[Offer]:
    """Reasons of which words have a share, by the name their form has, and articles that may fit; matters of money first as what they are."""
    lang, found = lang_of(heard.language), []
    for one in matter.understood.reasons[:CHOICES] if not matter.understood.out_of_scope else ():
        if one.p >= LIKELY and one.code in pointing():
            found.append(Offer(pointing()[one.code].title(lang), f"reason:{one.code}"))
    for candidate in candidates[:CHOICES]:
        if candidate.p >= OFFER / 2:
            found.append(Offer(candidate.article.title, f"article:{candidate.article.slug}"))
    return list({one.label.casefold(): one for one in found}.values())[:CHOICES]


def _case(given: Given, heard: Heard, reason: str, *, offered: list[Offer], missed: bool = False) -> Case:
    case = given.case
    return msgspec.structs.replace(
        case, state="talking", reason=reason or case.reason, language=heard.language, offered=offered, slots={**case.slots, **heard.slots},
        flow=None, misses=case.misses + missed)
