"""The sentences of notices that leave the house. A customer's or colleague's words are never part of them."""

from farol.kit.i18n import Say, Texts


class Words(Texts):
    """What a mail or a push says to a member of staff."""

    many = Say("有 {count} 件事等您处理", "{count} things need you")
    one_of = Say("{number} 需要您处理", "{number} needs you")
    one = Say("有一件事等您处理", "One thing needs you")
    mark = Say("{brand} 客服台", "{brand} support desk")
    more = Say("还有 {count} 条，在客服台的铃铛里。", "{count} more are behind the bell in the console.")
    why = Say(
        "您收到这封邮件，是因为您选择了邮件通知。想改？打开客服台，设置，通知。",
        "You chose to be told by mail. To change that: console, Settings, Notifications.",
    )
