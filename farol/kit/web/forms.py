"""Forms with files: words are few and in memory, files are spooled to disk, parts are counted."""

from collections.abc import AsyncIterator
from typing import Any

from litestar.datastructures import UploadFile
from multipart import MultipartError, MultipartSegment, ParserLimitReached, PushMultipartParser  # type: ignore[import-untyped]

from ..problem import Invalid, Problem, TooLarge

MOST_PARTS = 30
MOST_WORDS = 256 * 1024
"""Bytes of all parts that are no files, together."""


class NotAForm(Problem):
    code = "not_a_form"
    status = 400
    texts = {"en": "This form could not be read. Send it again.", "zh": "这份表单无法读取，请重新提交。"}


class _Parts:
    """What has come so far. The part that is arriving is ``_head`` and ``_data``."""

    def __init__(self) -> None:
        self.fields: dict[str, list[Any]] = {}
        self._head: MultipartSegment | None = None
        self._data: UploadFile | bytearray = bytearray()
        self._words = 0

    async def take(self, event: Any) -> None:
        if isinstance(event, MultipartSegment):
            self._head = event
            self._data = bytearray() if event.filename is None else UploadFile(event.content_type or "text/plain", event.filename)
        elif event:
            await self._grow(event)
        elif self._head:
            await self._end(self._head.name)

    async def _grow(self, some: bytes) -> None:
        if isinstance(self._data, UploadFile):
            await self._data.write(some)
            return
        self._words += len(some)
        if self._words > MOST_WORDS:
            raise TooLarge
        self._data.extend(some)

    async def _end(self, name: str) -> None:
        done, self._data, self._head = self._data, bytearray(), None
        if isinstance(done, UploadFile):
            await done.seek(0)
            self.fields.setdefault(name, []).append(done)
            return
        try:
            self.fields.setdefault(name, []).append(done.decode())
        except UnicodeDecodeError:
            raise Invalid(errors=[{"field": "", "why": "not UTF-8"}]) from None

    async def close(self) -> None:
        """Removes what was spooled."""
        for one in [self._data, *(value for values in self.fields.values() for value in values)]:
            if isinstance(one, UploadFile):
                await one.close()


async def read(stream: AsyncIterator[bytes], boundary: str) -> dict[str, Any]:
    """Fields by name: text, a file, or a list of them. Raises NotAForm, TooLarge, Invalid."""
    parts = _Parts()
    try:
        with PushMultipartParser(boundary.encode(), max_segment_count=MOST_PARTS) as parser:
            async for chunk in stream:
                for event in parser.parse(chunk) if chunk else ():
                    await parts.take(event)
    except (MultipartError, ValueError) as error:
        await parts.close()
        raise (TooLarge if isinstance(error, ParserLimitReached) else NotAForm) from None
    except BaseException:
        await parts.close()
        raise
    return {name: values if len(values) > 1 else values[0] for name, values in parts.fields.items()}
