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
    to_try = Say("拿去试的哈希和地址", "Hashes and addresses to try")
    try_elsewhere = Say("收款地址不是我们的", "Paid somebody else's address")
    try_out_of_energy = Say("链上失败", "Failed on the chain")
    try_unlisted = Say("我们不支持的币", "A coin that is not listed")
    try_untagged = Say("Rosa 忘了填标签", "Rosa's, sent without its tag")
    try_poisoned = Say("投毒地址", "A poisoned address")
    not_found = Say("没有这个页面", "There is no such page")
    skip = Say("跳到内容", "Skip to content")
    footer = Say(
        "Demo Exchange 不是真实公司。本站的一切只用来演示客服系统。",
        "Demo Exchange is not a company. Everything here exists to show a support system at work.",
    )
