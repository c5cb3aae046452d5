"""What the Graph API takes, after developers.facebook.com: bodies for pages, Instagram and WhatsApp. What is not named here is refused."""

from typing import Annotated, Literal

import msgspec

from .wire import Form

_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
_Id = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class To(Form):
    id: _Id | None = None
    comment_id: _Id | None = None


class QuickReply(Form):
    content_type: Literal["text", "user_phone_number", "user_email"]
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    payload: Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]


class Payload(Form):
    url: str | None = None
    is_reusable: bool = False


class Box(Form):
    type: Literal["image", "video", "audio", "file"]
    payload: Payload


class Message(Form):
    text: _Text | None = None
    attachment: Box | None = None
    quick_replies: Annotated[list[QuickReply], msgspec.Meta(min_length=1, max_length=13)] | None = None


class Send(Form):
    recipient: To
    message: Message
    messaging_type: Literal["RESPONSE", "UPDATE", "MESSAGE_TAG"] | None = None
    tag: Literal["HUMAN_AGENT"] | None = None


class Comment(Form):
    message: Annotated[str, msgspec.Meta(min_length=1, max_length=8000)]


class PagePost(Form):
    """``POST /{page-id}/feed`` (developers.facebook.com/docs/pages-api/posts). published: left out, it stands at once."""

    message: Annotated[str, msgspec.Meta(min_length=1, max_length=63_206)] | None = None
    link: Annotated[str, msgspec.Meta(pattern=r"^https?://")] | None = None
    published: bool = True
    scheduled_publish_time: int | str | None = None


class Reworded(Form):
    """``POST /{page-post-id}``: its words alone are changed."""

    message: Annotated[str, msgspec.Meta(min_length=1, max_length=63_206)]


class Hidden(Form):
    is_hidden: bool | None = None
    hide: bool | None = None


class Blocked(Form):
    user: Annotated[list[str], msgspec.Meta(min_length=1)]


class Subscribed(Form):
    subscribed_fields: str


class WaText(Form):
    body: Annotated[str, msgspec.Meta(min_length=1, max_length=4096)]
    preview_url: bool = False


class WaMedia(Form):
    id: _Id
    caption: Annotated[str, msgspec.Meta(max_length=1024)] = ""


class WaDocument(WaMedia):
    filename: str = ""


class WaAudio(Form):
    id: _Id


class WaReply(Form):
    id: Annotated[str, msgspec.Meta(min_length=1, max_length=256)]
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]


class WaButton(Form):
    type: Literal["reply"]
    reply: WaReply


class WaRow(Form):
    id: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=24)]
    description: Annotated[str, msgspec.Meta(max_length=72)] = ""


class WaSection(Form):
    rows: Annotated[list[WaRow], msgspec.Meta(min_length=1, max_length=10)]
    title: Annotated[str, msgspec.Meta(max_length=24)] = ""


class WaOpen(Form):
    display_text: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    url: Annotated[str, msgspec.Meta(pattern="^https?://")]


class WaAction(Form):
    buttons: Annotated[list[WaButton], msgspec.Meta(min_length=1, max_length=3)] | None = None
    button: Annotated[str, msgspec.Meta(min_length=1, max_length=20)] | None = None
    sections: Annotated[list[WaSection], msgspec.Meta(min_length=1, max_length=10)] | None = None
    name: Literal["cta_url"] | None = None
    parameters: WaOpen | None = None


class WaBody(Form):
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=1024)]


class WaInteractive(Form):
    type: Literal["button", "list", "cta_url"]
    body: WaBody
    action: WaAction


class WaLanguage(Form):
    code: Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}(_[A-Z]{2,3})?$")]


class WaValue(Form):
    type: Literal["text"]
    text: str


class WaPart(Form):
    type: Literal["body", "header", "button"]
    parameters: list[WaValue]


class WaTemplate(Form):
    name: Annotated[str, msgspec.Meta(pattern="^[a-z0-9_]{1,512}$")]
    language: WaLanguage
    components: list[WaPart] = []


class WaContext(Form):
    message_id: _Id


class WaSend(Form):
    messaging_product: Literal["whatsapp"]
    type: Literal["text", "image", "audio", "video", "document", "interactive", "template"]
    recipient_type: Literal["individual"] = "individual"
    to: Annotated[str, msgspec.Meta(pattern=r"^\+?[0-9]{5,20}$")] | None = None
    recipient: _Id | None = None
    context: WaContext | None = None
    text: WaText | None = None
    image: WaMedia | None = None
    video: WaMedia | None = None
    audio: WaAudio | None = None
    document: WaDocument | None = None
    interactive: WaInteractive | None = None
    template: WaTemplate | None = None
    biz_opaque_callback_data: Annotated[str, msgspec.Meta(max_length=512)] = ""


class WaSeen(Form):
    messaging_product: Literal["whatsapp"]
    status: Literal["read"]
    message_id: _Id


class WaBlockedUser(Form):
    user: str


class WaBlock(Form):
    messaging_product: Literal["whatsapp"]
    block_users: Annotated[list[WaBlockedUser], msgspec.Meta(min_length=1)]
