"""The demo exchange's own sentences. It is another company: nothing here is Farol's voice."""

from farol.kit.i18n import Say, Texts


class SiteWords(Texts):
    tagline = Say("不大，但每一笔都说得清楚", "Small, and clear about every coin")
    lead = Say(
        "28 条网络充提，链上走到哪一步、什么时候可用，都写在账单里。有疑问，右下角随时有人。",
        "Deposits and withdrawals on 28 networks. Every record says where it is and when you can use it. "
        "Questions go to the corner of this page, day and night.",
    )
    demo_note = Say(
        "这是演示：客户、资产、行情都是虚构的。",
        "This is a demonstration. Customers, balances and prices are invented.",
    )
    sign_in_as = Say("选一位演示客户，点一下就登录", "Pick a demo customer, one click signs in")
    sign_out = Say("退出", "Sign out")
    visitor = Say("不登录也可以问：右下角打开客服", "No account is needed to ask: open support in the corner")
    markets = Say("行情", "Markets")
    pair = Say("交易对", "Pair")
    price = Say("价格", "Price")
    change = Say("24 小时", "24 h")
    week = Say("7 天", "7 days")
    assets = Say("资产", "Assets")
    total = Say("估值", "Estimated value")
    coin = Say("币种", "Coin")
    amount = Say("数量", "Amount")
    locked = Say("其中未解锁", "Not withdrawable yet")
    worth = Say("折合 USDT", "In USDT")
    no_assets = Say("账户里还没有资产", "Nothing in this account yet")
    history = Say("充提记录", "Deposits and withdrawals")
    no_history = Say("还没有充提记录", "No deposits or withdrawals yet")
    deposit = Say("充值", "Deposit")
    withdrawal = Say("提币", "Withdrawal")
    credited = Say("到账", "Credited")
    withdrawable = Say("可提币", "Withdrawable")
    txid = Say("交易哈希", "TXID")
    copy = Say("复制", "Copy")
    copied = Say("已复制", "Copied")
    my_tickets = Say("我的工单", "My tickets")
    going = Say("正在打开工单页", "Opening your tickets")
    go_on = Say("继续", "Continue")
    help = Say("帮助中心", "Help centre")
    limits = Say("账户限制", "Limits on this account")
    language = Say("English", "中文")
    theme = Say("切换深浅色", "Switch light and dark")
    controls = Say("演示控制", "Demo controls")
    controls_lead = Say("推动故事往前走，看客服那边怎么变", "Move the story on and watch what support sees")
    next_block = Say("再出一个区块", "Confirm the next block")
    finish = Say("充值直接完成", "Finish the deposit")
    again = Say("再来一笔新充值", "Start a new deposit")
    slow = Say("核心系统变慢 60 秒", "Make the core slow for 60 s")
    down = Say("核心系统停机 60 秒", "Take the core down for 60 s")
    well = Say("马上恢复", "Recover now")
    is_slow = Say("核心系统很慢，还剩 {left} 秒", "The core is slow for {left} s more")
    is_down = Say("核心系统停机中，还剩 {left} 秒", "The core is down for {left} s more")
    scenes = Say("剧情时钟", "Scenario clock")
    scenes_lead = Say("选一位客户，按一下，看客服那边怎么变。脚本可以用 POST /demo/scenes/步骤名。",
                      "Choose a customer, press a button, watch what support sees. Scripts use POST /demo/scenes/STEP.")
    whose = Say("客户", "Customer")
    choose = Say("选定", "Choose")
    done = Say("已发生：", "It happened:")
    not_now = Say("现在做不了：账户已停用提币，或者没有可推进的东西", "Not possible now: withdrawals are stopped, or there is nothing to move on")
    finance = Say("财务排队", "Finance queue")
    finance_empty = Say("没有在等的付款", "No payment waits")
    refuse = Say("退回", "Refuse")
    events = Say("最近的事件", "Latest events")
    events_lead = Say("✓ 客服系统已收到，… 还在送", "✓ taken by support, … on its way")
    events_alone = Say("没有配置事件密钥，只能由对方来查", "No event secret is set: support has to ask for them")
    people = Say("每种来意一位客户", "One customer for each reason")
    people_lead = Say("他们账户里的情况就是那种来意的真相；引号里是他们会写的话。",
                      "What is in their accounts makes exactly that reason true; in quotes, what they write.")
    sign_in = Say("登录", "Sign in")
    more_people = Say("其他客户：每种来意一位", "More customers: one for each reason")
    back = Say("回首页", "Front page")
    frozen = Say("账户已冻结", "This account is frozen")
    locked_out = Say("现在不能登录", "Sign-ins are stopped for now")
    frozen_what = Say("登录、API 密钥、提币、C2C 卖出和刷卡都停了，没发出的提币已取消。合约仓位不动。",
                      "Sign-ins, API keys, withdrawals, P2P sales and the card are stopped; what had not left was cancelled. Positions stay.")
    nobody_calls = Say("没有人会打电话请您解冻，也不收任何费用", "Nobody will call you to unfreeze it, and it costs nothing")
    phone = Say("客户的手机", "The customer's phone")
    phone_lead = Say("演示里客户手上的验证码都在这里", "Every code this customer holds, for the demo")
    app_asks = Say("应用在问：是您本人吗？", "The app asks: is it you?")
    app_purpose = Say("用途：", "Purpose:")
    it_is_me = Say("是我", "Yes, it is me")
    not_me = Say("不是我", "No")
    authenticator = Say("验证器", "Authenticator")
    seconds_left = Say("{left} 秒后换", "changes in {left} s")
    totp_secret = Say("验证器密钥", "Its secret")
    texts = Say("短信", "Text messages")
    no_texts = Say("还没有短信", "No messages yet")
    mails = Say("邮件", "Mails")
    no_mails = Say("还没有邮件", "No mails yet")
    passkeys = Say("通行密钥", "Passkeys")
    none = Say("还没有", "None")
    add_passkey = Say("添加", "Add one")
    veto_ask = Say("撤销这次联系方式更改吗？", "Undo this change of contact?")
    veto_button = Say("撤销更改", "Undo the change")
    veto_done = Say("已撤销，联系方式不变", "Undone. Your contact stays as it was")
    veto_then = Say("如果不是您申请的，请马上冻结账户。", "If you did not ask for it, freeze your account now.")
    veto_bad = Say("这个链接无效或已过期", "This link is not good any more")
    to_try = Say("拿去试的哈希和地址", "Hashes and addresses to try")
    try_elsewhere = Say("收款地址不是我们的", "Paid somebody else's address")
    try_out_of_energy = Say("链上失败", "Failed on the chain")
    try_unlisted = Say("我们不支持的币", "A coin that is not listed")
    try_contract = Say("转进了合约地址", "Paid a token contract")
    try_hot = Say("直接转进平台钱包", "Paid the exchange's own wallet")
    try_foreign_memo = Say("标签填成了别人的", "Carried somebody else's tag")
    try_untagged = Say("Rosa 忘了填标签", "Rosa's, sent without its tag")
    try_poisoned = Say("投毒地址", "A poisoned address")
    not_found = Say("没有这个页面", "There is no such page")
    skip = Say("跳到内容", "Skip to content")
    footer = Say(
        "Demo Exchange 不是真实公司。本站的一切只用来演示客服系统。",
        "Demo Exchange is not a company. Everything here exists to show a support system at work.",
    )

    def group(self, name: str) -> str:
        """Heading of a part of the scenario clock."""
        return _GROUPS[name].text(self.lang)

    def state(self, status: str) -> str:
        """An account's status."""
        return _STATES[status].text(self.lang)


_GROUPS = {
    "coins": Say("充值和提币", "Deposits and withdrawals"), "account": Say("账户", "Account"),
    "trading": Say("交易和 C2C", "Trading and P2P"), "exchange": Say("整个平台", "The whole exchange"),
}  # fmt: skip
_STATES = {
    "active": Say("正常", "Active"), "restricted": Say("受限", "Restricted"), "frozen": Say("已冻结", "Frozen"),
    "closing": Say("注销中", "Closing"), "closed": Say("已注销", "Closed"),
}  # fmt: skip
