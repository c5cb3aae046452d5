"""What the demo's community has talked about. No I/O."""

import msgspec


class Said(msgspec.Struct, frozen=True):
    """A post. by: a member or a member of staff; hours: after the topic was opened; answer: it was accepted."""

    by: str
    text: str
    hours: float
    answer: bool = False


class Talk(msgspec.Struct, frozen=True):
    """A topic: who opened it how many days ago, and what came of it. votes: who voted, for an idea."""

    by: str
    language: str
    category: str
    title: str
    text: str
    days: float
    posts: tuple[Said, ...] = ()
    votes: tuple[str, ...] = ()
    status: str = "open"
    why: str = ""
    held: str = ""
    pinned: bool = False


MEMBERS = {
    "mei": "海边的灯", "ivan": "Night Owl", "rosa": "Limonada", "mallory": "Crane", "harbour": "Harbour", "xiaoman": "小满", "ayuan": "阿远", "kestrel": "Kestrel",
    "tomas": "Tomás R", "ren": "Ren",
}
"""Key to display name. The first four are the demo's customers."""
EVERYBODY = tuple(MEMBERS)

TALKS = (
    Talk("xiaoman", "zh", "deposits", "USDT 充值一直显示 3/12，要等多久？", "昨晚从别的平台提到这里，ERC20，区块浏览器上已经成功了，页面还停在 3/12。\n\n是不是少了什么？", 0.4, (
        Said("harbour", "不用急，这两个数字是两回事：\n\n- **入账**要等的确认数少，到了就能交易\n- **可提币**要等得多一些\n\n在“确认数”那篇里能看到每个网络现在要多少：{help}/zh/a/confirmations", 0.3, True),
        Said("ana", "补充一点：如果超过页面写的时间还没动，请用下面的“转为私密工单”，我们直接查您那一笔。交易哈希只发在工单里。", 1.1),
        Said("xiaoman", "到了，谢谢两位。", 2.5))),
    Talk("ivan", "en", "deposits", "I sent XRP without the tag. Is it gone?", "My wallet did not ask for one, so I left it empty. 60 XRP, yesterday.", 1.2, (
        Said("rosa", "Happened to me last month. It was not gone, it took three days.", 2),
        Said("harbour", "It is not gone. Without the tag the exchange cannot see whose it is, so a person has to match it.\n\n1. Find the transaction in your wallet\n2. Open a ticket and give them the id there, not here\n3. Do not send a second one with the tag “to fix it”\n\nThe steps: {help}/en/a/memo-tag", 3, True),
        Said("sol", "That is right. We match it by the sending address and the amount. Nobody will ask you for a fee in advance; whoever does is not us.", 5))),
    Talk("kestrel", "en", "account", "Somebody on a chat app says he is support and wants my code", "He knew my country and that I have an account here. He says the account will be locked today unless I read him the code from the SMS.", 2.1, (
        Said("harbour", "That is a thief. Nobody here ever asks for a code. Do not answer him, change your password, and look at the devices list.", 0.2),
        Said("ana", "Please do not reply to him. We never ask for codes and never write to you first on a chat app.\n\nIf you gave him anything, freeze the account now: {help}/en/a/freeze-account. It takes effect at once.", 0.6, True),
        Said("kestrel", "I gave him nothing. Password changed, two devices removed.", 1.4))),
    Talk("ayuan", "zh", "account", "换手机后谷歌验证器没了，怎么登录？", "旧手机已经恢复出厂，当时没有记下密钥。", 3.3, (
        Said("mei", "我上个月也是，走“无法使用？”，要拍身份证和手持，等了一天多。", 4),
        Said("harbour", "对，输验证码那一步点“无法使用？”。提醒一句：重置之后 24 小时不能提币，这是正常的，别被吓到。{help}/zh/a/login-trouble", 6, True))),
    Talk("tomas", "en", "trading", "Why was I liquidated although the price never reached my level?", "The chart shows 2,9 % above my liquidation price as the lowest.", 4.2, (
        Said("ren", "Look at the mark price line, not the last price.", 1),
        Said("harbour", "Ren is right: liquidation follows the **mark price**, which comes from several exchanges. Switch the chart to mark price and look at that minute.\n\n> The last price is one trade on one exchange.\n\n{help}/en/a/mark-price-liquidation", 3, True))),
    Talk("ren", "en", "api", "50102 on every signed request since the clock change", "Worked for months. The server time is right as far as I see.", 5, (
        Said("kestrel", "Compare with the time endpoint, do not trust the clock of the machine. Mine was 1.8 s off.", 2, True),
        Said("harbour", "And let NTP keep it. A clock that was set by hand drifts, and the error is back in a week.", 9))),
    Talk("mei", "zh", "p2p", "C2C 对方付款名字和实名不一致，要放币吗？", "对方说是用家人的卡付的，催得很急。", 5.8, (
        Said("harbour", "不要放。名字不一致就点“申诉”，钱原路退回。催得越急越要小心。", 0.2, True),
        Said("ana", "同意。请在订单里点申诉并上传付款记录，由我们处理。放币之后撤不回来。", 0.5))),
    Talk("rosa", "en", "identity", "Proof of address: is a phone bill accepted?", "I do not have a gas or water bill in my name.", 7.5, (
        Said("harbour", "It was for me, as long as it is a PDF from the provider, not older than three months, with the same spelling of the name.", 5, True),)),
    Talk("ayuan", "zh", "deposits", "提币一直在“审核中”，是不是出问题了？", "提了 0.5 ETH，四个小时了。", 8.1, (
        Said("xiaoman", "我第一次往新地址提也审核了半天。", 2),
        Said("harbour", "新地址、刚改过密码、金额比平时大，都会进人工审核。原因在提币记录那一行的“查看原因”里。{help}/zh/a/withdrawal-holds", 3, True))),
    Talk("sol", "en", "account", "What our staff will never do here", "- We never write to you privately first.\n- We never ask for a password, a code or a seed phrase.\n- We never ask for money so that other money is released.\n\nOnly posts with the staff badge are ours. Flag everything else that claims to be.", 30, (), pinned=True),
    Talk("kestrel", "en", "trading", "Does anybody export trades for tax with the CSV?", "The sums differ from what I see under Fees by a few cents.", 9.6, (
        Said("ren", "Mine too. It is rounding: the file has eight decimals, the page two.", 20),)),
    Talk("tomas", "en", "p2p", "Bank transfer in euro: does the reference really matter?", "My bank cuts it after 20 characters.", 11, (
        Said("harbour", "Yes. If it is cut, the payment waits until a person has matched it. Put the code first and nothing else.", 4, True),)),
    Talk("xiaoman", "zh", "trading", "现货网格适合新手吗？", "想先用 200U 试试。", 12, (
        Said("mei", "可以，区间设宽一点，别加杠杆。", 3), Said("harbour", "先看清楚手续费，格子太密会被手续费吃掉。", 26))),
    Talk("mallory", "en", "deposits", "Fast recovery of missing deposits", "I had the same and got it back in one hour. Contact me on telegram @quick_fix_desk and I will show you.", 0.1, held="contact"),
    Talk("mei", "zh", "ideas", "提币地址可以加备注和分组", "地址多了以后分不清，希望能分组，还能搜索。", 60, (
        Said("kai", "谢谢建议。地址簿已经支持备注和分组，在 4.2 版里。", 24 * 40),), votes=("ivan", "harbour", "xiaoman", "ayuan", "kestrel", "ren", "tomas"), status="shipped", why="地址簿从 4.2 版起支持备注、分组和搜索。"),
    Talk("ivan", "en", "ideas", "Show the network fee before I choose the network", "I only see it on the last page. It should stand in the list.", 21, (
        Said("harbour", "Yes, and mark the one that most wallets use.", 5),), votes=("mei", "harbour", "xiaoman", "kestrel", "ren", "rosa"), status="planned", why="Planned for the first quarter: fee and usual time in the list of networks."),
    Talk("ren", "en", "ideas", "API keys that can only read one sub-account", "For the accountant. Now it is all or nothing.", 17, votes=("kestrel", "harbour", "tomas"), status="review"),
    Talk("ayuan", "zh", "ideas", "深色模式跟随系统", "晚上打开太刺眼。", 14, votes=("mei", "xiaoman", "harbour", "ren"), status="review"),
    Talk("rosa", "en", "ideas", "Price alerts by e-mail, not only in the app", "I switch notifications off at work.", 10, votes=("ivan", "tomas")),
    Talk("tomas", "en", "ideas", "Withdraw without the 24 hours after a new device", "It is my own phone.", 40, (
        Said("vera", "We looked at it and will not do this: most thefts we see come from a new device, and the 24 hours are what saves the coins.", 24 * 6),), votes=("ayuan",), status="declined", why="The 24 hours after a new device stay: most stolen accounts are emptied from one."),
)

SHORT = (
    ("kestrel", "en", "trading", "Maker or taker: how do I see which I was?", "Which column is it?", "The order detail says it for each fill; in the CSV it is the column Role."),
    ("ren", "en", "api", "Is there a sandbox?", "I would rather not test with real orders.", "Yes, with its own keys. The address is on the API page of the help centre."),
    ("tomas", "en", "deposits", "Minimum deposit for SOL?", "I sent very little.", "Below the minimum it is kept and credited when a later one makes it up. The table is in the help centre."),
    ("rosa", "en", "account", "Can I change my e-mail address?", "The old one is closed soon.", "Under Security, but start before the old one is gone: it gets the first code."),
    ("ivan", "en", "identity", "My document expires next month", "Will I be locked out?", "No. You get a notice and can upload the new one; only limits change until then."),
    ("xiaoman", "zh", "deposits", "充值地址会变吗？", "以前存的地址还能用吗？", "旧地址一般还能用，但以充值页显示的为准，每次都重新复制。"),
    ("ayuan", "zh", "trading", "为什么限价单没有成交？", "价格明明到了。", "同价位排队，前面的先成交。看成交明细里那个价位的量。"),
    ("mei", "zh", "account", "反钓鱼码有用吗？", "一直没设。", "有用。我们发的邮件都会带它，没有的就是假的。"),
    ("kestrel", "en", "deposits", "Which network is cheapest for USDT?", "Ethereum takes too much.", "Look at the fee beside each network on the withdrawal page; it changes. And check that the other side takes that network."),
    ("ren", "en", "trading", "Funding rate charged twice?", "Two lines at 16:00.", "One line a position. You had two in hedge mode."),
    ("tomas", "en", "account", "Logged out every day", "Is that normal?", "If your browser deletes cookies when it closes, yes."),
    ("xiaoman", "zh", "identity", "人脸识别总是失败", "试了五次。", "摘眼镜、正对窗户，别在灯下。换一部手机也行。"),
    ("ayuan", "zh", "p2p", "C2C 商家要求加微信", "正常吗？", "不正常，取消订单并举报。所有沟通留在订单里。"),
    ("mei", "zh", "trading", "合约的资金费率在哪看？", "找不到历史。", "合约信息页，能按币种导出。"),
    ("rosa", "en", "p2p", "Seller wants me to cancel after I paid", "He says it is a mistake.", "Do not cancel. After you paid, only open a dispute."),
    ("xiaoman", "zh", "deposits", "最小提币额为什么变了？", "上周还是 10。", "跟着网络费变，提币页上的数字是实时的。"),
    ("kestrel", "en", "account", "Two accounts with one phone number", "My wife and I share one.", "One number belongs to one account. A second number, or an authenticator, is the way."),
    ("ayuan", "zh", "api", "API 密钥多久要换一次？", "有规定吗？", "没有强制。绑定 IP，只开要用的权限，怀疑泄露就马上删。"),
    ("ivan", "en", "deposits", "Deposit to a contract address", "My wallet is a contract.", "Works for most coins; the page of the coin says when it does not."),
)
"""By, language, category, title, question, and Harbour's accepted answer; from 32 days ago backwards, a day each."""
