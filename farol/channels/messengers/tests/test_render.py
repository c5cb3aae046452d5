"""One rich message in every markup: within the limit, nothing lost, marks balanced, plain words left as they are."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from farol.channels.connections.model import Limits, Markup
from farol.channels.messengers.rendering import escaped, measure, pieces, rendered, visible

MARKUPS: list[Markup] = ["plain", "telegram_html", "markdown", "discord", "whatsapp", "html"]
WORDS = st.text(st.sampled_from("ab *`[]()\\\n_<>&#-.漢字é\u0301\U0001f600:/h"), max_size=300)
RICH = "**Hi** there `0xabc` [here](https://x.y/a_b?c=1&d=2)\n- one\n# two\n```\ncode <b>\n```\nend_x_ \\*a\\*"


def limits(markup: Markup, most: int = 4096, units: str = "utf16") -> Limits:
    return Limits(most, 10, 1, markup, 1, 1, 1, "", units=units)  # type: ignore[arg-type]


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


class Balanced(HTMLParser):
    """Asserts that every tag is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@settings(max_examples=300)
@given(WORDS, st.sampled_from(MARKUPS), st.integers(40, 90), st.sampled_from(["characters", "utf16", "utf8", "weighted"]))
def test_no_piece_is_over_the_limit_and_nothing_is_lost(text: str, markup: Markup, most: int, units: str) -> None:
    limit = limits(markup, most, units)
    cut = pieces(text, limit)
    assert bare("".join(visible(one) for one in cut)) == bare(visible(text))
    for one in cut:
        assert len(rendered(one, limit)) <= 1, "a piece is one text"
    for shown in rendered(text, limit):
        assert measure(shown, units) <= most
        if markup in ("telegram_html", "html"):
            reader = Balanced()
            reader.feed(shown)
            assert not reader.open


@given(WORDS)
def test_plain_words_say_what_they_say(text: str) -> None:
    assert visible(escaped(text)) == text


@pytest.mark.parametrize(("markup", "shown"), [
    ("plain", "Hi there 0xabc here (https://x.y/a_b?c=1&d=2)\n• one\n# two\ncode <b>\nend_x_ *a*"),
    ("telegram_html", '<b>Hi</b> there <code>0xabc</code> <a href="https://x.y/a_b?c=1&amp;d=2">here</a>\n• one\n# two\n<pre>code &lt;b&gt;</pre>\nend_x_ *a*'),
    ("discord", "**Hi** there `0xabc` [here](https://x.y/a_b?c=1&d=2)\n- one\n\\# two\n```\ncode <b>\n```\nend\\_x\\_ \\*a\\*"),
    ("whatsapp", "*Hi* there `0xabc` here: https://x.y/a_b?c=1&d=2\n• one\n# two\n```code <b>```\nend_x_ *a*"),
])
def test_each_markup_in_its_own_words(markup: Markup, shown: str) -> None:
    assert rendered(RICH, limits(markup)) == [shown]


def test_an_address_is_not_cut() -> None:
    address = "0x" + "9f3c" * 10
    found = rendered(f"{'word ' * 8}{address} and more {'word ' * 9}", limits("plain", 60))
    assert any(address in one for one in found)


def test_a_paragraph_is_where_people_would_break() -> None:
    assert rendered("a" * 30 + "\n\n" + "b" * 30, limits("plain", 50)) == ["a" * 30, "b" * 30]


def test_x_counts_asian_signs_twice_and_addresses_as_23() -> None:
    assert measure("漢字ab https://example.com/" + "x" * 100, "weighted") == 4 + 2 + 1 + 23
