"""The fields that rows of the table share, named like the core link names them. No I/O."""

from farol.core.exchange.shapes import Text

from .params import MOST_HASHES, Choice, Param

AMOUNT = Param("amount", Text("数量", "Amount"), "amount")
COIN = Param("coin", Text("币种", "Coin"), "coin")
NETWORK = Param("network", Text("网络", "Network"), "coin")
TXID = Param("txid", Text("交易哈希", "Transaction hash"), "id")
DEPOSIT_ID = Param("deposit_id", Text("充值编号", "Deposit id"), "id", required=False)
FEE = Param("fee", Text("手续费（客户已同意）", "Fee (agreed by the customer)"), "amount", required=False)
EVIDENCE = Param("evidence", Text("证据", "Evidence"), "hashes", most=MOST_HASHES)
DEPOSIT = (TXID, NETWORK, COIN, AMOUNT, DEPOSIT_ID, FEE, EVIDENCE)
RECOVERY = Param("kind", Text("找回方式", "Kind of recovery"), "id")

WITHDRAWAL = Param("withdrawal_id", Text("提币编号", "Withdrawal id"), "id")
API_KEY = Param("api_key_id", Text("密钥编号（空：全部）", "Key id (empty: all)"), "id", required=False)
HOURS = Param("hours", Text("几小时后自动解除（空：直到解冻）", "Ends by itself after hours (empty: until it is unfrozen)"), "count", required=False,
              most=720)
MINUTES = Param("minutes", Text("延长几分钟", "Minutes more"), "count", most=120)
OF_THING = Param("ref", Text("关联的编号", "Id of what it is about"), "id", required=False)
CAMPAIGN = Param("campaign_id", Text("活动编号", "Campaign id"), "id")
CLAIM = Param("claim_id", Text("索赔编号", "Claim id"), "id")
P2P = Param("p2p_order_id", Text("C2C 订单编号", "P2P order id"), "id")
OTHER = Param("counterparty_ref", Text("交易对方", "The other side"), "id")
NOTE = Param("note", Text("给审核人的说明", "For the reviewer"), "words", required=False)

STATEMENT = Param("kind", Text("对账单种类", "Kind of statement"), "choice", choices=(
    Choice("account", Text("账户流水", "Account")), Choice("trades", Text("成交", "Trades")), Choice("tax", Text("税务", "Tax")),
    Choice("liquidation", Text("强平", "Liquidation"))))
FROM = Param("from", Text("从（年-月-日）", "From (year-month-day)"), "id", required=False)
TO = Param("to", Text("到（年-月-日）", "To (year-month-day)"), "id", required=False)
MAIL = Param("template", Text("哪一封", "Which one"), "choice", choices=(
    Choice("withdrawal_confirmation", Text("提币确认", "Withdrawal confirmation")), Choice("verification", Text("验证邮箱", "Verification")),
    Choice("receipt", Text("回执", "Receipt"))))
NOTICE = Param("template", Text("哪一条", "Which one"), "choice", choices=(
    Choice("case_update", Text("工单有进展", "News of a ticket")), Choice("document_needed", Text("需要补资料", "A document is needed")),
    Choice("security_check", Text("安全检查", "Security check"))))
FACTOR = Param("factor", Text("哪种验证方式", "Which factor"), "choice", choices=(
    Choice("totp", Text("谷歌验证器", "Authenticator")), Choice("passkey", Text("通行密钥", "Passkey")), Choice("sms", Text("短信", "Text message")),
    Choice("all", Text("全部", "All"))))
CONTACT_KIND = Param("kind", Text("换哪一个", "Which one"), "choice", choices=(
    Choice("email", Text("邮箱", "Mail address")), Choice("phone", Text("手机号", "Phone number"))))
CONTACT = Param("new_contact", Text("新的邮箱或手机号", "The new address or number"), "contact")

AUTHORITY = Param("authority_ref", Text("机关文书编号", "Reference of the authority"), "id")
SCOPE = Param("scope", Text("冻结什么", "What is held"), "choice", choices=(
    Choice("withdraw", Text("提币", "Withdrawals")), Choice("all", Text("全部", "Everything"))))
DISCLOSED = Param("export_ref", Text("封存导出的编号", "Reference of the sealed export"), "id")
