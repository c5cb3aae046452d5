"""Core link answers: JSON without empty fields, and refusals with one of the published codes."""

from typing import Any, TypeVar

import msgspec
from litestar import Request, Response
from litestar.enums import MediaType

T = TypeVar("T")
Asked = Request[Any, Any, Any]
STATUS = {
    "unauthorized": 401, "contact_required": 403, "purpose_required": 403, "policy_denied": 403, "proof_invalid": 403,
    "not_found": 404, "unsupported": 404, "invalid": 400, "conflict": 409, "version_mismatch": 409, "rate_limited": 429,
    "upstream_unavailable": 503,
}  # fmt: skip


class Refused(Exception):
    """An answer that says no."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(code)
        self.code, self.message = code, message


def answer(value: Any, status: int = 200) -> Response[bytes]:
    """The value as JSON; what is not known is left out."""
    return Response(
        as_json(value), status_code=status, media_type=MediaType.JSON, headers={"cache-control": "no-store"}
    )


def as_json(value: Any) -> bytes:
    """Without what is empty or not known."""
    return msgspec.json.encode(_full(msgspec.to_builtins(value)))


def refusal(code: str, message: str = "") -> Response[bytes]:
    """The error body of the core link."""
    return answer({"code": code, "message": message}, STATUS[code])


def refused(_: Asked, error: Refused) -> Response[bytes]:
    """Litestar's handler for ``Refused``."""
    return refusal(error.code, error.message)


async def body(request: Asked, kind: type[T]) -> T:
    """The request's body. Raises ``Refused``."""
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused("invalid", str(error)) from error


def _full(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _full(one) for name, one in value.items() if one not in (None, "", "unknown")}
    return [_full(one) for one in value] if isinstance(value, list) else value
