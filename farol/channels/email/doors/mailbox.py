"""A mailbox of ours at a mail server: what an operator gives, read into one struct. No I/O."""

import re
from typing import Literal

import msgspec

from farol.channels.connections.model import Connection, Field, Kind, Limits
from farol.channels.email.model import ADDRESS, SIZE

KEY = "email"
Tls = Literal["tls", "starttls", "none"]
_HOST = r"[A-Za-z0-9.:_-]{1,253}"
_PORT = r"[1-9][0-9]{0,4}"
_TLS = r"tls|starttls|none"


def _field(key: str, en: str, zh: str, help_en: str, help_zh: str, *, secret: bool = False, required: bool = False, pattern: str = r"\S(.{0,498}\S)?", default: str = "") -> Field:
    return Field(key, {"en": en, "zh": zh}, {"en": help_en, "zh": help_zh}, secret, required, pattern, default)


KIND = Kind(
    key=KEY, name={"en": "E-mail", "zh": "电子邮件"}, private=True, guide="email",
    fields=(
        _field("address", "Address", "地址", "The address customers write to.", "客户写信的地址。", required=True, pattern=ADDRESS.pattern),
        _field("display_name", "Name shown", "显示名称", "Stands beside the address in mail programs.", "在邮件程序中显示在地址旁边。", pattern=r"[^\x00-\x1f<>\"]{1,80}"),
        _field("imap_host", "IMAP server", "IMAP 服务器", "Empty where mail comes by SMTP or LMTP.", "如果邮件通过 SMTP 或 LMTP 送达，请留空。", pattern=_HOST),
        _field("imap_port", "IMAP port", "IMAP 端口", "993 with TLS, 143 with STARTTLS.", "TLS 为 993，STARTTLS 为 143。", pattern=_PORT, default="993"),
        _field("imap_tls", "IMAP encryption", "IMAP 加密", "tls or starttls; none only inside the machine.", "tls 或 starttls；none 仅限本机。", pattern=_TLS, default="tls"),
        _field("imap_user", "IMAP user", "IMAP 用户名", "Most often the address.", "通常就是邮箱地址。", pattern=r"[^\x00-\x1f]{1,200}"),
        _field("imap_password", "IMAP password", "IMAP 密码", "An app password where the provider has them.", "如服务商提供应用专用密码，请使用它。", secret=True, pattern=r"[^\x00\r\n]{1,500}"),
        _field("taken_folder", "Folder for taken mail", "已处理邮件文件夹", "Mail is moved there after it is taken; empty: marked as read.", "处理后移入此文件夹；留空则标为已读。", pattern=r"[A-Za-z0-9 ._/-]{1,80}"),
        _field("smtp_host", "SMTP server", "SMTP 服务器", "Empty: the server of the settings.", "留空则使用系统设置中的服务器。", pattern=_HOST),
        _field("smtp_port", "SMTP port", "SMTP 端口", "465 with TLS, 587 with STARTTLS.", "TLS 为 465，STARTTLS 为 587。", pattern=_PORT, default="587"),
        _field("smtp_user", "SMTP user", "SMTP 用户名", "Empty: no sign-in.", "留空则不登录。", pattern=r"[^\x00-\x1f]{1,200}"),
        _field("smtp_password", "SMTP password", "SMTP 密码", "Of the SMTP user.", "SMTP 用户名对应的密码。", secret=True, pattern=r"[^\x00\r\n]{1,500}"),
        _field("brand", "Brand", "品牌", "A letterhead's key or brand, or a name: mail of tickets that came in here carries it. Empty: as for every customer.",
               "信头的键或品牌名，也可以是一个名称：从这里进来的工单，回信用它。留空则与其他客户相同。", pattern=r"[^\x00-\x1f<>\"]{1,60}"),
        _field("tags", "Tags", "标签", "Words on every ticket that comes in here, with commas between.", "从这里进来的每张工单都加上的标签，用逗号分隔。", pattern=r"[^\x00-\x1f]{1,200}"),
        _field("team", "Team", "团队", "Who reads what comes here.", "由哪个团队处理。", pattern=r"[a-z0-9_-]{1,40}"),
        _field("authserv_id", "Name in Authentication-Results", "Authentication-Results 中的名称",
               "Only where the provider writes this header on every mail it takes, such as mx.google.com. Empty: its results are not believed.",
               "仅当邮箱服务商在每封来信上都写这个信头时填写，例如 mx.google.com。留空则不采信其结果。", pattern=r"[A-Za-z0-9._-]{1,253}"),
    ),
    limits=Limits(
        text=200_000, files=20, file_bytes=20 * 1024 * 1024, fetch_bytes=SIZE, markup="html", rate_per_s=10, burst=100, chat_rate_per_s=1,
        source="https://www.rfc-editor.org/rfc/rfc1870"),
)


class Server(msgspec.Struct, frozen=True):
    """One server of a mailbox. host: empty when there is none."""

    host: str
    port: int
    tls: Tls
    user: str
    password: str


class Mailbox(msgspec.Struct, frozen=True):
    """A connection of this kind, read. taken_folder: empty: mail is marked as read where it is. team: the key of who reads what comes here.
    tags: set on tickets that open here. authserv_id: by which the mailbox's provider signs what it found out about a mail; empty: not believed."""

    connection_id: int
    address: str
    imap: Server
    smtp: Server
    taken_folder: str
    team: str = ""
    tags: tuple[str, ...] = ()
    authserv_id: str = ""


def of(connection: Connection) -> Mailbox:
    """What the connection says."""
    value = connection.value
    tls: Tls = {"starttls": "starttls", "none": "none"}.get(value("imap_tls"), "tls")  # type: ignore[assignment]
    port = int(value("smtp_port") or 587)
    return Mailbox(
        connection.id, value("address").lower(),
        Server(value("imap_host"), int(value("imap_port") or 993), tls, value("imap_user") or value("address"), value("imap_password")),
        Server(value("smtp_host"), port, "tls" if port == 465 else "starttls", value("smtp_user"), value("smtp_password")),
        value("taken_folder"), value("team"), tuple(each.strip() for each in _COMMA.split(value("tags")) if each.strip()), value("authserv_id").lower())


def same(recipient: str, of_ours: str) -> bool:
    """Whether a mail to ``recipient`` is for this mailbox: its address, or that with ``+anything`` before the @."""
    local, _, host = recipient.casefold().rpartition("@")
    own, _, domain = of_ours.casefold().rpartition("@")
    return host == domain and (local == own or local.startswith(own + "+"))


_COMMA = re.compile("[,，、;；]")
_NAMED = re.compile(rb"(?im)^(?:delivered-to|x-original-to|envelope-to|to|cc):((?:.*)(?:\r?\n[ \t].*)*)")
_RETURN = re.compile(rb"(?im)^return-path:[ \t]*<?([^<>\s]*)>?[ \t]*\r?$")
_BLANK = re.compile(rb"\r?\n\r?\n")


def named_in(raw: bytes) -> list[str]:
    """Addresses that the head of a fetched mail names as its recipients, servers' own lines first as they come; at most 100."""
    head = _head(raw)
    words = b" ".join(found.group(1) for found in _NAMED.finditer(head)).decode("ascii", "replace")
    return list(dict.fromkeys(found.group().lower() for found in ADDRESS.finditer(words)))[:100]


def return_path(raw: bytes) -> str | None:
    """The envelope's sender as the last server wrote it down; empty for a bounce, None when it wrote none."""
    found = _RETURN.search(_head(raw))
    return found.group(1).decode("ascii", "replace") if found else None


def _head(raw: bytes) -> bytes:
    end = _BLANK.search(raw, 0, 256 * 1024)
    return raw[: end.start()] if end else raw[: 256 * 1024]
