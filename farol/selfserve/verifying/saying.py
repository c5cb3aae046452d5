"""A verdict in one sentence, for the page and for whoever asks by another way. No I/O."""

from farol.selfserve.help_centre import ours

from .official import Verdict
from .typed import Typed
from .words import Words


def why(what: Typed, verdict: Verdict, words: Words) -> str:
    """What the verdict means for this kind."""
    if verdict.standing == "ours":
        return {"phone": words.ours_phone, "mail": words.ours_mail}.get(what.kind, words.ours_any)
    if verdict.elsewhere and verdict.account:
        return words.alike_elsewhere.format(channel=ours.named(verdict.account.channel, words))
    if verdict.standing == "alike":
        return words.alike_of if verdict.account else words.alike_name
    return {"phone": words.not_phone, "handle": words.not_handle}.get(what.kind, words.not_any)
