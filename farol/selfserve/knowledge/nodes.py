"""Cleaned HTML as plain data, so that a screen that writes no HTML can show how a text will look."""

from html.parser import HTMLParser

import msgspec

EMPTY = frozenset({"br", "hr", "img"})


class Node(msgspec.Struct):
    """An element. children: elements and stretches of text, in order."""

    tag: str
    attrs: dict[str, str]
    children: "list[Node | str]"


def tree(clean: str) -> list[Node | str]:
    """The elements of HTML that ``markdown`` made; it is balanced, because nh3 wrote it."""
    reader = _Reader()
    reader.feed(clean)
    reader.close()
    return reader.root.children


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("div", {}, [])
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, [])
        self._open[-1].children.append(node)
        if tag not in EMPTY:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
