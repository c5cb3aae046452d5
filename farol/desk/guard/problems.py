"""Refusals of the guard."""

from farol.kit.problem import Problem


class NeverAsked(Problem):
    """The reply asks for what support never asks for. words: which; instead: what to write, by language."""

    code = "never_asked"
    status = 422
    texts = {
        "en": "Not sent: “{words}” asks for what support never asks for.",
        "zh": "没有发出：“{words}”是在索要客服从不索要的东西。",
    }


class LinkNotAllowed(Problem):
    """The reply leads somewhere that is neither ours nor on the list. words: which; instead: what to write, by language."""

    code = "link_not_allowed"
    status = 422
    texts = {
        "en": "Not sent: “{words}” leads to a place that is not on our list.",
        "zh": "没有发出：“{words}”不在我们允许的网址和联系方式里。",
    }


class MoneyPromised(Problem):
    """The reply promises money by a time or for certain. words: which; instead: what to write, by language."""

    code = "money_promised"
    status = 422
    texts = {
        "en": "Not sent: “{words}” promises money that nobody has decided on.",
        "zh": "没有发出：“{words}”承诺了还没有决定的钱。",
    }


class BlankLeft(Problem):
    """A variable that nobody filled. words: which."""

    code = "blank_left"
    status = 422
    texts = {"en": "Not sent: “{words}” is still blank.", "zh": "没有发出：“{words}”还没填。"}


class ContactNotAllowed(Problem):
    """The reply holds a number, a mail address or an address on a chain that is not on the list. words: which; instead: by language."""

    code = "contact_not_allowed"
    status = 422
    texts = {
        "en": "Not sent: “{words}” is not on our list of numbers and addresses. Hold the reply for release if it has to stand there.",
        "zh": "没有发出：“{words}”不在我们允许的号码和地址里。如果必须写，请提交放行。",
    }


class NothingToHold(Problem):
    """The words are fine as they are."""

    code = "nothing_to_hold"
    status = 409
    texts = {"en": "Nothing in these words needs a release. Send them as usual.", "zh": "这些内容不需要放行，请直接发送。"}


class OwnRelease(Problem):
    """Nobody releases their own words."""

    code = "own_release"
    status = 409
    texts = {"en": "A release needs a second person. Ask a colleague to look at yours.", "zh": "放行需要第二个人，请让同事来看。"}


class HeldDecided(Problem):
    """Somebody was faster, or its time is over. state: what became of it."""

    code = "held_decided"
    status = 409
    texts = {"en": "This reply does not wait any more. Load the page again to see what became of it.", "zh": "这条回复已不在等待，请刷新查看结果。"}


class NotAContact(Problem):
    """What was to be listed is not of its kind."""

    code = "not_a_contact"
    status = 422
    texts = {
        "en": "This does not read as what it is said to be. Check the kind and the spelling; numbers need their country, such as +44.",
        "zh": "内容和所选类型不符。请核对类型和写法；号码要带国家代码，例如 +86。",
    }


class ListedAlready(Problem):
    """It is on the list."""

    code = "listed_already"
    status = 409
    texts = {"en": "This is on the list already.", "zh": "名单里已经有了。"}


REFUSALS: dict[str, type[Problem]] = {
    "never.link": LinkNotAllowed, "promise.money": MoneyPromised, **dict.fromkeys(("never.mail", "never.number", "never.address"), ContactNotAllowed),
}
"""By the code of what was found; everything else that stops a reply is ``NeverAsked``."""


def refusal(code: str) -> type[Problem]:
    """What a finding that stops a reply is refused as."""
    return REFUSALS.get(code, NeverAsked)
