"""What customers and staff read of a recovery. No sentence asks anybody to send, pay or deposit anything: a fee is taken from what is brought back.

Sentences have no closing full stop, so that a screen may put them anywhere. No I/O.
"""

from typing import TYPE_CHECKING

from farol.core.exchange.shapes import Text

if TYPE_CHECKING:
    from .model import Quote

NOTHING = Text("", "")
FOREIGN = Text(
    "这笔没有进您的账户，由风控核查。核查有结果我们会在工单里告诉您，更多我们不能说",
    "It did not reach your account. Our risk desk looks into it and tells you in the ticket what comes of it; we cannot say more")
NO_RULE = Text("按公布的规则，这笔不能找回", "By the published rules this one cannot be brought back")
NO_PRICE = Text(
    "现在算不出费用。同事会向交易所确认，在工单里告诉您",
    "The fee cannot be worked out now. A colleague asks the exchange and tells you in the ticket")
DOWN = Text(
    "交易所现在没有回应，还查不到这笔。您的申请已记下，查到后在工单里告诉您",
    "The exchange is not answering, so this one cannot be looked up now. Your request is kept and we tell you in the ticket once it was")
TOO_SMALL = Text("费用比这笔还高，找回后您什么也收不到", "The fee is higher than the deposit itself; nothing would be left for you")
OF_THE_CORE = {
    "below_minimum": Text("低于最小充值额，规则上不入账也不退回", "It is below the smallest deposit. By the published rules it is neither credited nor sent back"),
    "value_too_small": Text("价值太低，找回的费用比它高", "It is worth too little: bringing it back costs more"),
    "contract_address": Text("币到了合约地址，没有人持有它的私钥，无法找回", "The coins went to a contract. Nobody holds a key to it, so they cannot be brought back"),
    "not_ours": Text("收款地址不是我们的，这笔币不在我们手里", "The address is not ours and the coins never came to us"),
    "too_old": Text("时间太久，超过了规则里的期限", "It is older than the published rules allow"),
    "network_unsupported": Text("我们不支持这个网络，不能找回", "We do not support this network, so it cannot be brought back"),
}
"""The exchange's codes for why not, in words; another code is told as ``NO_RULE``."""
FINE = {
    "available": Text("这笔已到账，可以使用和提走，不需要找回", "It is in your account and free to use; nothing has to be brought back"),
    "moving": Text("这笔还在等确认，确认够了会自动入账", "It is waiting for confirmations and is credited by itself once there are enough"),
    "held": Text("这笔已到，正在审核中，不用申请找回", "It has arrived and is being checked; nothing has to be asked for"),
    "failed": Text("这笔在链上失败了，币没有离开付款钱包，请回付款方查看", "It failed on the chain: the coins never left the sending wallet. Look at the sending side"),
    "returned": Text("这笔已退回付款地址", "It was sent back to where it came from"),
}

KINDS = {
    "missing_memo": Text("漏填或填错 Memo、标签", "Memo or tag missing or wrong"),
    "foreign_memo": Text("填了别人的 Memo", "Memo of another account"),
    "wrong_network": Text("走错网络", "Sent on another network"),
    "unlisted_token": Text("没有上线的币", "Coin that is not listed"),
    "contract_address": Text("充到合约地址", "Sent to a contract"),
    "hot_wallet": Text("充到平台钱包", "Sent to the exchange's own wallet"),
    "expired_address": Text("充到旧地址", "Sent to a former address"),
    "below_minimum": Text("低于最小充值额", "Below the smallest deposit"),
    "not_ours": Text("不是我们的地址", "Not an address of ours"),
    "other": Text("其他", "Something else"),
}
STATES = {
    "asked": Text("已收到，等报价", "Received, no price yet"),
    "not_eligible": Text("不能找回", "Cannot be brought back"),
    "quoted": Text("已报价，等您决定", "Priced; yours to decide"),
    "consented": Text("您已同意，还缺证据", "You agreed; evidence is missing"),
    "checking": Text("我们在核对", "We are checking"),
    "approved": Text("两位同事已核准", "Approved by two people"),
    "waiting": Text("交易所正在办理", "The exchange is carrying it out"),
    "done": Text("已完成", "Done"),
    "refused": Text("没有通过", "Not granted"),
    "withdrawn": Text("您已撤回", "You took it back"),
}
FOR_STAFF = {
    **STATES,
    "quoted": Text("已报价，等客户决定", "Priced; the customer decides"),
    "consented": Text("客户已同意，还缺证据", "The customer agreed; evidence is missing"),
    "checking": Text("等核对", "To be checked"),
    "withdrawn": Text("客户撤回", "Taken back by the customer"),
}
NOTES = {
    "unproven": Text("已核准。请再验证一次身份，之后就会办理", "Approved. Please prove once more that it is you; then it is carried out"),
    "failed": Text("交易所没能办成，您的账户没有变。我们在查原因", "The exchange could not do it and your account is unchanged. We are finding out why"),
    "rejected": Text("交易所没能办成，您的账户没有变。我们在查原因", "The exchange could not do it and your account is unchanged. We are finding out why"),
    "declined": Text("第二位同事有疑问，我们再核对一次", "The second colleague has a question; we check once more"),
    "requoted": Text("费用变了，之前的同意已作废，请看新的报价", "The fee has changed and your agreement to the old one is void. Look at the new price"),
    "agree_again": Text("之前的同意已失效。请再看一遍，愿意的话重新同意", "Your earlier agreement no longer stands. Look at it again, and agree once more if you want to go on"),
    "risk": Text("由风控核查", "The risk desk looks into it"),
}
"""What is added to a state, by its code."""
REFUSALS = {
    "not_proven": Text("提交的材料不能证明这笔是您付的", "What was given does not show that the transfer was yours"),
    "not_readable": Text("材料看不清或不完整，多次补充后仍无法核对", "The evidence cannot be read or is not whole, also after it was asked for again"),
    "another_claim": Text("这笔有另一方的权利主张，按规定不能入您的账户", "Somebody else has a right to this transfer, so by the rules it cannot go to your account"),
    "not_ours": Text("币不在我们手里，无法找回", "The coins are not with us and cannot be brought back"),
    "not_possible": Text("技术上无法找回，我们没有收取任何费用", "It is not possible technically. No fee was taken"),
    "risk_closed": Text("核查已结束，这笔不能入您的账户，更多我们不能说", "The check has ended. This transfer cannot go to your account, and we cannot say more"),
}
"""Why a person said no, as the customer reads it."""
RISK_REFUSALS = ("another_claim", "risk_closed")
NEEDS = {
    "txid": Text("交易哈希（已有）", "The transaction hash (you gave it)"),
    "sender_picture": Text("付款方这笔转出的截图：能看到时间、数量、交易哈希", "A picture of this transfer at the sending side, with time, amount and transaction hash"),
    "screen_recording": Text(
        "付款账户的录屏：从登录后的首页走到这笔转出的详情。请先遮住密码和验证码",
        "A screen recording of the sending account: from its first page after sign-in to the details of this transfer. Cover passwords and codes first"),
    "ownership": Text(
        "证明付款账户是您的：用付款地址的私钥在您自己的钱包里签一句话，把签名贴过来；或付款平台出具的、写有您姓名的流水。私钥和助记词不要给任何人",
        "Proof that the sending account is yours: sign the sentence below in your own wallet and paste the signature, or give a statement of the sending platform with your name. Never give your private key or seed phrase to anybody"),
}
NEVER = Text(
    "我们从不要求您转币或付款来找回。费用从找回的币里扣。要您先转一笔的，都是骗子",
    "We never ask you to send or pay anything for a recovery. The fee is taken out of what is brought back. Whoever wants a payment first is a thief")
NO_GUARANTEE = Text(
    "找回由两位同事核准、由交易所执行，可能做不到。做不到就不收费",
    "Two people have to approve it and the exchange carries it out. It may turn out impossible; then there is no fee")
LETTERS = {
    "quoted": Text("这笔可以找回。{arithmetic}。预计 {days}。请在找回页面看清费用后决定，随时可以撤回，直到交易所开始办理",
                   "This one can be brought back. {arithmetic}. Expected time: {days}. See the fee on the recovery page and decide there; you may take it back until the exchange begins"),
    "requoted": Text("费用变了，之前的同意已作废。{arithmetic}。请在找回页面看新的费用后决定",
                     "The fee has changed and your agreement to the old one is void. {arithmetic}. See the new fee on the recovery page and decide there"),
    "checking": Text("材料已齐，我们在核对", "The evidence is complete and we are checking it"),
    "waiting": Text("两位同事已核准，交易所正在办理", "Two people have approved it and the exchange is carrying it out"),
    "refused": Text("这笔找回没有通过。{why}", "This recovery was not granted. {why}"),
    "not_eligible": Text("这笔不能找回。{why}", "This one cannot be brought back. {why}"),
    "note": Text("{why}", "{why}"),
}
"""What is said in the ticket."""


def days(quote: "Quote") -> Text:
    """How long it takes."""
    span = f"{quote.days_from}" if quote.days_from == quote.days_to else f"{quote.days_from}–{quote.days_to}"
    return Text(f"{span} 天", f"{span} days")


def consent(quote: "Quote", txid: str, network: str) -> Text:
    """What the owner agrees to, word for word; it is kept as they read it."""
    long, fee = days(quote), f"{quote.fee} {quote.coin}"
    zh_way = {"credit": "入到我的账户", "refund": "退回付款地址，不退到别的地址", "recover": "找回后入到我的账户"}[quote.way]
    en_way = {"credit": "credited to my account", "refund": "sent back to the address it came from and to no other",
              "recover": "brought back and credited to my account"}[quote.way]
    return Text(
        f"我申请找回 {network} 上的交易 {txid}，共 {quote.amount} {quote.coin}，{zh_way}。我同意从中扣除手续费 {fee}，我收到 {quote.brings} {quote.coin}。"
        f"我知道预计需要 {long.zh}，可能做不到，做不到就不收费。在交易所开始办理之前，我可以撤回。",
        f"I ask for transaction {txid} on {network}, {quote.amount} {quote.coin}, to be {en_way}. I agree that a fee of {fee} is taken out of it "
        f"and that I receive {quote.brings} {quote.coin}. I know that it takes about {long.en} and may turn out impossible, and that there is no fee then. "
        f"I may take this back until the exchange begins.")


def sentence(number: str, txid: str) -> str:
    """What the sending key signs: it names this case and moves nothing."""
    return f"Recovery {number} of {txid}. This message moves no coins."
