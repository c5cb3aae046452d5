"""Questions with the passages that answer them, read from files of two forms.

SQuAD JSON: ``data[].paragraphs[]`` with ``context`` and ``qas[].question``; the language is the part of the file's name before
``.json``, as in ``xquad.zh.json``.

Headings YAML: one key, the language, over nested mappings. Where ``own: "Who owns it?"`` has neighbours whose keys are the same
with a text's ending (``owntxt``, ``owntext``, ``owntxt1``, ``ownli2``), it is a question and those together are its passage.
"""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml  # type: ignore[import-untyped]

LARGEST = 50_000_000
"""Bytes of a file."""
MOST_NODES = 500_000
DEEPEST = 20
_TAGS = re.compile(r"<[^<>]{0,500}>")
_ENDING = re.compile(r"(?:te?xt|li)-?\d*")


class Unreadable(Exception):
    """The file is of no known form; the message names it and says why."""


class Pairs(msgspec.Struct, frozen=True):
    """questions: each with the number of its passage."""

    language: str
    passages: list[str]
    questions: list[tuple[str, int]]


def read(path: Path) -> Pairs:
    """Raises ``Unreadable``."""
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"{path}: larger than {LARGEST} bytes")
        words = path.read_text("utf-8")
        found = _squad(path, json.loads(words)) if path.suffix == ".json" else _headings(yaml.safe_load(words))
    except (OSError, ValueError, yaml.YAMLError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(f"{path}: {error or 'not of a known form'}") from error
    if not found.questions:
        raise Unreadable(f"{path}: no questions in it")
    return found


def _squad(path: Path, document: Any) -> Pairs:
    parts = path.name.split(".")
    passages: dict[str, int] = {}
    questions = []
    for article in document["data"]:
        for paragraph in article["paragraphs"]:
            number = passages.setdefault(paragraph["context"], len(passages))
            questions += [(question["question"], number) for question in paragraph["qas"]]
    return Pairs(parts[-2] if len(parts) > 2 else "und", list(passages), questions)


def _headings(document: Any) -> Pairs:
    if not isinstance(document, dict) or len(document) != 1:
        raise ValueError("wanted one key, the language")
    ((language, tree),) = document.items()
    passages: dict[str, int] = {}
    questions = []
    for mapping in _mappings(tree):
        for key, value in mapping.items():
            texts = [text for other, text in mapping.items() if _is_text_of(other, key) and isinstance(text, str)]
            if isinstance(value, str) and texts:
                number = passages.setdefault(_plain("\n".join(texts)), len(passages))
                questions.append((_plain(value), number))
    return Pairs(str(language), list(passages), questions)


def _mappings(tree: Any) -> Iterator[dict[Any, Any]]:
    """Every mapping of the tree, itself included."""
    waiting, seen = [(tree, 0)], 0
    while waiting:
        node, depth = waiting.pop()
        seen += 1
        if seen > MOST_NODES or depth > DEEPEST:
            raise ValueError("too many entries, or nested too deeply")
        if isinstance(node, dict):
            yield node
            waiting += [(child, depth + 1) for child in node.values() if isinstance(child, dict | list)]
        elif isinstance(node, list):
            waiting += [(child, depth + 1) for child in node if isinstance(child, dict | list)]


def _is_text_of(other: Any, key: Any) -> bool:
    return isinstance(key, str) and isinstance(other, str) and other.startswith(key) and _ENDING.fullmatch(other[len(key) :]) is not None


def _plain(words: str) -> str:
    return " ".join(html.unescape(_TAGS.sub(" ", words)).split())
