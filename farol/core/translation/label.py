"""What stands above the original in a letter that a machine translated."""

from farol.kit.i18n import Say, Texts


class Label(Texts):
    """One line, in the language of the translation."""

    mailed = Say("由机器从{language}翻译。原文：", "Translated by a machine from {language}. What was written:")
