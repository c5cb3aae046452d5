"""One request to an OpenAI-compatible service, bound in time and size. Nothing is tried again here."""

import asyncio
from collections.abc import Sequence
from typing import Any, Literal

import httpx2
import msgspec

from farol.kit.bounded import Unreadable, body_of

from .model import Outcome, Reply, Turn

MOST_BYTES = 256 * 1024
"""Of an answer; the rest is not read."""
MOST_COUNTED = 10_000_000
ANSWER = "answer"
"""Name of the one function a model may call, when answers come as a call."""

Output = Literal["json_schema", "json_object", "tool"]
Kind = Literal["chat", "reasoning"]


class Failed(Exception):
    """No answer. ends: the next model would fare no better. billed: the service may count tokens for it."""

    def __init__(self, outcome: Outcome, *, ends: bool = False, billed: bool = False) -> None:
        super().__init__(outcome)
        self.outcome, self.ends, self.billed = outcome, ends, billed


class _Function(msgspec.Struct):
    name: str
    arguments: str


class _ToolCall(msgspec.Struct):
    function: _Function


class _Message(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[_ToolCall] | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Usage(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Answer(msgspec.Struct):
    choices: list[_Choice]
    usage: _Usage | None = None


class Wire:
    """The connection to one service."""

    def __init__(self, base_url: str, key: str, *, output: Output, kind: Kind) -> None:
        self._url = base_url.rstrip("/") + "/chat/completions"
        self._output, self._kind = output, kind
        headers = {"content-type": "application/json", "accept-encoding": "identity"}
        if key:
            headers["authorization"] = f"Bearer {key}"
        # No limits of its own: ``ask`` bounds the whole, which limits for each read would not.
        self._http = httpx2.AsyncClient(headers=headers, follow_redirects=False, trust_env=False, timeout=None)

    async def close(self) -> None:
        """Closes the connections."""
        await self._http.aclose()

    async def ask(
        self, model: str, turns: Sequence[Turn], schema: dict[str, Any], *, most_tokens: int, limit_s: float
    ) -> Reply:
        """What the model wrote. Raises ``Failed``; takes at most ``limit_s`` seconds whatever the other side does."""
        body = msgspec.json.encode(self._body(model, turns, schema, most_tokens))
        try:
            async with asyncio.timeout(limit_s):
                return _read(await self._post(body), self._output)
        except (TimeoutError, httpx2.TimeoutException):
            raise Failed("slow", billed=True) from None
        except (httpx2.ConnectError, httpx2.InvalidURL, httpx2.UnsupportedProtocol):
            raise Failed("down") from None
        except (httpx2.HTTPError, httpx2.StreamError):
            raise Failed("down", billed=True) from None

    def _body(self, model: str, turns: Sequence[Turn], schema: dict[str, Any], most_tokens: int) -> dict[str, Any]:
        body: dict[str, Any] = {"model": model, "messages": list(turns), "stream": False, "n": 1}
        if self._kind == "reasoning":
            body["max_completion_tokens"] = most_tokens
        else:
            body |= {"max_tokens": most_tokens, "temperature": 0}
        if self._output == "json_schema":
            named = {"name": ANSWER, "strict": True, "schema": schema}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        elif self._output == "tool":
            function = {"name": ANSWER, "strict": True, "parameters": schema}
            body["tools"] = [{"type": "function", "function": function}]
            body["tool_choice"] = {"type": "function", "function": {"name": ANSWER}}
        else:
            told = Turn("system", "Answer with one JSON object of this schema and nothing else: " + _text(schema))
            body |= {"messages": [told, *turns], "response_format": {"type": "json_object"}}
        return body

    async def _post(self, body: bytes) -> bytes:
        async with self._http.stream("POST", self._url, content=body) as response:
            _judge(response.status_code)
            try:
                return await body_of(response, MOST_BYTES)
            except Unreadable as error:
                raise Failed("too_large" if error.too_large else "garbled", billed=True) from None


def _judge(status: int) -> None:
    if status == 200:
        return
    if status in (401, 403):
        raise Failed("refused", ends=True)
    if status == 429:
        raise Failed("limited")
    raise Failed("refused" if 400 <= status < 500 else "down")


def _read(answer: bytes, output: Output) -> Reply:
    try:
        said = msgspec.json.decode(answer, type=_Answer)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Failed("garbled", billed=True) from None
    if len(said.choices) != 1:
        raise Failed("garbled", billed=True)
    choice = said.choices[0]
    if choice.message.refusal or choice.finish_reason == "content_filter":
        raise Failed("refused", billed=True)
    if choice.finish_reason == "length":
        raise Failed("garbled", billed=True)
    content = _content(choice.message, output)
    if said.usage is None:
        return Reply(content, None, None)
    return Reply(content, _counted(said.usage.prompt_tokens), _counted(said.usage.completion_tokens))


def _content(message: _Message, output: Output) -> str:
    """The answer's JSON. A call that was not offered is no answer, whatever stands beside it."""
    calls = message.tool_calls or []
    if output == "tool" and len(calls) == 1 and calls[0].function.name == ANSWER:
        return calls[0].function.arguments
    if output == "tool" or calls or not message.content:
        raise Failed("garbled", billed=True)
    return message.content


def _counted(tokens: int) -> int:
    return min(max(tokens, 0), MOST_COUNTED)


def _text(schema: dict[str, Any]) -> str:
    return msgspec.json.encode(schema).decode()
