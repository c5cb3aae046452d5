"""What people read of a proposal: states, classes, reasons, effects. Of what law forbids to explain, one sentence from an approved list.

Sentences have no closing full stop, so that a screen may put them anywhere. No I/O.
"""

from farol.core.exchange.shapes import Text

from .model import ActionType
from .nouns import State

FOR_STAFF: dict[State, Text] = {
    "proposed": Text("等人批准", "Waits for approval"),
    "approved": Text("已批准，正在发给交易所", "Approved, being sent to the exchange"),
    "unproven": Text("已批准，但客户的身份证明已过期。客户重新验证后自动执行", "Approved, but the customer's proof has run out. Carried out once they prove who they are again"),
    "waiting": Text("等交易所回应。会一直重试，不会执行两次", "Waiting for the exchange. It is tried again until it answers, and never done twice"),
    "accepted": Text("交易所已收下，还没做完", "The exchange has taken it and has not finished"),
    "executed": Text("已完成", "Done"),
    "failed": Text("交易所没能做到，账户没有变", "The exchange could not do it. Nothing changed"),
    "rejected": Text("交易所拒绝，账户没有变", "The exchange refused. Nothing changed"),
    "refused": Text("没有批准", "Not approved"),
    "withdrawn": Text("已撤回", "Withdrawn"),
    "expired": Text("过期没有人批准", "Nobody approved it in time"),
}
FOR_CUSTOMER: dict[State, Text] = {
    "proposed": Text("已提出，同事正在复核", "Asked for; a colleague is checking it"),
    "approved": Text("已提出，正在办理", "Asked for; it is being done"),
    "unproven": Text("请再验证一次身份，之后就会办理", "Please prove once more that it is you; then it is done"),
    "waiting": Text("已提出，系统还没有回应。我们会继续办，您不用再提交", "Asked for; our system has not answered yet. We go on, you need not ask again"),
    "accepted": Text("正在办理", "Being done"),
    "executed": Text("已完成", "Done"),
    "failed": Text("没有办成，您的账户没有变", "It could not be done. Your account is unchanged"),
    "rejected": Text("没有办成，您的账户没有变", "It could not be done. Your account is unchanged"),
    "refused": Text("这次没有通过", "It was not granted"),
    "withdrawn": Text("已取消", "Taken back"),
    "expired": Text("已过期，没有办理", "It ran out and was not done"),
}
NEUTRAL = {
    "zh": "您的账户正在审核。有结果时我们会告诉您，现在不能说更多",
    "en": "Your account is under review. We tell you when there is a result and cannot say more now",
}
"""COMP-12: all that a customer may read about class E, the same in every state. It takes no words of staff; compliance changes it here."""

REASONS: dict[str, Text] = {
    "ato_reported": Text("客户说账户被盗", "The customer reports a takeover"),
    "customer_asked": Text("客户要求", "The customer asks for it"),
    "lost_factor": Text("验证方式丢失", "A factor is lost"),
    "lost_contact": Text("邮箱或手机号丢失", "A contact is lost"),
    "deposit_evidence": Text("充值证据已核对", "Evidence of a deposit was checked"),
    "our_error": Text("我方失误", "Our error"),
    "campaign_rule": Text("符合活动规则", "The rules of a campaign"),
    "dispute": Text("交易纠纷", "A dispute between two sides"),
    "incident": Text("平台事件", "An incident"),
    "risk_signal": Text("风险信号", "A signal of risk"),
    "authority": Text("机关要求", "An authority asks for it"),
    "undo": Text("撤销先前的操作", "Takes an action back"),
}
EFFECTS: dict[str, Text] = {
    "account.frozen": Text("账户冻结", "The account is frozen"), "account.unfrozen": Text("账户解冻", "The account is unfrozen"),
    "sessions.revoked": Text("所有设备退出登录", "All devices are signed out"), "api_key.disabled": Text("API 密钥停用", "An API key is disabled"),
    "withdrawal.cancelled": Text("提币取消，币回到余额", "A withdrawal is cancelled, the coins go back to the balance"),
    "p2p_sell.stopped": Text("暂停 C2C 出售", "P2P selling stops"), "card.stopped": Text("停用卡", "The card stops"),
    "hold.started": Text("开始暂停提币", "Withdrawals are held for a while"), "notice.sent": Text("发出站内通知", "A notice is sent"),
    "mail.sent": Text("发出邮件", "A mail is sent"), "text.sent": Text("发出短信", "A text message is sent"),
    "factor.reset": Text("验证方式重置", "The factor is reset"),
    "contact.changing": Text("联系方式更换，新旧联系方式都收到通知", "The contact changes; the old and the new one are told"),
    "task.created": Text("给风控建任务", "Risk Review gets a task"), "balance.added": Text("加到余额", "Added to the balance"),
    "goodwill.granted": Text("补偿", "Goodwill"), "fee.refunded": Text("退手续费", "A fee is refunded"), "reward.reissued": Text("补发奖励", "A reward is reissued"),
    "claim.paid": Text("支付索赔", "A claim is paid"), "deposit.credited": Text("充值入账", "The deposit is credited"),
    "deposit.recovered": Text("找回充错的币", "The deposit is recovered"), "p2p.released": Text("C2C 订单放币", "The P2P order is released"),
    "p2p.cancelled": Text("C2C 订单取消", "The P2P order is cancelled"),
    "deposit.returned": Text("充值退回来源", "The deposit goes back to its source"), "document.made": Text("生成文件", "A document is made"),
    "document.verify_code": Text("文件核验码", "Code that verifies the document"), "kyc.retry": Text("多一次认证机会", "One more identity check"),
    "kyc.manual_review": Text("转人工审核", "A person reviews the identity check"), "p2p.extended": Text("时限延长", "The order has more time"),
    "escrow.released": Text("托管的币放给买家", "The escrow goes to the buyer"), "escrow.returned": Text("托管的币退给卖家", "The escrow goes back to the seller"),
    "counterparty.held": Text("对方的款项暂时冻结", "What the other side received is held"), "disclosure.sealed": Text("披露已封存", "The disclosure is sealed"),
}
MISSING: dict[str, Text] = {
    "step_up": Text("客户在交易所再验证一次", "the customer's proof at the exchange"), "checker": Text("另一位同事批准", "a second person"),
    "second_checker": Text("第三位同事批准", "a third person"), "third_checker": Text("第四位同事批准", "a fourth person"),
    "role:compliance": Text("合规批准", "somebody of compliance"),
}
"""What the exchange itself still asks for, by its own rules."""
WHY_NOT: dict[str, Text] = {
    "own": Text("这是您自己提出的", "You proposed it yourself"), "again": Text("您已经定过", "You have decided already"),
    "role": Text("要由别的岗位批准", "It takes somebody of another role"), "place": Text("和前面的人在同一会话或同一地址", "Same session or address as somebody before you"),
    "team": Text("要由别的团队批准", "It takes somebody of another team"), "limit": Text("超过您的批准额度", "More than you may approve"),
    "over": Text("已经有结果", "It is decided"),
}

WHY: dict[str, Text] = {
    "policy_denied": Text("交易所的规则不允许", "The exchange's policy does not allow it"),
    "version_mismatch": Text("账户在提出之后变过，请再看一眼，重新提出", "The account changed since it was proposed. Look again and propose it anew"),
    "not_found": Text("交易所找不到所指的对象", "The exchange does not find what it is about"),
    "conflict": Text("同样的操作正在进行", "The same is under way already"), "unsupported": Text("交易所没有开通这项操作", "The exchange does not offer this action"),
    "needs_approval": Text("交易所还要别人批准", "The exchange wants another approval"), "scope": Text("密钥没有这项权限", "Our key has no right to this"),
    "expired": Text("过了时间", "Its time ran out"),
}
ENDED: dict[str, Text] = {
    "customer_stop": Text("客户叫停", "Stopped by the customer"),
    "ground_gone": Text("它的依据已经不在，例如客户撤回了同意", "What it rests on is gone, such as the customer's agreement"),
}
"""Why something that was never sent is refused, by others than who checks."""
LEVELS = (
    Text("未验证", "Nothing proven"), Text("联系方式已验证", "Contact proven"), Text("已登录", "Signed in"),
    Text("刚刚再次验证", "Proven again just now"), Text("证件与活体，两人审核", "Document and liveness, decided by two"),
)
"""Of each ``Level``, by its number."""
NO_PROOF = Text("不用验证", "No proof")
"""What an action asks for that anybody may have."""


def for_staff(state: State) -> Text:
    """What a member of staff reads of a state."""
    return FOR_STAFF[state]


def for_customer(kind: ActionType, state: State) -> Text | None:
    """What the account's owner may read; None where they are not told that there is anything.

    Class E has one sentence for every state, with nothing in it that a state, a type or a colleague put there.
    """
    if kind.sealed:
        return Text(NEUTRAL["zh"], NEUTRAL["en"])
    if kind.said is None:
        return None
    if state == "executed":
        return kind.said
    told = FOR_CUSTOMER[state]
    return Text(f"{kind.label.zh}：{told.zh}", f"{kind.label.en}: {told.en}")


def effect(kind: str, ref: str = "", uid: str = "") -> Text:
    """One effect in words, with what it concerns unless that is the account itself; one we have none for stays as the exchange wrote it."""
    known = EFFECTS.get(kind, Text(kind, kind))
    return Text(f"{known.zh}（{ref}）", f"{known.en} ({ref})") if ref and ref != uid else known


def missing(found: list[str]) -> list[Text]:
    """What the exchange asks for beside our approvals."""
    return [MISSING.get(each, Text(each, each)) for each in found]
