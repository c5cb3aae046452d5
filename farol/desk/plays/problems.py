"""Refusals."""

from typing import ClassVar

from farol.kit.problem import Problem


class WordsUnknown(Problem):
    """Names in braces that the play cannot fill."""

    code = "play_words_unknown"
    status = 422
    texts: ClassVar = {
        "en": "There is nothing to fill {names} with. Use the names listed beside the words.",
        "zh": "{names} 没有内容可填。请用旁边列出的名称。",
    }


class WordsLink(Problem):
    """Words that hold an address."""

    code = "play_words_link"
    status = 422
    texts: ClassVar = {
        "en": "These words hold a link. Customers are never sent one; pages and mails bring their own buttons.",
        "zh": "文字里有链接。我们从不给客户发链接，页面和邮件自带按钮。",
    }


class MessageOver(Problem):
    """It is too long ago to be answered."""

    code = "play_message_over"
    status = 409
    texts: ClassVar = {
        "en": "This message is closed. Open a new ticket, and we will look at it.",
        "zh": "这条消息已关闭。请新开工单，我们会看。",
    }
