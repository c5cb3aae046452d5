"""The figures of the understanding model, on files of the caller's: what is asked was not learnt from, and limits are frozen first."""

import json
from pathlib import Path

import pytest

from farol.app.evaluate import intent, main, oos, own
from farol.core.understanding import OUT, Row
from farol.core.understanding.training import parted

MATTERS = {"deposit": "my deposit {} has not arrived", "card": "the card {} was declined", "login": "cannot log in {} any more"}
WORDS = ["today", "again", "since noon", "once more", "please", "help", "this week", "still", "at all", "now", "tonight", "here"]
ELSEWHERE = ["weather in town", "tell a joke", "play music", "pizza nearby", "who won the match", "set a timer"]


def said(words: list[str]) -> list[tuple[str, str]]:
    return [(pattern.format(word), label) for label, pattern in MATTERS.items() for word in words]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "train.csv"
    path.write_text("text,category\n" + "".join(f"{text},{label}\n" for text, label in said(WORDS)))
    return path


def test_each_tenth_is_asked_of_the_rest(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["intent", "--train", str(table), "--json", "--at-least", "0.9"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["how"], told["rows"], told["asked"], told["labels"]) == ("10-fold", 36, 36, 3)
    assert told["accuracy"] >= 0.9
    assert told["p95_ms"] > 0
    assert told["train_s"] > 0


def test_a_test_file_is_asked_and_not_learnt(table: Path, tmp_path: Path) -> None:
    other = tmp_path / "test.tsv"
    other.write_text("card\tthe card was declined in a shop\nlogin\tmy deposit has not arrived\n")
    found = intent.run([table, other])
    assert (found.how, found.asked, found.accuracy) == ("test", 2, 0.5)
    assert found.missed(0.9)


def test_no_row_is_asked_of_a_model_that_learnt_it() -> None:
    rows = [Row("und", label, text) for text, label in said(WORDS)]
    for part in range(10):
        learnt, back = parted(rows, part, 10)
        assert not set(learnt) & set(back)


@pytest.mark.parametrize("content", ["", "text,category\n", "a,b\n1,2\n"])
def test_a_file_of_another_form_is_refused(tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(content)
    assert main(["intent", "--train", str(path)]) == 2
    assert str(path) in capsys.readouterr().err


def folder(at: Path, tested: bool) -> Path:
    out = [(text, "oos") for text in ELSEWHERE]
    parts = {"train": said(WORDS), "oos_train": out, "val": said(["on my phone", "in vain", "twice"]), "oos_val": out[:4]}
    (at / "train_val.json").write_text(json.dumps(parts))
    if tested:
        (at / "test.json").write_text(json.dumps({"test": said(["in the app"]), "oos_test": [("weather again", "oos"), ("a joke now", "oos")]}))
    return at


def test_the_limit_is_frozen_before_the_test_part_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, order = folder(tmp_path, tested=True), list[str]()
    opened, train = oos._Folder._opened, oos.train
    monkeypatch.setattr(oos._Folder, "_opened", lambda self, path: (order.append(path.name), opened(self, path))[1])
    monkeypatch.setattr(oos, "train", lambda *given: (order.append("trained"), train(*given))[1])
    found = oos.run([data])
    assert order == ["train_val.json", "trained", "test.json"]
    assert (found.part, found.in_scope, found.out_of_scope) == ("test", 3, 2)


def test_without_a_test_part_one_half_sets_the_limit_and_the_other_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["oos", "--data", str(folder(tmp_path, tested=False)), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["part"] == "half of val"
    assert told["in_scope"] + told["out_of_scope"] < 13
    assert 0 <= told["in_scope_accuracy"] <= told["plain_accuracy"] <= 1


def test_own_sentences_are_asked_by_language_with_alarms(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Row("en", f"{label}.a", text) for text, label in said(WORDS)] + [Row("en", OUT, text) for text in ELSEWHERE]
    rows += [Row("en", "sec.account_stolen", f"they hacked me {word}") for word in WORDS]
    monkeypatch.setattr(own, "own", lambda: tuple(rows))
    monkeypatch.setattr(own, "held", lambda: (Row("ru", "card.a", "the card was declined"), Row("ru", "sec.account_stolen", "меня взломали")))
    found = own.run([])
    assert found.crossed is not None
    assert found.crossed.languages["en"].asked == 48
    assert found.crossed.reasons["card.a"].asked == len(WORDS)
    assert found.crossed.languages["en"].family >= 0.9
    assert found.crossed.alarms["theft"].recall == 1
    assert found.held is not None
    assert found.held.alarms["theft"].asked == 1
    assert set(found.held.languages) == {"ru", "*"}
    assert found.held.alarms["theft"].languages == {"ru": 1.0}


def test_the_held_part_alone_is_asked_without_cross_validation(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [Row("en", f"{label}.a", text) for text, label in said(WORDS)] + [Row("en", OUT, text) for text in ELSEWHERE]
    monkeypatch.setattr(own, "own", lambda: tuple(rows))
    monkeypatch.setattr(own, "held", lambda: (Row("en", "card.a", "the card was declined"),))
    assert main(["own", "--held", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["crossed"] is None
    assert told["held"]["languages"]["en"]["family"] == 1
    monkeypatch.setattr(own, "held", lambda: ())
    assert main(["own", "--held"]) == 2
    with pytest.raises(SystemExit):
        main(["triage", "--held"])


def test_each_case_takes_its_own_options(table: Path) -> None:
    for wrong in (["intent"], ["oos"], ["own", "--train", str(table)], ["intent", "--train", str(table), "--data", "."]):
        with pytest.raises(SystemExit):
            main(wrong)
