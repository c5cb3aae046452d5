"""A few matters in two languages, enough for a small model."""

from farol.core.understanding import OUT, Row

SAID = {
    "dep.unconfirmed": ["my deposit has not arrived", "deposit still pending confirmations", "where is the deposit I sent", "deposit not credited yet",
                        "sent coins, deposit missing", "deposit confirmations stuck"],
    "wd.pending_review": ["withdrawal under review", "my withdrawal is pending", "withdrawal stuck in review", "why is the withdrawal reviewed",
                          "withdrawal still not sent", "review of my withdrawal takes long"],
    "sec.account_stolen": ["my account was hacked", "somebody stole my account", "hacker in my account", "account stolen and coins gone",
                           "they hacked me and took it", "my account is being stolen"],
    OUT: ["what is the weather today", "tell me a joke please", "best pizza in town", "who won the game", "play some music", "weather for tomorrow"],
}
SAID_ZH = {
    "dep.unconfirmed": ["充值还没到账", "我充的币没到", "充值显示确认中", "充值怎么还不到账", "转进来的币没到账", "充值一直确认中"],
    "wd.pending_review": ["提币还在审核", "提现审核多久", "提币一直审核中", "提币卡在审核", "为什么提币要审核", "提现还没审核完"],
    "sec.account_stolen": ["账户被盗了", "账号被人盗了", "我的号被盗", "被盗号了币没了", "账户被黑客盗了", "盗号了怎么办"],
    OUT: ["今天天气怎么样", "讲个笑话", "附近哪里有披萨", "谁赢了比赛", "放首歌听听", "明天天气如何"],
}
ROWS = [Row(language, label, text) for language, said in (("en", SAID), ("zh-Hans", SAID_ZH)) for label, texts in said.items() for text in texts]
ALARMS = ("sec.account_stolen",)
