"""Names of channels are the same here and in the console."""

import re
from pathlib import Path

import pytest

from farol.core.tickets.channels import NAMES, elsewhere, name

WORDS = Path(__file__).parents[4] / "web/console/src/words"


@pytest.mark.parametrize(("tongue", "place"), [("zh", 0), ("en", 1)])
def test_the_console_calls_channels_as_we_do(tongue: str, place: int) -> None:
    found = re.search(r"\n  channels: \{(.*?)\}", (WORDS / f"{tongue}.ts").read_text("utf-8"), re.DOTALL)
    assert found
    assert dict(re.findall(r'(\w+): "([^"]+)"', found[1])) == {key: names[place] for key, names in NAMES.items()}


def test_a_channel_nobody_named_goes_by_its_key() -> None:
    assert name("pigeon", "zh") == "pigeon"
    assert (name("email", "zh-Hant"), name("email", "ko")) == ("邮件", "E-mail")


def test_nobody_is_told_that_they_wrote_on_our_own_pages() -> None:
    assert [elsewhere(one, "en") for one in ("telegram", "email", "webchat", "portal", "web")] == ["Telegram", "E-mail", "", "", ""]
