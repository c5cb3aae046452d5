"""What the pages of this feature have in common: a signed-in reader, a form that says what it wants, a page."""

from typing import Any

from farol.core.customers.model import Customer
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.problem import Invalid
from farol.kit.web import Page
from farol.selfserve.portal import view
from farol.selfserve.portal.entrance import AnyRequest, door, who_reads
from farol.selfserve.portal.view import Reader

from .words import Words


class Visit:
    """A signed-in customer at a page of theirs."""

    def __init__(self, kit: Kit, reader: Reader, customer: Customer, path: str) -> None:
        self.kit, self.reader, self.customer, self.path, self.words = kit, reader, customer, path, Words(reader.lang)

    def page(self, template: str, values: dict[str, Any], *, status: int = 200, headers: dict[str, str] | None = None) -> Page:
        """A page of this feature."""
        framed = view.page(self.kit, self.reader, self.customer, self.path)
        return Page(f"ways/{template}", {"error": "", "done": "", **framed, "w": self.words, **values}, status=status, headers=headers)


async def visit(kit: Kit, actor: Actor, request: AnyRequest, path: str) -> Visit | Page:
    """Who is here; for a stranger the door, which leads back."""
    reader, customer = await who_reads(kit, actor, request)
    return Visit(kit, reader, customer, path) if customer else door(kit, reader, status=401, towards=path)


async def form(request: AnyRequest) -> dict[str, str]:
    """The fields of a form of ours. Raises Invalid for an empty body or one that a button of ours did not send."""
    fields = {str(name): value[:2000] for name, value in (await request.form()).items() if isinstance(value, str)}
    if fields.get("sure") != "yes" or any("\0" in value for value in fields.values()):
        raise Invalid(errors=[{"field": "sure", "why": "not said"}])
    return fields


def number(value: str) -> int | None:
    """A positive number as a form sends it."""
    return int(value) if value.isascii() and value.isdigit() and 0 < len(value) <= 15 else None
