"""Settings: one frozen struct read from the environment, every secret also from a file.

``FAROL_DATABASE_URL=...`` sets ``database_url``; ``FAROL_DATABASE_URL_FILE=/run/secrets/db`` reads it from a file
(one trailing newline is dropped). An empty value means "not set".
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from msgspec import Meta

from .settings_faults import faults

PREFIX = "FAROL_"
PORT = 8700
_Port = Annotated[int, Meta(ge=0, le=65535)]
ModelTask = Literal["draft", "plan", "rephrase", "summarise", "translate"]
"""What a hosted model may be asked to do; see kit/model_port."""


class SettingsError(Exception):
    """The environment cannot be used; each line of the text names one variable and what is wrong with it."""


def _is(meaning: str, **limits: Any) -> Meta:
    return Meta(extra={"meaning": meaning}, **limits)


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything an operator may set. Empty text or port 0 switches the part off."""

    database_url: Annotated[str, _is("PostgreSQL 18 or later", min_length=1)]
    secret_key: Annotated[str, _is("signs and encrypts; at least 32 bytes, kept for ever")]
    nats_url: Annotated[str, _is("NATS server or cluster; without it readers only poll")] = ""
    data_dir: Annotated[Path, _is("folder for files people send")] = Path("var")
    files_url: Annotated[str, _is("`s3://bucket/prefix` for those files instead of the folder")] = ""
    host: Annotated[str, _is("address the web processes listen on")] = "127.0.0.1"
    port: Annotated[_Port, _is("port the web processes listen on")] = PORT
    public_url: Annotated[str, _is("address people type, without a trailing slash")] = f"http://127.0.0.1:{PORT}"
    web_processes: Annotated[int, _is("web processes of `farol up`", ge=1, le=64)] = 2
    log_level: Annotated[Literal["debug", "info", "warning", "error"], _is("least level that is written")] = (
        "info"
    )
    log_format: Annotated[Literal["json", "console"], _is("one JSON object a line, or text for eyes")] = (
        "json"
    )
    demo: Annotated[bool, _is("demo content and one-click sign-in; never with real data")] = False
    brand: Annotated[str, _is("the exchange's name as customers know it", min_length=1)] = "Demo Exchange"
    brand_colour: Annotated[str, _is("colour of links and buttons on customer pages, such as `#005a70`; one that cannot be read is refused")] = ""
    brand_accent: Annotated[str, _is("colour that marks places on customer pages, such as `#f0b90b`; never of text")] = ""
    brand_logo: Annotated[str, _is("path of an SVG or PNG for the head of customer pages, at most 64 KiB")] = ""
    api_docs: Annotated[str, _is("path of a JSON file that describes the exchange's API for the help pages; without it there is no such page")] = ""
    article_second_reader: Annotated[bool, _is("an article is published by somebody who did not write in it")] = False
    video_hosts: Annotated[tuple[str, ...], _is("sites whose videos articles may link to, separated by commas")] = (
        "www.youtube.com", "youtu.be", "vimeo.com", "www.bilibili.com")
    reply_hosts: Annotated[tuple[str, ...], _is("further sites that staff may link to in replies, separated by commas; ours and block explorers need no mention")] = ()
    widget_secret: Annotated[str, _is("HS256 key shared with the exchange's back end")] = ""
    widget_issuer: Annotated[str, _is("`iss` of the exchange's identity tokens")] = "demo-exchange"
    widget_origins: Annotated[
        tuple[str, ...], _is("sites that may show the widget, separated by commas")
    ] = ()
    core_link_url: Annotated[str, _is("the exchange's back office; without it nothing is read")] = ""
    core_link_key: Annotated[str, _is("id of the key that signs requests to it")] = ""
    core_link_secret: Annotated[str, _is("the key itself")] = ""
    core_link_webhook_secret: Annotated[str, _is("signs the events the exchange sends to `/hooks/core`; text, or `whsec_` and base64; without it none is taken")] = ""
    core_link_webhook_secret_old: Annotated[str, _is("the secret before it, taken as well while both are in use")] = ""
    smtp_host: Annotated[str, _is("server that takes outgoing mail")] = ""
    smtp_port: Annotated[_Port, _is("its port")] = 587
    smtp_user: Annotated[str, _is("user there; empty: no sign-in")] = ""
    smtp_password: Annotated[str, _is("password there")] = ""
    smtp_tls: Annotated[Literal["auto", "required", "none"], _is("`required`: no mail without encryption; `auto`: where it is offered, and always with a password")] = "auto"
    mail_from: Annotated[str, _is("address people write to first; answers come from reply addresses of `mail_domain`")] = "support@demo-exchange.example"
    mail_domain: Annotated[str, _is("domain of reply addresses; its MX leads to Farol")] = (
        "support.demo-exchange.example"
    )
    smtp_in_host: Annotated[str, _is("address the mail listener binds")] = "127.0.0.1"
    smtp_in_port: Annotated[_Port, _is("its port; 0: no mail comes in")] = 0
    smtp_in_cert: Annotated[str, _is("path of the certificate chain with which the mail listeners offer STARTTLS; PEM")] = ""
    smtp_in_key: Annotated[str, _is("path of its private key; PEM")] = ""
    lmtp_in_port: Annotated[_Port, _is("port for LMTP from a mail server of your own, at the same address; 0: none")] = 0
    mail_after_s: Annotated[int, _is("seconds a reply stays unread before it is mailed", ge=1, le=86_400)] = (
        45
    )
    mail_unsigned: Annotated[Literal["quarantine", "join"], _is("answers from domains that publish neither SPF nor DKIM nor DMARC: put aside, or believed")] = "quarantine"
    mail_authserv: Annotated[str, _is("id of the mail server in front whose `Authentication-Results` are believed; empty: nobody's")] = ""
    mail_relays: Annotated[tuple[str, ...], _is("addresses and networks of that server, separated by commas; from nobody else is the header read")] = ()
    arc_sealers: Annotated[tuple[str, ...], _is("domains whose ARC seals may vouch for forwarded mail, separated by commas; empty: none")] = ()
    mail_quarantine_days: Annotated[int, _is("days after which the bytes of mail that was put aside are forgotten", ge=1, le=3650)] = 90
    mail_zone: Annotated[str, _is("path of a JSON file that stands in for DNS when mail is checked; in the demo only")] = ""
    mail_automatic_an_hour: Annotated[int, _is("automatic mails in an hour to everybody together; one more stops them until somebody lets them run again", ge=1, le=100_000)] = 500
    mail_domain_per_s: Annotated[float, _is("mails a second to one domain", ge=0.1, le=10_000)] = 20.0
    mail_attach_mb: Annotated[int, _is("megabytes of files that go with one mail; larger ones are seen in the ticket", ge=0, le=15)] = 5
    thread_domains: Annotated[
        tuple[str, ...], _is("mail domains that side threads may write to, separated by commas; `*.` for all below; empty: none")
    ] = ()
    elsewhere: Annotated[
        tuple[str, ...], _is("addresses of stand-ins for platforms, such as `telegram=http://127.0.0.1:9999`, separated by commas; with `demo` only")
    ] = ()
    push_hosts: Annotated[
        tuple[str, ...], _is("push services of browsers that staff notices may go to, separated by commas; `*.` for all below")
    ] = ("fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com", "*.notify.windows.com")
    outbound_allowed: Annotated[
        tuple[str, ...], _is("private networks that webhooks, mailboxes and other addresses given by people may lead to, such as `10.1.0.0/16` or `127.0.0.1:8025`, separated by commas")
    ] = ()
    calls: Annotated[bool, _is("customers may ask for a call inside a ticket, with their browser")] = True
    stun_urls: Annotated[tuple[str, ...], _is("STUN servers for calls, such as `stun:turn.example.com:3478`, separated by commas")] = ()
    turn_urls: Annotated[tuple[str, ...], _is("TURN servers for calls, such as `turn:turn.example.com:3478?transport=udp`, separated by commas")] = ()
    turn_secret: Annotated[str, _is("secret shared with them (`static-auth-secret` of coturn)")] = ""
    call_relay_only: Annotated[bool, _is("calls go through the TURN server only, so that neither side learns the other's address")] = False
    model_url: Annotated[str, _is("base URL of an OpenAI-compatible service, such as `https://host/v1`; without it no model is asked")] = ""
    model_key: Annotated[str, _is("key for it")] = ""
    model_names: Annotated[tuple[str, ...], _is("models there, separated by commas; the next is asked when one fails")] = ()
    model_tasks: Annotated[tuple[ModelTask, ...], _is("what a model may do: draft, plan, rephrase, summarise, translate, separated by commas; empty: nothing")] = ()
    model_output: Annotated[Literal["json_schema", "json_object", "tool"], _is("how the service is told the form of an answer")] = "json_schema"
    model_kind: Annotated[Literal["chat", "reasoning"], _is("reasoning models take another token limit and no temperature")] = "chat"
    model_timeout_s: Annotated[float, _is("seconds until an answer is given up, all models together", ge=0.5, le=8)] = 8.0
    model_day_tokens: Annotated[int, _is("tokens a day for everybody together", ge=0)] = 2_000_000
    model_customer_tokens: Annotated[int, _is("tokens a day for one customer", ge=0)] = 40_000
    translation_url: Annotated[str, _is("base URL of a service that speaks the LibreTranslate protocol; without it a model translates, if one may")] = ""
    translation_key: Annotated[str, _is("key for it")] = ""
    speech_url: Annotated[str, _is("base URL of a service that speaks OpenAI's `/audio/transcriptions`, such as `https://host/v1`; without it voicemails have no transcript")] = ""
    speech_key: Annotated[str, _is("key for it")] = ""
    speech_model: Annotated[str, _is("model there")] = "whisper-1"
    translation_glossary: Annotated[str, _is("path of a file of own terms: a line for each, languages as `en=Spot wallet`, separated by tabs")] = ""

    @classmethod
    def load(cls, env: Mapping[str, str]) -> "Settings":
        """Reads ``FAROL_*``. Raises ``SettingsError`` listing every variable that is missing or wrong."""
        values: dict[str, Any] = {}
        wrong: list[str] = []
        for field in msgspec.structs.fields(cls):
            name = variable(field.name)
            try:
                text = read(env, name)
                if text is not None:
                    values[field.name] = _convert(text, field.type)
                elif field.required:
                    wrong.append(f"{name} is not set: {_meta(field.type).get('meaning', '')}")
            except msgspec.ValidationError as error:
                wrong.append(f"{name}: {str(error).replace('`', '')}")
            except (OSError, UnicodeDecodeError) as error:
                wrong.append(f"{name}_FILE: {error}")
        if len(values.get("secret_key", "x" * 32).encode()) < 32:
            wrong.append("FAROL_SECRET_KEY: has fewer than 32 bytes")
        wrong += faults(values)
        if wrong:
            raise SettingsError("\n".join(wrong))
        return cls(**values)


SECRET = frozenset(
    {"database_url", "nats_url", "secret_key", "widget_secret", "core_link_secret", "core_link_webhook_secret",
     "core_link_webhook_secret_old", "smtp_password", "model_key", "speech_key", "translation_key", "turn_secret"}
)
"""Fields that are never printed."""


class Row(msgspec.Struct, frozen=True):
    """One setting as the reference shows it."""

    variable: str
    meaning: str
    default: str
    secret: bool


def reference() -> list[Row]:
    """All settings in the order of the struct, for the generated reference."""
    rows = []
    for field in msgspec.structs.fields(Settings):
        default = "required" if field.required else _text(field.default)
        rows.append(Row(variable(field.name), _meta(field.type)["meaning"], default, field.name in SECRET))
    return rows


def unknown(env: Mapping[str, str]) -> list[str]:
    """``FAROL_*`` variables that no setting reads: most often a typing mistake."""
    known = {variable(field.name) for field in msgspec.structs.fields(Settings)}
    known |= {f"{name}_FILE" for name in known} | {READY}
    return sorted(name for name in env if name.startswith(PREFIX) and name not in known)


def environment(settings: Settings) -> dict[str, str]:
    """The variables that make ``Settings.load`` return the same settings in a child process."""
    return {variable(name): _text(value) for name, value in msgspec.structs.asdict(settings).items()}


READY = "FAROL_READY_FD"
"""A number of an open pipe: the process writes one byte to it when it can serve (see kit/supervisor)."""


def variable(field: str) -> str:
    """The variable that sets a field."""
    return PREFIX + field.upper()


def read(env: Mapping[str, str], name: str) -> str | None:
    """The variable's text, or that of the file ``<name>_FILE`` names; None when neither is set."""
    if path := env.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").removesuffix("\n") or None
    return env.get(name) or None


def _convert(text: str, kind: Any) -> Any:
    if "\0" in text:
        raise msgspec.ValidationError("holds a NUL character")
    value: Any = text
    if get_origin(get_args(kind)[0]) is tuple:
        value = tuple(part.strip().rstrip("/") for part in text.split(",") if part.strip())
    return msgspec.convert(value, kind, strict=False, dec_hook=lambda to, given: to(given))


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _meta(kind: Any) -> dict[str, Any]:
    for meta in getattr(kind, "__metadata__", ()):
        if meta.extra:
            return dict(meta.extra)
    return {}
