"""What the shield removes, and the words that stand in its place."""

import re
from typing import Literal, NamedTuple

Kind = Literal["seed_phrase", "private_key", "api_secret", "password", "one_time_code", "card_number", "identity_number"]

KINDS: tuple[Kind, ...] = (
    "seed_phrase",
    "private_key",
    "api_secret",
    "password",
    "one_time_code",
    "card_number",
    "identity_number",
)
"""Worst first: the order in which they are reported, and which one wins where two overlap."""

NAMES: dict[Kind, tuple[str, str]] = {
    "seed_phrase": ("助记词", "seed phrase"),
    "private_key": ("私钥", "private key"),
    "api_secret": ("API 密钥", "API secret"),
    "password": ("密码", "password"),
    "one_time_code": ("验证码", "one-time code"),
    "card_number": ("卡号", "card number"),
    "identity_number": ("证件号", "identity number"),
}
"""Kind to (Chinese, English)."""

MASK = re.compile(
    "|".join(f"〔{zh}已删除〕|\\[{en} removed\\]" for zh, en in NAMES.values()),
)

BARRIER = "\ufffc"
"""Stands for masks while looking for secrets: no rule reads across it, so a second pass finds nothing new."""


class Hit(NamedTuple):
    """A secret at these offsets."""

    start: int
    end: int
    kind: Kind


class Scrubbed(NamedTuple):
    """The text without its secrets, and which kinds were removed (worst first, each once)."""

    text: str
    removed: tuple[str, ...]


def mask(kind: Kind, chinese: bool) -> str:
    """The words that take a secret's place."""
    zh, en = NAMES[kind]
    return f"〔{zh}已删除〕" if chinese else f"[{en} removed]"
