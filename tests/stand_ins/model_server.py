"""A stand-in for a hosted model: the OpenAI chat completions protocol without streaming, and every way it goes wrong.

The name of the model says how it behaves: ``good``, ``good-2`` answer, ``slow``, ``error-429``, ``huge`` and so on
do what they are called, so that a chain of models can be tried with one server. ``python -m tests.stand_ins.model_server``
runs it alone.
"""

import asyncio
import gzip
import itertools
import json
import sys
from collections.abc import Callable
from typing import Any

from . import hostile
from .server import StandIn, endless, response

Answers = Callable[[dict[str, Any]], Any]
"""From the request to the value a well-behaved model answers with."""


class ModelServer(StandIn):
    """``answers`` makes the good answers; else they are the least value of the schema that was asked for.

    slow_s: how long ``slow`` takes. Hostile models go through their payloads in turn.
    """

    def __init__(self, answers: Answers | None = None, *, slow_s: float = 30.0) -> None:
        super().__init__()
        self.answers, self.slow_s = answers or (lambda body: least(wanted(body), "fine")), slow_s
        self._turn = itertools.count()

    @property
    def base_url(self) -> str:
        """What ``FAROL_MODEL_URL`` is set to."""
        return self.address + "/v1"

    async def answer(self, path: str, body: dict[str, Any], writer: asyncio.StreamWriter) -> None:
        model = str(body.get("model", ""))
        kind = model.split(":")[0]
        if path != "/v1/chat/completions":
            writer.write(failed(404, "no such path"))
        elif kind.startswith("error-"):
            writer.write(failed(int(kind[6:9]), "as asked"))
        elif kind == "slow":
            await asyncio.sleep(self.slow_s)
            writer.write(self._good(body))
        elif kind == "endless":
            await endless(writer, b" " * 16, 0.02)
        elif kind == "flood":
            await endless(writer, b" " * 65_536, 0)
        elif kind == "huge":
            writer.write(response(b'{"choices": [{"message": {"content": "' + b"x" * 10_000_000 + b'"}}]}'))
        elif kind == "packed":
            writer.write(response(gzip.compress(b" " * 50_000_000), content_encoding="gzip"))
        elif kind == "cut":
            writer.write(self._good(body)[:-40])
        elif kind == "redirect":
            writer.write(response(b"", 302, location="http://169.254.169.254/latest/meta-data"))
        elif kind in RAW:
            writer.write(response(RAW[kind]))
        else:
            writer.write(self._good(body) if kind.startswith("good") else self._bad(kind, body))

    def _good(self, body: dict[str, Any]) -> bytes:
        return chat(body, self.answers(body))

    def _bad(self, kind: str, body: dict[str, Any]) -> bytes:
        turn = next(self._turn)
        if kind == "hostile":
            return chat(body, least(wanted(body), hostile.ALL[turn % len(hostile.ALL)]))
        if kind == "hostile-calls":
            name, arguments = hostile.CALLS[turn % len(hostile.CALLS)]
            calls = [call(name, arguments), *([call(*hostile.CALLS[0])] * (1000 if turn % 2 else 1))]
            return chat(body, self.answers(body), calls=calls)
        if kind == "not-json":
            return chat(body, None, content="Sure. Here is your answer: {")
        if kind == "other-form":
            return chat(body, {"verdict": "something else", "text": 7, "parts": "no"})
        if kind == "nul":
            return chat(body, least(wanted(body), "a\0b"))
        if kind == "refusal":
            return chat(body, None, content=None, refusal="I cannot help with that.")
        if kind == "too-long":
            return chat(body, self.answers(body), finish="length")
        if kind == "mad-usage":
            return chat(body, self.answers(body), usage={"prompt_tokens": -5, "completion_tokens": 10**18})
        if kind == "no-usage":
            return chat(body, self.answers(body), usage=None)
        return failed(404, f"no such model: {kind}")


RAW = {
    "invalid-json": b'{"choices": [',
    "html": b"<html><body>Bad gateway</body></html>",
    "empty": b"",
    "deep": b"[" * 200_000,
    "no-choices": b'{"choices": []}',
    "latin": b'{"choices": [{"message": {"content": "\xe9"}}]}',
}
BAD = ("not-json", "other-form", "nul", "too-long", "hostile-calls", *RAW, "cut", "packed", "huge", "flood")
"""Models that never give a usable answer although they answer with 200."""


def wanted(body: dict[str, Any]) -> dict[str, Any]:
    """The schema the answer must have, wherever the request says it."""
    if "response_format" in body and "json_schema" in body["response_format"]:
        return dict(body["response_format"]["json_schema"]["schema"])
    if "tools" in body:
        return dict(body["tools"][0]["function"]["parameters"])
    told = next(m["content"] for m in body["messages"] if m["role"] == "system" and "schema" in m["content"])
    return dict(json.loads(told[told.index("{"):]))


def least(schema: dict[str, Any], text: str, defs: dict[str, Any] | None = None) -> Any:
    """A value of that schema with ``text`` wherever text may stand and one element in every list."""
    defs = defs if defs is not None else schema.get("$defs", {})
    if "$ref" in schema:
        return least(defs[schema["$ref"].rpartition("/")[2]], text, defs)
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return least(schema["anyOf"][0], text, defs)
    kind = schema.get("type")
    if kind == "object":
        return {name: least(part, text, defs) for name, part in schema.get("properties", {}).items()}
    if kind == "array":
        return [least(schema.get("items", {}), text, defs)]
    return {"integer": 1, "number": 0.5, "boolean": True, "null": None}.get(str(kind), text)


def chat(body: dict[str, Any], value: Any, *, content: Any = ..., finish: str = "stop", refusal: str | None = None,
         calls: list[dict[str, Any]] | None = None, usage: Any = ...) -> bytes:
    """A chat completion: the value as content, or as a call of the function that the request forces."""
    message: dict[str, Any] = {"role": "assistant", "content": json.dumps(value) if content is ... else content, "refusal": refusal}
    if "tools" in body and content is ...:
        message |= {"content": None, "tool_calls": [call(body["tools"][0]["function"]["name"], value)]}
        finish = "tool_calls" if finish == "stop" else finish
    if calls is not None:
        message["tool_calls"] = calls
    said: dict[str, Any] = {
        "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": body.get("model"),
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150} if usage is ... else usage,
    }
    return response(json.dumps(said).encode())


def call(name: str, arguments: Any) -> dict[str, Any]:
    """A tool call as models write them."""
    return {"id": "call_1", "type": "function", "function": {"name": name, "arguments": json.dumps(arguments)}}


def failed(status: int, why: str) -> bytes:
    """An error as the protocol words it."""
    return response(json.dumps({"error": {"message": why, "type": "error", "code": status}}).encode(), status)


async def _run() -> None:
    async with ModelServer() as server:
        print(server.base_url, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    sys.exit(asyncio.run(_run()))
