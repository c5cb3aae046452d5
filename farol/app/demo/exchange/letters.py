"""What the demo exchange writes to its customers. It is another company: nothing here is Farol's voice."""

import msgspec

from farol.core.exchange.facts import Both
from farol.kit.i18n import Say, Texts


class Letter(msgspec.Struct, frozen=True):
    """A mail or a text. security: carries the button that freezes the account."""

    subject: Both
    body: Both
    security: bool = True


class LetterWords(Texts):
    """Around every mail."""

    not_me = Say("不是我本人，冻结账户", "This was not me, freeze my account")
    veto = Say("不是我本人，撤销更改", "This was not me, undo the change")
    code = Say("您的防钓鱼码：{code}。没有它的邮件不是我们发的。", "Your anti-phishing code: {code}. A mail without it is not from us.")
    no_code = Say("您还没有设置防钓鱼码。", "You have not set an anti-phishing code yet.")


LETTERS: dict[str, Letter] = {
    "code": Letter(
        Both("验证码 {code}", "Your code {code}"),
        Both("验证码：{code}，10 分钟内有效，只能填在您自己打开的页面上。\n我们的人绝不会向您要验证码。",
            "Your code is {code}, good for 10 minutes, to be typed only into a page you opened yourself.\nNobody who works for us will ever ask for it."),
    ),
    "code_text": Letter(
        Both("", ""),
        Both("Demo Exchange 验证码 {code}，10 分钟内有效。谁要都别给。", "Demo Exchange code {code}, good for 10 minutes. Give it to nobody."),
        security=False,
    ),
    "new_device": Letter(
        Both("新设备登录", "Sign-in on a new device"),
        Both("{at}，有人用新设备登录了您的账户：{device}，{place}。\n是您本人就不用做什么。",
            "At {at} somebody signed in to your account on a new device: {device}, {place}.\nIf it was you, nothing needs to be done."),
    ),
    "password_change": Letter(
        Both("密码已更改", "Your password was changed"),
        Both("{at}，账户密码已更改。24 小时内不能提币，谁都不能提前解除。",
            "Your password was changed at {at}. Withdrawals are off for 24 hours; nobody can shorten that."),
    ),
    "api_key_created": Letter(
        Both("新建了 API 密钥", "An API key was created"),
        Both("{at}，账户新建了 API 密钥“{label}”，权限：{rights}。", "At {at} the API key “{label}” was created, with rights: {rights}."),
    ),
    "withdrawal_asked": Letter(
        Both("提币申请 {amount}", "Withdrawal of {amount} asked for"),
        Both("{at}，账户申请提币 {amount} 到 {address}。", "At {at} a withdrawal of {amount} to {address} was asked for."),
    ),
    "frozen": Letter(
        Both("账户已冻结", "Your account is frozen"),
        Both("{at}，您的账户已冻结：登录、API、提币、C2C 卖出都停了，{count} 笔提币已取消。\n没有人会打电话请您“解冻”。",
            "Your account was frozen at {at}: sign-ins, API, withdrawals and P2P sales are stopped, {count} withdrawals were cancelled.\nNobody will call you to “unfreeze” it."),
        security=False,
    ),
    "unfrozen": Letter(
        Both("账户已解冻", "Your account is open again"),
        Both("{at}，您的账户已解冻。72 小时内不能提币和 C2C 卖出，谁都不能提前解除。",
            "Your account was opened again at {at}. No withdrawals or P2P sales for 72 hours; nobody can shorten that."),
    ),
    "factor_reset": Letter(
        Both("两步验证已重置", "Two-step verification was reset"),
        Both("{at}，{factor} 已重置，所有登录已退出。24 小时内不能提币和 C2C 卖出。",
            "At {at} {factor} was reset and every session was signed out. No withdrawals or P2P sales for 24 hours."),
    ),
    "contact_change": Letter(
        Both("联系方式更改，24 小时后生效", "A contact will change in 24 hours"),
        Both("{at}，账户申请把 {which} 换成 {new}，24 小时后生效。不是您本人，请点下面的按钮撤销。",
            "At {at} a change of your {which} to {new} was asked for. It takes effect in 24 hours. If it was not you, undo it below."),
    ),
    "confirm_withdrawal": Letter(
        Both("请确认提币", "Please confirm your withdrawal"),
        Both("提币 {amount} 等您确认。请打开应用，在提币记录里确认。", "A withdrawal of {amount} waits for you. Open the app and confirm it in your records."),
    ),
    "notice": Letter(Both("账户通知", "About your account"), Both("{words}", "{words}"), security=False),
}  # fmt: skip
