"""Sentences of the incident pack: facts with their source, and nothing about whose fault it was."""

from farol.kit.i18n import Say, Texts


class Words(Texts):
    title = Say("账户安全事件报告", "Account security incident report")
    made = Say("{brand} 出具，{at} UTC。所有时间均为 UTC。", "Issued by {brand}, {at} UTC. All times are UTC.")
    page = Say("第", "page")
    verify = Say("核验：", "Verify: ")
    facts = Say("事件", "The incident")
    timeline = Say("时间线", "Timeline")
    outgoing = Say("冻结前转出的币", "Coins that left before the freeze")
    sign_ins = Say("登录记录（来自封存的快照）", "Sign-ins (from the sealed snapshot)")
    answers = Say("客户的陈述", "What the customer says")
    report = Say("怎么报警", "How to report it")
    proof = Say("如何核对这份报告", "How to check this report")
    none = Say("没有", "None")
    closing = Say("本报告只写系统里的记录，不作法律认定。警方可以凭工单编号通过执法协查渠道联系我们。", "This report states what our records hold and makes no legal finding. Authorities can reach us through our channel for them, by the case number.")
    number = Say("工单编号", "Case number")
    uid = Say("账户 UID", "Account UID")
    reported = Say("报告时间", "Reported")
    proven = Say("证明方式", "Control proven by")
    by = {
        "mail_link": Say("安全邮件里的链接", "link in a security mail"), "email_code": Say("邮箱验证码", "code by e-mail"),
        "sms_code": Say("短信验证码", "code by text message"), "session": Say("登录状态", "live session"),
    }
    frozen = Say("账户冻结", "Account frozen")
    cancelled = Say("取消的提币", "Withdrawals cancelled")
    raised = Say("情况上报", "Emergency raised")
    asked = Say("客户要求冻结", "Customer asked for the freeze")
    taken = Say("专员接手", "A person took the case")
    sealed = Say("快照封存", "Snapshot sealed")
    left = Say("转出 {amount} {coin}", "{amount} {coin} left")
    head = Say("{amount} {coin}，{network}，{at}", "{amount} {coin}, {network}, {at}")
    cls = {
        "internal": Say("收款地址属于本交易所的其他账户", "the address belongs to another account of this exchange"), "own": Say("客户自己用过的地址", "an address the customer has used"),
        "external": Say("外部地址", "an outside address"), "unknown": Say("未判明", "not determined"),
    }
    address = Say("地址 {value}", "address {value}")
    txid = Say("交易哈希 {value}", "transaction {value}")
    withdrawal = Say("提币编号 {value}", "withdrawal {value}")
    question = {
        "what": Say("发生了什么", "What happened"), "when": Say("何时发现", "When noticed"), "given": Say("给过别人", "Given to somebody"),
        "mail_safe": Say("邮箱只有本人能进", "Mailbox theirs alone"), "elsewhere": Say("别处用同一密码", "Password used elsewhere"),
    }
    code = Say("核验码", "Verification code")
    json_hash = Say("数据文件 SHA-256", "SHA-256 of the data file")
    snapshot_hash = Say("快照 SHA-256", "SHA-256 of the snapshot")
    open_verify = Say("打开 {url}，核对编号和 SHA-256。", "Open {url} and compare the code and the SHA-256.")
