"""Questions that are offered while somebody types, as shipped. An installation replaces them language by language."""

QUESTIONS: dict[str, tuple[str, ...]] = {
    "zh": (
        "充值没到账怎么办", "充值要几个确认", "怎么充值", "充错网络能找回吗", "忘记填 Memo 或标签怎么办", "交易哈希 TXID 在哪里看", "最小充值额是多少",
        "提币一直在处理中", "提币显示完成但没收到", "提币为什么要审核", "提币失败怎么办", "怎么取消提币", "提币手续费和限额是多少", "改密码后为什么不能提币",
        "提错地址怎么办", "怎么加提币白名单地址", "账户被盗怎么办", "怎么冻结自己的账户", "怎么解冻账户", "收不到验证码", "谷歌验证器丢了怎么重置", "登录不上怎么办",
        "怎么换手机号或邮箱", "怎么设置通行密钥", "怎么设置防钓鱼码", "这个客服是真的吗", "客服会要助记词吗", "遇到诈骗怎么办", "身份认证为什么被拒",
        "证件已被其他账户使用", "地址证明收什么文件", "资金来源问卷怎么填", "C2C 付款了对方不放币", "C2C 之后银行卡被冻结", "银行卡买币失败", "银行转账没到账",
        "提现到银行卡要多久", "订单为什么没成交", "为什么被强平", "资金费率什么时候收", "自动减仓是什么", "空投和活动奖励什么时候发", "返佣什么时候发", "理财赎回多久到账",
        "怎么导出账单报税", "VIP 等级和手续费", "代币更名或下架了怎么办", "怎么投诉", "多久有人回复",
    ),
    "en": (
        "My deposit has not arrived", "How many confirmations does a deposit need", "How do I deposit", "I sent coins on the wrong network",
        "I forgot the memo or tag", "Where do I find the transaction id", "What is the minimum deposit", "My withdrawal is pending",
        "Withdrawal completed but not received", "Why is my withdrawal under review", "My withdrawal failed", "How do I cancel a withdrawal",
        "What are the withdrawal fees and limits", "Why can I not withdraw after changing my password", "I withdrew to a wrong address",
        "How do I add an address to the allow-list", "My account was hacked", "How do I freeze my account", "How do I unfreeze my account",
        "I do not receive codes", "I lost my authenticator", "I cannot sign in", "How do I change my phone or e-mail", "How do I set up a passkey",
        "How do I set an anti-phishing code", "Is this support agent real", "Will support ask for my seed phrase", "I was scammed",
        "Why was my verification rejected", "My ID is used on another account", "Which proof of address is accepted",
        "How do I fill in the source-of-funds form", "I paid but the seller does not release", "My bank froze my card after P2P",
        "My card was declined", "My bank transfer has not arrived", "How long does a bank payout take", "Why did my order not fill",
        "Why was I liquidated", "When is the funding fee charged", "What is auto-deleveraging", "When are rewards and airdrops paid",
        "When is referral commission paid", "When does my Earn redemption arrive", "How do I export statements for tax",
        "What are the trading fees and VIP levels", "My token was renamed or delisted", "How do I complain", "How soon do you answer",
    ),
}
"""Language to questions, the most frequent first."""
