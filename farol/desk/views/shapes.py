"""What comes in about lists."""

from typing import Annotated, Any

import msgspec

from farol.core.tickets.api import Number
from farol.desk.conditions.model import Node, parse
from farol.kit.problem import Invalid
from farol.kit.web import Body

from .model import Column, Scope
from .order import Sort

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Tree = dict[str, Any]


class ViewBody(Body, frozen=True):
    """A list in whole. team_id: with scope ``team`` alone. conditions: a tree, see the catalogue at ``/conditions``."""

    zh: Name
    en: Name
    conditions: Tree
    scope: Scope = "me"
    team_id: Number | None = None
    sort: Sort = "urgency"
    descending: bool = False
    columns: Annotated[list[Column], msgspec.Meta(max_length=11)] = []

    def checked(self) -> Node:
        """The tree, when everything fits together. Raises ConditionInvalid, Invalid."""
        if (self.scope == "team") != (self.team_id is not None):
            raise Invalid(errors=[{"field": "team_id", "why": "goes with the scope team, and only with it"}])
        if not self.zh.strip() or not self.en.strip():
            raise Invalid(errors=[{"field": "zh" if not self.zh.strip() else "en", "why": "is empty"}])
        return parse(self.conditions)

    def stored(self) -> tuple[Any, ...]:
        """In the order of the columns."""
        self.checked()
        return (self.zh.strip(), self.en.strip(), self.scope, self.team_id, self.conditions, self.sort, self.descending,
                list(dict.fromkeys(self.columns)))


class ChangeBody(ViewBody, frozen=True, kw_only=True):
    """version: the one on screen."""

    version: Annotated[int, msgspec.Meta(ge=1, lt=2**31)]


class PreviewBody(Body, frozen=True):
    """Conditions to be tried before they are saved."""

    conditions: Tree
    sort: Sort = "urgency"
    descending: bool = False
