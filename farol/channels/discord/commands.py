"""``/ask``: words said in private from anywhere in a server. Everything else people type stays where they type it."""

from farol.channels.messengers import outgoing
from farol.channels.messengers.commands import Given, command
from farol.channels.messengers.words import name_of, speak
from farol.kit.core import Kit
from farol.kit.i18n import Say, Texts, lang_of


class AskTexts(Texts):
    """What the asker reads, they alone."""

    taken = Say("收到，已转给客服。我们会私信回复您；回复时请勿发送密码、验证码或助记词。",
                "We have it. Support answers you by direct message; never send a password, a code or a seed phrase there.")
    empty = Say("请在 /ask 后面写上问题。", "Write your question after /ask.")


@command("ask")
async def ask(kit: Kit, given: Given) -> None:
    """The words become the ticket's, as if they had been written in our private chat."""
    texts = AskTexts(lang_of(given.place.language))
    words = given.pressed.text.strip()
    if words:
        name = name_of(given.connection, given.pressed.chat.id, given.key)
        await speak(kit, given.connection, given.place, name=name, text=words, at=given.pressed.at)
    await outgoing.reply(kit, given.connection, given.pressed.chat, given.key, texts.taken if words else texts.empty, answers=given.pressed.answer)
