"""What Discord's REST API v10 takes, after docs.discord.com/developers. What is not named here is refused."""

from typing import Annotated, Any, Literal

import msgspec

from .wire import Form

Snowflake = Annotated[str, msgspec.Meta(pattern="^[0-9]{15,20}$")]


class Mentions(Form):
    parse: list[Literal["roles", "users", "everyone"]] = []
    users: list[Snowflake] = []
    roles: list[Snowflake] = []
    replied_user: bool = False


class Reference(Form):
    message_id: Snowflake
    type: int = 0
    channel_id: Snowflake | None = None
    guild_id: Snowflake | None = None
    fail_if_not_exists: bool = True


class Button(Form):
    type: Literal[2]
    style: Literal[1, 2, 3, 4, 5, 6]
    label: Annotated[str, msgspec.Meta(max_length=80)] = ""
    custom_id: Annotated[str, msgspec.Meta(min_length=1, max_length=100)] | None = None
    url: Annotated[str, msgspec.Meta(max_length=512, pattern="^(https?|discord)://")] | None = None
    disabled: bool = False


class ActionRow(Form):
    type: Literal[1]
    components: Annotated[list[Button], msgspec.Meta(min_length=1, max_length=5)]


class PartialFile(Form):
    id: int
    filename: str
    description: Annotated[str, msgspec.Meta(max_length=1024)] = ""


class CreateMessage(Form):
    content: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    nonce: Annotated[str, msgspec.Meta(max_length=25)] | None = None
    tts: bool = False
    embeds: Annotated[list[dict[str, Any]], msgspec.Meta(max_length=10)] = []
    allowed_mentions: Mentions | None = None
    message_reference: Reference | None = None
    components: Annotated[list[ActionRow], msgspec.Meta(max_length=5)] = []
    sticker_ids: list[Snowflake] = []
    attachments: Annotated[list[PartialFile], msgspec.Meta(max_length=10)] = []
    flags: int = 0
    enforce_nonce: bool = False


class EditMessage(Form):
    content: Annotated[str, msgspec.Meta(max_length=2000)] | None = None
    embeds: list[dict[str, Any]] | None = None
    allowed_mentions: Mentions | None = None
    components: list[ActionRow] | None = None
    attachments: list[PartialFile] | None = None


class Option(Form):
    type: Annotated[int, msgspec.Meta(ge=1, le=11)]
    name: Annotated[str, msgspec.Meta(pattern="^[-_a-z0-9]{1,32}$")]
    description: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    description_localizations: dict[str, Annotated[str, msgspec.Meta(min_length=1, max_length=100)]] = {}
    required: bool = False
    max_length: int = 6000


class Command(Form):
    name: Annotated[str, msgspec.Meta(pattern="^[-_a-z0-9]{1,32}$")]
    description: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    type: Literal[1, 2, 3] = 1
    description_localizations: dict[str, Annotated[str, msgspec.Meta(min_length=1, max_length=100)]] = {}
    options: Annotated[list[Option], msgspec.Meta(max_length=25)] = []
    contexts: list[Literal[0, 1, 2]] = []
    integration_types: list[Literal[0, 1]] = []


class Recipient(Form):
    recipient_id: Snowflake


class ModifyMember(Form):
    communication_disabled_until: str | None
    nick: str | None = None


class Ban(Form):
    delete_message_seconds: Annotated[int, msgspec.Meta(ge=0, le=604_800)] = 0


class Application(Form):
    interactions_endpoint_url: Annotated[str, msgspec.Meta(pattern="^https?://")]
