"""farol evaluate retrieval: files of both forms, figures that can be worked out by hand, and files that are neither."""

import json
from pathlib import Path

import pytest

from farol.app.evaluate import main, pairs

SQUAD = {"data": [{"title": "T", "paragraphs": [
    {"context": "The lighthouse was built of granite in 1871.", "qas": [{"question": "When was the lighthouse built?"}, {"question": "granite"}]},
    {"context": "The harbour freezes in winter.", "qas": [{"question": "What freezes in winter?"}]},
    {"context": "Nothing of the sort.", "qas": [{"question": "qqzzxv"}]},
]}]}  # fmt: skip
HEADINGS = """
en:
  keeper:
    title: "The keeper"
    duty: "Who keeps the lamp?"
    dutytxt1: "The <b>keeper</b> trims the lamp &amp; winds the clock."
    dutytxt2: "Every night."
    duty-note: "not a text of it"
    fog: "What sounds in fog?"
    fogli1: "A horn sounds in fog."
    other: 7
"""


def test_squad(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tiny.en.json"
    file.write_text(json.dumps(SQUAD))
    assert main(["retrieval", str(file), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["mrr"], said["questions"]) == (0.75, 4)
    assert said["languages"] == {"en": {"mrr": 0.75, "questions": 4, "first": 0.75, "passages": 3}}


def test_headings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "en.yml"
    file.write_text(HEADINGS)
    found = pairs.read(file)
    assert found.passages == ["The keeper trims the lamp & winds the clock. Every night.", "A horn sounds in fog."]
    assert found.questions == [("Who keeps the lamp?", 0), ("What sounds in fog?", 1)]
    assert main(["retrieval", str(file)]) == 0
    assert capsys.readouterr().out.startswith("en: MRR@10 1.0000 over 2 questions and 2 passages")


def test_several_files_are_told_apart_by_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tiny.en.json").write_text(json.dumps(SQUAD))
    (tmp_path / "zh.yml").write_text("zh:\n  灯: 谁点灯？\n  灯txt: 守灯人点灯。\n")
    assert main(["retrieval", str(tmp_path / "tiny.en.json"), str(tmp_path / "zh.yml"), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert {language: each["questions"] for language, each in said["languages"].items()} == {"en": 4, "zh": 1}
    assert said["mrr"] == 0.8


def test_less_than_asked_for_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tiny.en.json"
    file.write_text(json.dumps(SQUAD))
    assert main(["retrieval", str(file), "--at-least", "0.93"]) == 1
    assert "missed in en" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "words"),
    [("x.json", "{"), ("x.json", "{}"), ("x.json", "[]"), ("x.json", '{"data": []}'), ("x.yml", "a: 1\nb: 2"), ("x.yml", "- x"), ("x.yml", "a: [\n"),
     ("x.yml", "en:\n  a: b\n"), ("x.yml", "!!python/object/apply:os.system [id]"), ("none", None)],
)  # fmt: skip
def test_a_file_of_no_known_form_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, words: str | None) -> None:
    file = tmp_path / name
    if words is not None:
        file.write_text(words)
    assert main(["retrieval", str(file)]) == 2
    assert str(file) in capsys.readouterr().err


def test_a_bomb_of_aliases_ends(tmp_path: Path) -> None:
    rows = ["a0: &a0 {x: y}"] + [f"a{n}: &a{n} {{p: *a{n - 1}, q: *a{n - 1}, r: *a{n - 1}}}" for n in range(1, 25)]
    file = tmp_path / "x.yml"
    file.write_text("en:\n" + "".join(f"  {row}\n" for row in rows))
    with pytest.raises(pairs.Unreadable):
        pairs.read(file)
