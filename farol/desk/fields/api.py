"""Routes of fields, stages and the tree of reasons."""

import re
from typing import Annotated, Any

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, patch, put

from . import actions, define_store
from .families import Family, tree
from .model import Field, Kind, Option, Values
from .stages import Category, StageLine

KEY = r"^[a-z][a-z0-9_]{0,39}$"
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Shown = Annotated[str, msgspec.Meta(max_length=80)]
Short = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Key = Annotated[str, msgspec.Meta(max_length=60)]
Position = Annotated[int, msgspec.Meta(ge=0, le=10_000)]


class FillBody(Body, frozen=True):
    """values: what to set, null to empty. was: what was on screen of them."""

    values: Annotated[dict[Key, Any], msgspec.Meta(max_length=50)]
    was: Annotated[dict[Key, Any], msgspec.Meta(max_length=50)] = {}


class OptionBody(Body, frozen=True):
    """One thing to choose."""

    value: Annotated[str, msgspec.Meta(pattern=KEY)]
    zh: Name
    en: Name


class FieldBody(Body, frozen=True):
    """See ``model.Field``."""

    kind: Kind
    zh: Name
    en: Name
    options: Annotated[list[OptionBody], msgspec.Meta(max_length=50)] = []
    required: bool = False
    reasons: Annotated[list[Short], msgspec.Meta(max_length=60)] = []
    roles: Annotated[list[Short], msgspec.Meta(max_length=20)] = []
    position: Position = 0


class StageBody(Body, frozen=True):
    """See ``stages.StageLine``."""

    category: Category
    zh: Name
    en: Name
    shown_zh: Shown = ""
    shown_en: Shown = ""
    position: Position = 0


class Fields(msgspec.Struct, frozen=True):
    """The desk's own fields."""

    fields: list[Field]


class Stages(msgspec.Struct, frozen=True):
    """Stages that can be chosen."""

    stages: list[StageLine]


class Tree(msgspec.Struct, frozen=True):
    """The reasons."""

    families: list[Family]


@get("/reasons/tree", can=Can.TICKET_SEE)
async def reason_tree() -> Tree:
    """Reasons by family, with what they ask for and how customers put them."""
    return Tree(tree())


@get("/tickets/{ticket_id:int}/fields", can=Can.TICKET_SEE)
async def values(kit: Kit, actor: Actor, ticket_id: int) -> Values:
    """The ticket's fields with their values, and what is missing."""
    if not await visibility.may_see(kit.db, actor, possible(ticket_id)):
        raise NotFound
    return await actions.values(kit.db, actor, ticket_id)


@patch("/tickets/{ticket_id:int}/fields", can=Can.TICKET_NOTE)
async def fill(kit: Kit, actor: Actor, ticket_id: int, data: FillBody) -> Values:
    """Sets some of them."""
    limit("field", actor.ref, rate_per_s=5, burst=50)
    return await actions.fill(kit, actor, possible(ticket_id), data.values, data.was)


@get("/fields", can=Can.TICKET_SEE)
async def fields(kit: Kit) -> Fields:
    """The desk's own fields."""
    return Fields(await define_store.fields(kit.db))


@put("/fields/{field_key:str}", can=Can.FIELD_MANAGE)
async def save_field(kit: Kit, actor: Actor, field_key: str, data: FieldBody) -> Fields:
    """Makes or changes one."""
    options = [Option(each.value, each.zh, each.en) for each in data.options]
    await actions.save_field(kit, actor, Field(
        _key(field_key), data.kind, data.zh, data.en, options, data.required, data.reasons, data.roles, data.position))
    return Fields(await define_store.fields(kit.db))


@delete("/fields/{field_key:str}", can=Can.FIELD_MANAGE)
async def retire_field(kit: Kit, actor: Actor, field_key: str) -> None:
    """No longer asked for."""
    await actions.retire_field(kit, actor, field_key[:60])


@get("/stages", can=Can.TICKET_SEE)
async def stages(kit: Kit) -> Stages:
    """Stages by status."""
    return Stages(await define_store.stages(kit.db))


@put("/stages/{stage_key:str}", can=Can.FIELD_MANAGE)
async def save_stage(kit: Kit, actor: Actor, stage_key: str, data: StageBody) -> Stages:
    """Makes or changes one."""
    await actions.save_stage(kit, actor, StageLine(
        _key(stage_key), data.category, data.zh, data.en, data.shown_zh, data.shown_en, data.position))
    return Stages(await define_store.stages(kit.db))


@delete("/stages/{stage_key:str}", can=Can.FIELD_MANAGE)
async def retire_stage(kit: Kit, actor: Actor, stage_key: str) -> None:
    """No longer to be chosen."""
    await actions.retire_stage(kit, actor, stage_key[:60])


def _key(given: str) -> str:
    if not re.fullmatch(KEY, given):
        raise Invalid(errors=[{"field": "key", "why": "wanted a small letter, then letters, digits and _"}])
    return given


routes = [reason_tree, values, fill, fields, save_field, retire_field, stages, save_stage, retire_stage]
