"""Catalogues say what the code says: no sentence that is gone, every placeholder, and nothing that shouts."""

import pytest

from farol.app import words
from farol.kit.i18n import TONGUES, catalogue


def test_every_translation_belongs_to_a_sentence_and_keeps_its_placeholders() -> None:
    assert words.faults() == []


@pytest.mark.parametrize("language", TONGUES)
def test_catalogues_are_of_features_that_speak(language: str) -> None:
    files = sorted(file.name for file in (catalogue.FOLDER / language).iterdir()) if (catalogue.FOLDER / language).is_dir() else []
    assert {name.removesuffix(".json") for name in files} <= set(words.SPOKEN)
    for name in files:
        for english, said in catalogue.sentences(language, name.removesuffix(".json")).items():
            assert said.strip() == said != "", english
            assert not set("!！¡") & set(said), english


def test_who_translates_is_told_what_is_missing() -> None:
    assert words.missing("zh", "portal") == words.said("portal")
    assert "feature" not in words.table()


def test_placeholders_are_seen() -> None:
    assert words.holes("Frozen at {at}, {n} of {n}") == {"at", "n"}
