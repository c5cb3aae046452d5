"""The colours an exchange may choose can be read, by day and by night."""

import re
from pathlib import Path

import pytest

from farol.kit import colours

CSS = (Path(__file__).parents[2] / "app/static/pages/pages.css").read_text()


def test_contrast_is_that_of_wcag() -> None:
    assert colours.contrast("#000000", "#ffffff") == 21
    assert round(colours.contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("colour", ["#005a70", "#00576f", "#1f4fd8", "#8a1c7c", "#000000"])
def test_what_can_be_read_is_taken(colour: str) -> None:
    assert colours.fault(colour) is None
    night = colours.by_night(colour)
    assert all(colours.contrast(night, ground) >= colours.TEXT for ground in colours.NIGHT.values())
    for each in (colour, night, colours.deeper(colour)):
        assert colours.contrast(each, colours.on(each)) >= colours.TEXT


@pytest.mark.parametrize("colour", ["#f0b90b", "#ffffff", "#7c8a91", "blue", "#fff", "#00576F", "red;}body{display:none"])
def test_what_cannot_be_read_is_refused(colour: str) -> None:
    assert colours.fault(colour)


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    by_day, by_night = CSS.split("@media screen and (prefers-color-scheme: dark)")[:2]
    for grounds, theme in ((colours.PAPER, by_day), (colours.NIGHT, by_night)):
        for token, ground in grounds.items():
            assert re.search(rf"--{token}:\s*{ground}\b", theme), (token, ground)
