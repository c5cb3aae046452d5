"""The vagueness coach: "can't withdraw" becomes one of three things it can be, taken from what is so in the customer's own account."""

from farol.desk.triage.model import GENERAL, family_of
from farol.desk.triage.rules import RULES
from farol.kit.i18n import Lang

from . import things
from .live.told import closed
from .model import LONGEST_LABEL, MOST_CHOICES, Option
from .run import Run, Shown
from .script import Vague, families, flows

KEY = "vague"
SHORT = 60
"""Characters: whoever writes more says more."""
POINTS = frozenset({"txid", "amount", "withdrawal_id", "order_id", "p2p_order_id", "error_code", "error_text", "address", "time"})
"""Slots that already say which thing is meant."""
STRONG = 0.55
_KIND_OF = {"dep": "deposit", "wd": "withdrawal", "p2p": "p2p_order", "fiat": "fiat"}


def question(run: Run, said: str) -> Shown | None:
    """Asked of somebody who only says that something of a family does not work, where more than one thing can be meant."""
    family = families()[family_of(run.reason)]
    if family.vague is None or GENERAL[family_of(run.reason)] != run.reason or len(said) > SHORT or POINTS & run.slots.keys() or run.said.found:
        return None
    options, evidence = _of_account(run, family.vague)
    if len(options) == 1 and options[0].to.split(":")[1] == run.reason:
        return None
    if len(options) < MOST_CHOICES:
        taken = {one.to.split(":")[1] for one in options}
        usual = [Option(_label(one.zh, one.en, run.lang), one.to) for one in family.vague.choices if one.to.removeprefix("reason:") not in taken]
        options += usual[: MOST_CHOICES - len(options)]
    return Shown(KEY, closed(family.vague.say.of(run.lang), "？" if run.lang == "zh" else "?"), options, [], evidence)


def _of_account(run: Run, vague: Vague) -> tuple[list[Option], list[str]]:
    """What the account shows, the strongest first; a thing at most once, and a reason without a thing at most once."""
    if run.seen is None or run.reader is None:
        return [], []
    reader = run.reader
    kind = _KIND_OF.get(family_of(run.reason), "")
    named = {one.to.removeprefix("reason:"): one for one in vague.choices}
    facts = sorted(
        ((fact, code) for code in named if code in RULES and code in flows() for fact in RULES[code].run(run.seen, run.said)
         if fact.strength >= STRONG), key=lambda pair: -pair[0].strength)  # fmt: skip
    options: dict[str, Option] = {}
    evidence: list[str] = []
    for fact, code in facts:
        thing = things.find(run.seen, f"{kind}:{fact.ref}") if kind and fact.ref else None
        if thing is not None:
            ref = things.ref(kind, thing)
            title = things.label(kind, thing, reader)
            options.setdefault(ref, Option(title.of(run.lang)[:LONGEST_LABEL], f"reason:{code}:{ref}"))
            evidence += things.evidence(thing, reader)
        else:
            options.setdefault(code, Option(_label(named[code].zh, named[code].en, run.lang), f"reason:{code}"))
    return list(options.values())[:MOST_CHOICES], evidence


def _label(zh: str, en: str, lang: Lang) -> str:
    return zh if lang == "zh" else en
