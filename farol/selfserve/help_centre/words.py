"""Sentences of the help centre's pages."""

from farol.kit.i18n import Say, Texts


class Words(Texts):
    help = Say("帮助中心", "Help")
    help_centre = Say("帮助中心", "Help centre")
    skip = Say("跳到正文", "Skip to the text")
    my_tickets = Say("我的工单", "My tickets")
    is_it_us = Say("核验官方渠道", "Is this really us?")
    promise = Say("服务承诺", "Our promise")
    other_language = Say("English", "中文")
    stolen = Say("账户被盗", "Account stolen")
    times_are = Say("时间均为 UTC", "Times are UTC")

    what_happened = Say("遇到什么事了？", "What happened?")
    ask_label = Say("搜索帮助，或粘贴 TXID、工单号", "Search the help, or paste a transaction id or ticket number")
    ask_hint = Say("说说什么事，或粘贴 TXID", "Say what happened, or paste a TXID")
    ask_button = Say("查一查", "Look it up")
    useful = Say("常用", "Often needed")
    articles = Say("{n} 篇", "{n}")

    next_news = Say("{at} 前再更新。", "Next update by {at}.")
    now = Say("现在的情况", "What is happening now")
    both_paused = Say("{coin} 充值和提币暂停", "{coin}: deposits and withdrawals paused")
    deposit_paused = Say("{coin} 充值暂停", "{coin}: deposits paused")
    withdraw_paused = Say("{coin} 提币暂停", "{coin}: withdrawals paused")
    on_network = Say("网络：{network}", "Network: {network}")
    resumes = Say("预计{at}恢复充值。", "Deposits expected back {at}.")
    not_lost = Say("暂停期间充进来的币不会丢。", "Coins sent meanwhile are not lost.")
    as_of = Say("{at}读自交易所", "Read from the exchange {at}")
    nothing_paused = Say("没有暂停的网络", "No network is paused")
    all_open = Say("所有币种现在都可以充值和提币。", "Every coin can be deposited and withdrawn now.")
    more_paused = Say("另有 {n} 项暂停，看全部", "{n} more are paused: see all")
    no_answer = Say("交易所没有回应", "The exchange is not answering")
    no_answer_seen = Say(
        "最后一次读到是{at}。下面可能已经变了，操作前请以充值页、提币页为准。",
        "Last read {at}. What follows may have changed: check the deposit or withdrawal page first.",
    )
    no_answer_never = Say(
        "现在读不到网络状态。操作前请看充值页、提币页上的数字。",
        "The network table cannot be read now. Check the deposit or withdrawal page first.",
    )
    no_rows = Say("交易所现在没有符合条件的币种。", "The exchange lists nothing that fits here now.")

    real_us = Say("这个人真是我们的客服吗？", "Is that person really our support?")
    real_us_text = Say("网址、邮箱逐字比对，不在清单里的都不是我们。", "Compare the address letter by letter. What is not listed is not us.")
    keep_word = Say("我们说多久就是多久", "How fast we answer")
    keep_word_text = Say("每类事情多久有人回，没做到怎么办。", "How soon a person answers, matter by matter, and what to do when we are late.")
    complain = Say("对处理结果不满意", "Not satisfied with the outcome")
    complain_text = Say("3 个工作日内确认，15 个工作日内书面答复。", "Confirmed within 3 working days, answered in writing within 15.")
    complain_link = Say("怎么投诉", "How to complain")

    coin_network = Say("币种与网络", "Coin and network")
    minimum = Say("最小充值", "Minimum")
    trade_after = Say("确认数：可交易", "Trade after")
    withdraw_after = Say("确认数：可提币", "Withdraw after")
    state = Say("现在", "Now")
    is_open = Say("正常", "open")
    paused_both = Say("充提都暂停", "both paused")
    paused_deposit = Say("充值暂停", "deposits paused")
    paused_withdraw = Say("提币暂停", "withdrawals paused")
    memo_needed = Say("要填标签", "Memo")
    required = Say("必填", "required")
    not_required = Say("不用", "no")
    unknown = Say("未提供", "not given")

    txid_label = Say("交易哈希 TXID", "Transaction id")
    txid_hint = Say("不用登录。我们只看这串字符像哪些网络，不保存。", "No sign-in needed. We only look which networks it fits, and keep nothing.")
    check = Say("查", "Check")

    site = Say("交易所网站", "Exchange website")
    help_site = Say("帮助中心与我的工单", "Help centre and My tickets")
    mail = Say("我们发信的邮箱", "Mailbox we write from")
    reply_mail = Say("回信地址的域名", "Domain of reply addresses")

    stuck = Say("还没解决？", "Still stuck?")
    stuck_text = Say(
        "登录交易所后打开聊天，我们看得到您的充值和提币，不用从头讲。不要发密码、验证码、助记词。",
        "Sign in at the exchange and open the chat. We see your deposits and withdrawals; nothing to repeat. Never send passwords, codes or seed phrases.",
    )
    open_chat = Say("去交易所网站打开聊天", "Open the chat at the exchange")
    open_portal = Say("看我的工单", "See my tickets")
    checked = Say("{by} 于 {on} 核对 · 第 {version} 版 · {at}发布", "Checked {on} by {by} · version {version} · published {at}")
    on_this_page = Say("本页内容", "On this page")
    related = Say("相关文章", "Related")
    only_other = Say("这篇还没有中文版，下面是英文。", "Not yet in English; this is the Chinese text.")

    found = Say("找到 {n} 篇", "{n} found")
    results_for = Say("“{question}”的结果", "Results for “{question}”")
    result = Say("查询结果", "What we recognise")
    nothing_for = Say("没有找到“{question}”", "Nothing found for “{question}”")
    try_words = Say("换个说法，少写几个字，或者从下面的目录里找。", "Try other or fewer words, or look through the topics below.")
    ask_first = Say("写点什么再查", "Type something to look for")
    looks_txid = Say("这是一个交易哈希（TXID）", "This is a transaction id")
    looks_address = Say("这是一个地址，不是交易哈希", "This is an address, not a transaction id")
    wrong_checksum = Say("校验码不对，多半有一位抄错了。请整串复制，不要手打。", "Its checksum does not match: most likely one character is wrong. Copy it whole.")
    may_be_on = Say("它可能在这些网络上：{networks}", "It can be on: {networks}")
    txid_next = Say("确认数、状态和下一步：", "Confirmations, status and what to do next:")
    txid_own = Say("登录后写给我们，把它粘贴进来，马上能看到是不是您的充值。", "Signed in, paste it into the chat and see at once whether it is your deposit.")

    missing_title = Say("没有这一页", "There is no such page")
    missing_text = Say("地址可能打错了，或者文章换了名字。搜一下，或者从目录里找。", "The address may be mistyped or the article renamed. Search, or look through the topics.")
