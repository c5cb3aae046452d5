"""What we say in groups. No names: whoever chose one would choose our words."""

from farol.kit.i18n.say import Say, Texts


class GroupTexts(Texts):
    """Read by everybody in the group."""

    secret = Say("刚才有一条消息含有{what}，已删除。{advice}。客服从不索要这些信息。", "A post that held {what} was removed. {advice}. Support never asks for any of this.")
    personal = Say("刚才有一条消息含有个人信息，已删除。请点下方按钮私下继续，群里不处理账户问题。", "A post with personal data was removed. Go on in private below; nothing about accounts is handled in the group.")
    private = Say("这里所有人都看得到，群里不查账户和转账。请点下方按钮私下继续。", "Everybody reads this, so nothing about accounts or transfers is looked up here. Go on in private below.")
    unsure = Say("这个问题请点下方按钮私下继续，我们在那里回答。", "Go on in private below; we answer there.")
    stolen = Say("账户可能被盗？请马上打开 {url} 冻结账户，不需要先解释。", "Account stolen? Open {url} now and freeze it; nothing has to be explained first.")
    source = Say("来源：[{title}]({url})", "Source: [{title}]({url})")
    alone = Say("没有解决？请直接私信我们。", "Not what you needed? Write to us by direct message.")
    button = Say("私下继续", "Continue privately")
    open_bot = Say("联系客服", "Contact support")
    warned = Say("一条消息已删除：{why}。再次违反会被禁言。", "A post was removed: {why}. Whoever does it again cannot write here for a time.")
    put_back = Say("客服核实后恢复了一条被误删的消息：\n{words}", "Support looked again and puts a post back that was removed by mistake:\n{words}")
    impostor = Say("注意：官方人员从不主动私信，也不会让您转币。冒充官方的账号已被限制。", "Mind: our staff never write first and never ask for coins. An account that passed for ours was restricted.")
    rule_link = Say("含有冒充我们的网址", "it held an address that imitates ours")
    rule_wallet = Say("要求向某个地址转币", "it asked for coins to be sent to an address")
    rule_giveaway = Say("虚假赠币", "it promised coins that nobody gives")
    rule_bait = Say("引导到站外私聊", "it invited people to somewhere private")
    rule_mentions = Say("一次点名太多人", "it called many people at once")
    rule_flood = Say("重复刷屏", "it repeated itself")
    rule_impostor = Say("冒充官方", "it passed for the exchange")


class DoorTexts(Texts):
    """Read by one person, in private."""

    goes_on = Say("我们在这里继续您在群里的问题：\n{words}", "We go on here with what you asked in the group:\n{words}")


class StaffTexts(Texts):
    """Read by staff."""

    repeated = Say("同一骗局在 {n} 个群出现（{rule}）", "The same scam in {n} groups ({rule})")
    held = Say("群“{title}”的规则“{rule}”误判过多，已改为只记录", "Rule “{rule}” in group “{title}” was wrong too often and only notes now")
