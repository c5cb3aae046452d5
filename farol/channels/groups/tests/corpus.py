"""The posts and names of the corpus, judged."""

from pathlib import Path

import msgspec

from farol.channels.groups import names, posts
from farol.selfserve.community.links import Official

OFFICIAL = Official(frozenset({"demo-exchange.example"}), frozenset({"tronscan.org", "etherscan.io"}), "Demo Exchange")
OURS = names.Ours("Demo Exchange", ("farol_bot", "sol_farol"), ("Ana", "Kenji", "Sol"))


class Line(msgspec.Struct, frozen=True):
    """A line: what has to be found, and what was. found is without ``personal`` and ``private`` where a rule was broken."""

    wanted: str
    kind: str
    words: str
    found: frozenset[str]

    @property
    def right(self) -> bool:
        """Nothing found where nothing is; else at least what is wanted."""
        return self.wanted in self.found or (self.wanted == "-" and not self.found)


def lines(which: str) -> list[Line]:
    """A set, judged."""
    made = []
    for line in (Path(__file__).parent / "corpus" / f"{which}.tsv").read_text("utf-8").splitlines():
        wanted, kind, words = line.split("\t")
        made.append(Line(wanted, kind, words, frozenset(_found(kind, words))))
    return made


def _found(kind: str, words: str) -> set[str]:
    if kind == "name":
        name, _, user = words.partition("|")
        return {"impostor"} if names.imitates(name, user, OURS) else set()
    rules: set[str] = {one.rule for one in posts.look(words, OFFICIAL)}
    held = posts.about(words)
    return rules or ({"personal"} if held.personal else {"private"} if held.ids else set())


def figures(of: list[Line]) -> dict[str, tuple[int, int, int]]:
    """By rule: found rightly, found wrongly, missed; ``all`` for any rule that acts on a member."""
    acts = {"impostor", "link", "giveaway", "bait", "mentions", "wallet", "secret"}
    made = {}
    for rule in (*sorted(acts), "personal", "private"):
        made[rule] = (sum(rule in one.found and one.wanted == rule for one in of), sum(rule in one.found and one.wanted != rule for one in of),
                      sum(rule not in one.found and one.wanted == rule for one in of))
    made["all"] = (sum(bool(one.found & acts) and one.wanted in acts for one in of), sum(bool(one.found & acts) and one.wanted not in acts for one in of),
                   sum(not one.found & acts and one.wanted in acts for one in of))
    return made
