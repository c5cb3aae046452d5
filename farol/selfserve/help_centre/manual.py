"""The exchange's API for programmers, read from one data file: endpoints, signature with test vectors, errors, statuses."""

import hashlib
import hmac
from functools import lru_cache
from pathlib import Path

import msgspec

from farol.kit.core import Kit
from farol.kit.i18n import Tongue, written

SHIPPED = Path(__file__).with_name("api.json")


class Both(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence in each language."""

    zh: str
    en: str

    def of(self, lang: Tongue) -> str:
        """In that language."""
        return self.zh if written(lang) == "zh" else self.en


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A header or a parameter."""

    name: str
    text: Both
    type: str = ""
    required: bool = False


class Vector(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A request whose signature is known."""

    title: Both
    timestamp: str
    method: str
    path: str
    body: str
    signature: str

    @property
    def text(self) -> str:
        """What is signed."""
        return self.timestamp + self.method + self.path + self.body

    def right(self, secret: str) -> bool:
        """Whether the signature is the one of the text."""
        return hmac.digest(secret.encode(), self.text.encode(), hashlib.sha256).hex() == self.signature


class Signing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How requests are signed, in steps, with a made-up secret."""

    steps: list[Both]
    headers: list[Named]
    secret: str
    vectors: list[Vector]
    code: str


class Endpoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One address. permission: what the key needs; none for public ones."""

    method: str
    path: str
    title: Both
    params: list[Named]
    request: str
    answer: str
    permission: Both | None = None


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Endpoints of one matter."""

    anchor: str
    title: Both
    endpoints: list[Endpoint]


class Error(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A code. elsewhere: the codes other exchanges use for the same; article: where more is said."""

    code: str
    cause: Both
    fix: Both
    status: int | None = None
    elsewhere: list[str] = []
    article: str = ""


class Errors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Codes of one matter."""

    anchor: str
    title: Both
    codes: list[Error]


class Status(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An HTTP status."""

    code: int
    text: Both


class Manual(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole."""

    base_url: str
    intro: list[Both]
    signing: Signing
    groups: list[Group]
    errors: list[Errors]
    statuses: list[Status]


def shipped(kit: Kit) -> Path | None:
    """The exchange's own file, or the demo exchange's in a demo; an exchange without one has no such page."""
    if kit.settings.api_docs:
        return Path(kit.settings.api_docs)
    return SHIPPED if kit.settings.demo else None


@lru_cache(maxsize=4)
def read(path: Path) -> Manual:
    """The file, decoded strictly. Raises msgspec.ValidationError, or ValueError for a signature that is not the text's."""
    found = msgspec.json.decode(path.read_bytes(), type=Manual)
    wrong = [vector.path for vector in found.signing.vectors if not vector.right(found.signing.secret)]
    if wrong:
        raise ValueError(f"signature is not that of the text: {wrong}")
    return found
