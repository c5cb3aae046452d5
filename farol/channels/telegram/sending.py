"""A message of ours as the calls that say it: words in pieces, then files, buttons under the last."""

from typing import Any

from farol.channels.messengers.adapter import Attachment
from farol.channels.messengers.model import Choice, Parcel
from farol.channels.messengers.rendering import Span, escaped, parse, write
from farol.channels.messengers.rendering.cutting import cut

from .entities import units
from .model import CAPTION, DATA_BYTES, PHOTO_BYTES, TEXT

_PHOTOS = ("image/jpeg", "image/png", "image/webp")
_NO_PREVIEW = {"is_disabled": True}


class Call:
    """One call. spans: words that are sent as HTML, and plain where Telegram cannot read it. words: their parameter. file: the form's field for one."""

    def __init__(self, method: str, values: dict[str, Any], words: str = "", spans: list[Span] | None = None, file: tuple[str, Attachment] | None = None) -> None:
        self.method, self.values, self.words, self.spans, self.file = method, values, words, spans or [], file

    def filled(self, *, markup: bool = True) -> dict[str, Any]:
        """The parameters, with words in Telegram's HTML or without any markup."""
        if not self.spans:
            return self.values
        if markup:
            return {**self.values, self.words: write(self.spans, "telegram_html").strip(), "parse_mode": "HTML"}
        return {**self.values, self.words: write(self.spans, "plain").strip()[:TEXT]}


def calls(place: dict[str, Any], parcel: Parcel, files: list[Attachment]) -> list[Call]:
    """In their order. place: the chat as the API takes it."""
    shown, further = keyboard(parcel.choices)
    spans = parse("\n".join([parcel.markdown, *further]).strip())
    common: dict[str, Any] = {**place, **({"disable_notification": True} if parcel.silent else {})}
    made: list[Call] = []
    captioned = len(files) == 1 and units(write(spans, "plain")) <= CAPTION
    if not captioned:
        made += [Call("sendMessage", {**common, "link_preview_options": _NO_PREVIEW}, "text", piece) for piece in cut(spans, TEXT, "utf16", "telegram_html")]
    for file in files:
        method, field = _by_type(file)
        made.append(Call(method, dict(common), "caption", spans if captioned else None, (field, file)))
    if made and parcel.reply_to.isdigit():
        made[0].values["reply_parameters"] = {"message_id": int(parcel.reply_to), "allow_sending_without_reply": True}
    if made and shown:
        made[-1].values["reply_markup"] = {"inline_keyboard": shown}
    return made


def keyboard(choices: tuple[Choice, ...]) -> tuple[list[list[dict[str, str]]], list[str]]:
    """Buttons, one a row, and lines for what does not fit into one."""
    rows, lines = [], []
    for one in choices:
        if one.link:
            rows.append([{"text": one.label, "url": one.link}])
        elif 0 < len(one.name.encode()) <= DATA_BYTES:
            rows.append([{"text": one.label, "callback_data": one.name}])
        else:
            lines.append(f"- {escaped(one.label)}")
    return rows, lines


def _by_type(file: Attachment) -> tuple[str, str]:
    if file.of.media_type in _PHOTOS and len(file.data) <= PHOTO_BYTES:
        return "sendPhoto", "photo"
    if file.of.media_type in ("audio/ogg", "audio/opus"):
        return "sendVoice", "voice"
    return "sendDocument", "document"
