"""A core that answers with what the test says, and remembers what it was asked."""

from collections.abc import Callable

import httpx2

from farol.core.exchange.client import CoreLink
from farol.core.exchange.model import Why

WHY = Why("FRL-2026-000123", "ticket.view", "staff:3")
Answer = Callable[[httpx2.Request], httpx2.Response]


def streamed(answer: httpx2.Response) -> httpx2.Response:
    """As it would come over a wire: not read yet."""
    if not answer.is_stream_consumed:
        return answer

    async def body():  # type: ignore[no-untyped-def]
        yield answer.content

    return httpx2.Response(answer.status_code, headers=answer.headers, content=body())


class Core:
    """Each answer once, in turn; the last for ever."""

    def __init__(self, *answers: httpx2.Response | Exception | Answer) -> None:
        self.answers, self.asked = list(answers), []

    async def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        answer = self.answers[min(len(self.asked), len(self.answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return streamed(answer if isinstance(answer, httpx2.Response) else answer(request))


def link_to(core: object, **options: object) -> CoreLink:
    """A client of that core."""
    return CoreLink("http://core/base", "farol-1", "secret", transport=httpx2.MockTransport(core), **options)  # type: ignore[arg-type]


def ok(body: object, status: int = 200) -> Answer:
    """That answer, made anew each time."""
    return lambda _: httpx2.Response(status, json=body)


def no(code: str, status: int = 403) -> Answer:
    """A refusal."""
    return ok({"code": code, "message": "for the log"}, status)
