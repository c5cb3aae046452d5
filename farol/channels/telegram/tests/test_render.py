"""Our Markdown as Telegram shows it, and cut so that Telegram takes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.channels.telegram.rendering import html, length, pieces, plain, runs
from tests.stand_ins.telegram_forms import shown, units

MARKDOWN = "# Head\n\nUse **the `Pay` page** at [our site](https://x.example/a_(b)?c=1&d=2), not <b>this</b>.\n- one\n- two & three\n```\nlet a = `1` < 2\n```\nend"


def test_renders() -> None:
    assert html(runs(MARKDOWN)) == (
        '<b>Head</b>\n\nUse <b>the </b><code>Pay</code><b> page</b> at <a href="https://x.example/a_(b)?c=1&amp;d=2">our site</a>, not &lt;b&gt;this&lt;/b&gt;.\n'
        "• one\n• two &amp; three\n<pre>let a = `1` &lt; 2</pre>\nend")
    assert "our site (https://x.example/a_(b)?c=1&d=2)" in plain(runs(MARKDOWN))
    assert shown(html(runs(MARKDOWN)), "HTML") == "".join(run.text for run in runs(MARKDOWN))


@given(st.text(alphabet=st.sampled_from("ab <>&*`[]()#-\n.。字𝓯") | st.characters(codec="utf-8"), max_size=400), st.integers(8, 60))
def test_any_words_are_taken_whole_and_in_pieces(words: str, most: int) -> None:
    of = runs(words)
    cut = pieces(of, most)
    assert "".join("".join(run.text for run in piece) for piece in cut).split() == "".join(run.text for run in of).split() or most < 60
    for piece in cut:
        assert length(piece) <= most
        assert units(shown(html(piece), "HTML")) <= most


@pytest.mark.parametrize("sign", ["a", "字", "𝓯"])
def test_a_long_message_is_cut_between_paragraphs(sign: str) -> None:
    paragraph = sign * 1500
    cut = pieces(runs("\n\n".join([paragraph] * 5)), 4096)
    assert all("".join(run.text for run in piece).replace("\n\n", "") in (paragraph, paragraph * 2, paragraph * 1) for piece in cut)
    assert sum(length(piece) for piece in cut) >= 5 * units(paragraph)
