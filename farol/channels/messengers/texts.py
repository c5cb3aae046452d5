"""What we say in chats by ourselves."""

from farol.kit.i18n.say import Say, Texts


class ChatTexts(Texts):
    """Words to customers."""

    greeting = Say(
        "您好，这里是 **{brand}** 官方客服。请直接写下您的问题。\n\n我们从不主动联系您，也绝不会索要密码、验证码、助记词或私钥。\n\n/case 查看工单　/human 找人工　/stolen 账户被盗　/stop 不再接收消息",
        "Hello, this is the support of **{brand}**. Write what you need help with.\n\nWe never write first, and never ask for a password, code, seed phrase or private key.\n\n/case your tickets · /human a person · /stolen account stolen · /stop no more messages")
    bound = Say("已与您的账户关联，可以在这里继续。", "This chat is now linked with your account. You can go on here.")
    bound_case = Say("已与您的账户关联，工单 {number} 在这里继续。", "This chat is now linked with your account, and ticket {number} goes on here.")
    take_offer = Say(
        "您之前在这里写的工单 {numbers} 还不在这个账户里。账户 {account} 是您自己的，链接也是您自己生成的，就发送 /take 带入；链接是别人给的，请不要带入。",
        "What you wrote here before, {numbers}, is not in that account yet. Send /take to bring it along, if the account {account} is your own and you made the link yourself. Leave it if somebody gave you the link.")
    taken = Say("已带入您的账户：{numbers}。", "Now in your account: {numbers}.")
    take_none = Say("没有可以带入账户的工单。", "There is no ticket to bring into an account.")
    link_over = Say("这个链接已失效。请在网页上重新获取一个。", "This link is no longer good. Get a new one on our site.")
    case_joined = Say("工单 {number}：{status}。在这里继续。", "Ticket {number}: {status}. It goes on here.")
    case_unknown = Say("没有找到您的这张工单。请核对编号，或先在网页上关联账户。", "No such ticket of yours. Check the number, or link your account on our site first.")
    cases = Say("您的工单：", "Your tickets:")
    case_how = Say("发送 /case 加编号，即可在这里继续。", "Send /case and a number to go on with it here.")
    no_cases = Say("您没有未结束的工单。请直接写下您的问题。", "You have no open ticket. Write what you need help with.")
    stolen = Say("请立即打开 {url} 冻结账户。链接只能用一次，15 分钟内有效。安全专员已被呼叫。", "Open {url} now to freeze the account. The link works once, within 15 minutes. The security desk is being called.")
    stolen_here = Say("已收到冻结指令，工单 {number} 在这里继续。安全专员会写在这里，进度看打开链接的浏览器。",
                      "Your order to freeze arrived. Ticket {number} goes on here: the security desk writes here, and the browser you used shows how it stands.")
    stolen_heard = Say("从这里打开的页面收到了冻结指令，进度看那个浏览器。", "The page opened from here took an order to freeze. That browser shows how it stands.")
    stolen_words = Say("我的账户被盗了", "My account is stolen")
    human_words = Say("请转人工客服", "I want to talk to a person")
    stopped = Say("好的，我们不再在这里写给您。再写一条消息，就会继续。", "We no longer write to you here. Write again and we go on.")
    file_link = Say("文件“{name}”请在 7 天内打开，链接不要转发：{url}", "See the file “{name}” here within 7 days, and do not pass the link on: {url}")
    story_reply = Say("（回复我们的快拍，24 小时内可看）{link}", "(an answer to our story, there for 24 hours) {link}")
    story_mention = Say("（在快拍里提到我们，24 小时内可看）{link}", "(named us in a story, there for 24 hours) {link}")
    edited = Say("（已编辑）", "(edited)")
    unnamed = Say("（无文字的消息）", "(a message without words)")
    open = Say("处理中", "open")
    pending = Say("等待您的回复", "waiting for you")
    resolved = Say("已解决", "resolved")
    closed = Say("已关闭", "closed")
