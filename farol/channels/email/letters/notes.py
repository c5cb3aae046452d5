"""Sentences of mail to people outside who are no customers, and what staff read of mail that came; in the two languages they are written in."""

from farol.kit.i18n import LANGS, Say, Texts

Both = dict[str, str]
"""A sentence by language."""


class Notes(Texts):
    """Nothing a customer typed is ever part of it."""

    outside_mark = Say(
        "直接回复这封邮件即可，您的回复只有我们的同事能看到（{number}）",
        "Just reply to this mail: only our staff will read your answer ({number})",
    )
    outside_foot = Say(
        "这封邮件由 {brand} 客服就工单 {number} 写给您，请不要转给客户。",
        "{brand} support wrote this to you about ticket {number}. Please do not pass it on to the customer.",
    )
    outside_wrong = Say("如果不该由您处理，请回复告诉我们。", "If this is not for you, reply and say so.")

    text_cut = Say("正文太长，全文在附件 mail.txt。", "The text was too long; all of it is in the file mail.txt.")
    files_cut = Say("附件太多，只收了前几个。", "Too many files; only the first ones were taken.")
    message_id_reused = Say("邮件编号和另一封内容不同的邮件相同，请留意。", "The id of this mail was used before by one with other words; take care.")
    file_refused = Say("附件 {name} 没有收：{why}", "File {name} was not taken: {why}")
    let_in = Say("发件人没有得到确认，由同事看过后放行。", "The sender was not confirmed; a colleague looked at it and let it in.")


def noted(key: str) -> Both:
    """One of them in every language it is written in."""
    return {lang: str(getattr(Notes(lang), key)) for lang in LANGS}
