"""Saying: no flow asks for what is never asked for, promises what nobody can promise, or blames its customer."""

from collections.abc import Iterator

import pytest

from farol.core.exchange.shapes import Text
from farol.desk.guard.actions import forbidden
from farol.desk.guard.careful import careful
from farol.desk.guard.tone import tone
from farol.selfserve.flows import words
from farol.selfserve.flows.pages import PAGES
from farol.selfserve.flows.script import families, flows


def sentences() -> Iterator[tuple[str, str]]:
    """Everything that stands in a file, with its place."""
    for reason, flow in flows().items():
        for step in flow.steps:
            for one in [*([step.say] if step.say else []), *(Text(button.zh, button.en) for button in step.buttons)]:
                yield from ((f"{reason} {step.key}", half) for half in (one.zh, one.en))
    for family in families().values():
        if family.vague:
            yield from (("vague", half) for half in (family.vague.say.zh, family.vague.say.en))
    yield from ((name, half) for name, one in vars(words).items() if isinstance(one, Text) for half in (one.zh, one.en))


def test_nothing_is_asked_that_is_never_asked() -> None:
    assert [(where, text, one.code) for where, text in sentences() for one in forbidden(text)] == []


def test_nothing_is_promised_and_nobody_is_blamed() -> None:
    found = [(where, text, one.code) for where, text in sentences() for one in (*careful(text, promised=False), *tone(text))]
    assert found == []


def test_figures_that_change_are_never_typed() -> None:
    """Fees, minimums and hours come from the exchange; a file that types one would be wrong on the day it changes."""
    import re

    typed = [(where, text) for where, text in sentences() if re.search(r"\d+(?:\.\d+)?\s*(?:%|USDT|BTC|小时|分钟|工作日|hours?\b|minutes?\b|business days)", text)]
    assert typed == []


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_paths_of_ours(name: str) -> None:
    path, title = PAGES[name]
    assert path.startswith("/")
    assert "//" not in path
    assert title.zh
    assert title.en
