"""Telegram among the kinds of channel: testing a bot, and telling Telegram where its updates go."""

from urllib.parse import urlsplit

from farol.channels.connections import kinds
from farol.channels.connections.elsewhere import Failed, Refused, Revoked
from farol.channels.connections.model import Connection, Probe
from farol.kit.core import Kit

from .calling import call
from .model import CHANNEL, KIND, UPDATES, polls, secret_of

PORTS = (443, 80, 88, 8443)
_COMMANDS = {
    "en": {"case": "Status of your ticket", "stolen": "Account stolen: protect it now", "human": "Talk to a person", "start": "What this bot does"},
    "zh": {"case": "查询工单进度", "stolen": "账户被盗：立即保护", "human": "转人工", "start": "这个机器人能做什么"},
}
_IN_GROUPS = {"en": {"ask": "Ask a question, answered from our public help"}, "zh": {"ask": "提问，按公开帮助文章回答"}}
_ABOUT = {
    "en": "Support of {brand}. We never write to you first, never ask for a password, code or seed phrase, and never ask for coins. Write here and we answer.",
    "zh": "{brand} 客服。我们从不先私信您，从不索要密码、验证码、助记词，也从不让您转币。有问题请直接在这里写。",
}


async def test(kit: Kit, connection: Connection) -> Probe:
    """Who the token says we are, and how the webhook does."""
    try:
        me = await call(kit, connection, "getMe", timeout_s=4)
        hook = await call(kit, connection, "getWebhookInfo", timeout_s=4)
    except Failed as error:
        return Probe(False, said=error.said, final=isinstance(error, Revoked))
    facts = [("waiting", str(hook.get("pending_update_count", 0))), ("updates", "polling" if polls(connection) else "webhook")]
    facts.append(("reads_groups", "yes" if me.get("can_read_all_group_messages") else "only when named"))
    said, works = str(hook.get("last_error_message", "")), True
    if connection.state == "active" and not polls(connection) and hook.get("url") != address(kit, connection):
        works, said = False, "the webhook leads somewhere else"
    return Probe(works, f"@{me['username']}", said, facts=tuple(facts))


async def begin(kit: Kit, connection: Connection) -> None:
    """Sets or deletes the webhook, then the commands and what people read before they write."""
    if polls(connection):
        await call(kit, connection, "deleteWebhook", {"drop_pending_updates": False})
    else:
        await call(kit, connection, "setWebhook", {
            "url": address(kit, connection), "secret_token": secret_of(connection), "allowed_updates": list(UPDATES), "max_connections": 40})  # fmt: skip
    for language, commands in _COMMANDS.items():
        code = {} if language == "en" else {"language_code": language}
        await call(kit, connection, "setMyCommands", {"commands": _listed(commands), "scope": {"type": "all_private_chats"}, **code})
        await call(kit, connection, "setMyCommands", {"commands": _listed(_IN_GROUPS[language]), "scope": {"type": "all_group_chats"}, **code})
        await call(kit, connection, "setMyDescription", {"description": _ABOUT[language].format(brand=kit.settings.brand), **code})


async def end(kit: Kit, connection: Connection) -> None:
    """What people write meanwhile waits at Telegram for 24 hours."""
    await call(kit, connection, "deleteWebhook", {"drop_pending_updates": False})


def address(kit: Kit, connection: Connection) -> str:
    """Where Telegram calls us. Raises Refused for an address that it would not take."""
    made = f"{kit.settings.public_url}/hooks/{CHANNEL}/{connection.token}"
    parts = urlsplit(made)
    if kit.settings.demo:
        return made
    if parts.scheme != "https" or (parts.port or 443) not in PORTS:
        raise Refused("Telegram calls https addresses on ports 443, 80, 88 and 8443 only; choose polling here", "address")
    return made


def _listed(commands: dict[str, str]) -> list[dict[str, str]]:
    return [{"command": name, "description": text} for name, text in commands.items()]


kinds.register(KIND, test, begin=begin, end=end)
