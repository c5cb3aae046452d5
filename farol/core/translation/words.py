"""What stands beside a message about its translation."""

from farol.kit.i18n import Lang, Say, Texts

from .model import Translation, Why


class Words(Texts):
    """One sentence for each outcome."""

    done = Say("机器翻译，以原文为准", "Machine translated; the original counts")
    off = Say("这里没有设置翻译，只显示原文", "Translation is not set up here, so this is the original alone")
    unavailable = Say("翻译服务现在没有回应，只显示原文", "The translation service does not answer now, so this is the original alone")
    changed = Say("译文改动了金额、编号、链接或别的内容，没有采用，只显示原文",
                  "The translation changed an amount, a number, a link or something else, so it is not used: this is the original alone")  # fmt: skip
    other_language = Say("返回的不是要译成的语言，没有采用，只显示原文",
                         "What came back is not in the language asked for, so it is not used: this is the original alone")  # fmt: skip
    too_long = Say("太长，没有翻译，只显示原文", "Too long to translate, so this is the original alone")
    unknown_language = Say("不认识这种语言，只显示原文", "The language is not known, so this is the original alone")


_SAID: dict[Why, Say] = {
    "done": Words.done, "off": Words.off, "unavailable": Words.unavailable, "changed": Words.changed,
    "other_language": Words.other_language, "too_long": Words.too_long, "unknown_language": Words.unknown_language,
}  # fmt: skip


def said(translation: Translation, lang: Lang) -> str:
    """The sentence in the reader's language; "" where there was nothing to translate."""
    sentence = _SAID.get(translation.why)
    return sentence.text(lang) if sentence else ""
