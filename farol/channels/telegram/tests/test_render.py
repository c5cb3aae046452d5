"""Any words of ours are calls that Telegram takes."""

from hypothesis import example, given
from hypothesis import strategies as st

from farol.app.demo.doors.platforms.telegram_forms import check, units
from farol.channels.messengers.model import Choice, Parcel
from farol.channels.telegram.sending import calls

WORDS = st.lists(st.sampled_from(["**", "`", "```\n", "[a](https://x.example/?a=1&b=2)", "<b>", "&amp;", "字", "\n", "𝓯 ", "- ", "\\*", "word "]) | st.text(max_size=30), max_size=60)


@example(["```\n \n```"], False, "x")
@example(["```\n\n\n\n"], True, "x")
@given(WORDS, st.booleans(), st.text(max_size=40))
def test_any_words(words: list[str], long: bool, name: str) -> None:
    markdown = "".join(words) * (60 if long else 1)
    for one in calls({"chat_id": 5}, Parcel("k", markdown, choices=(Choice("Yes", name),)), []):
        check(one.method, one.filled())
        assert units(one.filled(markup=False)["text"]) <= 4096
