"""A stand-in for a translation service: the LibreTranslate protocol, and every way it goes wrong.

``mode`` says how it behaves; ``words`` makes the translation from the text that was sent.
"""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from .server import StandIn, endless, response


class LibreServer(StandIn):
    """mode: good, slow, endless, huge, invalid-json, other-form, error-429 and the like. codes: the languages it lists."""

    def __init__(self, words: Callable[[str], str] = lambda text: f"«{text}»", *, mode: str = "good") -> None:
        super().__init__()
        self.words, self.mode = words, mode
        self.codes = ("en", "zh-Hans", "zh-Hant", "ru", "es", "ar")

    async def answer(self, path: str, body: dict[str, Any], writer: asyncio.StreamWriter) -> None:
        if path == "/languages":
            writer.write(response(json.dumps([{"code": code, "name": code, "targets": self.codes} for code in self.codes]).encode()))
        elif path != "/translate" or not {"q", "source", "target"} <= body.keys():
            writer.write(response(b'{"error": "Invalid request: missing q parameter"}', 400))
        elif self.mode.startswith("error-"):
            writer.write(response(b'{"error": "as asked"}', int(self.mode[6:])))
        elif self.mode == "slow":
            await asyncio.sleep(30)
        elif self.mode == "endless":
            await endless(writer, b" " * 65_536, 0)
        elif self.mode == "huge":
            writer.write(response(json.dumps({"translatedText": "x" * 10_000_000}).encode()))
        elif self.mode == "invalid-json":
            writer.write(response(b'{"translatedText": '))
        elif self.mode == "other-form":
            writer.write(response(b'{"translatedText": ["a"]}'))
        else:
            writer.write(response(json.dumps({"translatedText": self.words(body["q"])}).encode()))
