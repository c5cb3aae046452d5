"""The trace of a turn: each stage with its time and what it came to, in the console's two languages."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from farol.selfserve.assistant.model import Stage

Detail = dict[str, str | int | float | list[str]]


class Told:
    """What one stage says of itself."""

    def __init__(self) -> None:
        self.zh, self.en = "", ""
        self.detail: Detail = {}

    def say(self, zh: str, en: str, **detail: str | float | list[str]) -> None:
        """What it came to; figures and names behind it, never a customer's words."""
        self.zh, self.en, self.detail = zh, en, dict(detail)


class Trace:
    """Stages in the order in which they ran."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []

    @contextmanager
    def stage(self, name: str) -> Iterator[Told]:
        """Times what happens within. A stage that says nothing is not kept."""
        told, began = Told(), time.perf_counter_ns()
        yield told
        if told.en:
            self.stages.append(Stage(name, (time.perf_counter_ns() - began) // 1000, told.zh, told.en, told.detail))
