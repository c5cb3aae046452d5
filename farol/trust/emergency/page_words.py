"""Sentences of the emergency pages. First what is true, then what to do; never that something will surely come back."""

from farol.kit.i18n import Say
from farol.selfserve.portal.words import Words as PortalWords


class Words(PortalWords):
    em_title = Say("立即冻结我的账户", "Freeze my account now")
    em_day = Say("日夜有人", "Day and night")
    em_lead = Say("不用登录，也不用密码。证明账户是您的，马上生效。", "No sign-in and no password. Show that the account is yours and it happens at once.")
    em_contact = Say("注册用的手机号或邮箱，填一个", "The phone number or e-mail you registered with")
    em_contact_hint = Say("手机号带国家码，例如 +86 138…。不管有没有这个账户，下一页都一样。", "Phone numbers with the country code, such as +44 7…. The next page is the same whether or not there is an account.")
    em_send = Say("发验证码", "Send me a code")
    em_send_s = Say("下一步就冻结", "The next step freezes")
    em_freeze = Say("冻结", "Freeze")
    em_at_once = Say("立刻生效", "Takes effect at once")
    em_signed_in = Say("您已登录为 {name}，不用再证明。", "You are signed in as {name}; nothing else is needed.")
    em_by_mail = Say("您从安全邮件里的链接来，不用再证明。", "You came by the link in a security mail; nothing else is needed.")
    em_chat_lead = Say("您从关联了账户的聊天过来。验证码发到账户登记的联系方式，收到就能冻结。", "You come from a chat that is linked with an account. A code goes to what that account registered; with it you freeze.")
    em_chat_phone = Say("用短信发验证码", "Text me a code")
    em_chat_mail = Say("用邮件发验证码", "Mail me a code")
    em_chat_over = Say("聊天里的链接已用过或过期，请填手机号或邮箱。", "The link from the chat was used or ran out. Type your phone number or e-mail.")
    em_here = Say("这个浏览器里已经有一件紧急情况在处理。", "A case is already under way in this browser.")
    em_here_go = Say("看进度", "See how it stands")
    em_other = Say("别的办法", "Other ways")
    em_other_code = Say("用注册的手机号或邮箱收验证码。", "Get a code at the phone number or e-mail you registered with.")
    em_other_session = Say("手机或电脑上还登录着？在那里打开“我的工单”，点右上角的“账户被盗”。", "Still signed in on a device? Open My tickets there and press Account stolen at the top.")
    em_other_mail = Say("找一封我们的安全邮件（登录、提币、改密码的通知），点里面的“不是我本人，冻结账户”。", "Find one of our security mails (sign-in, withdrawal, new password) and press “This was not me, freeze my account” in it.")
    em_other_person = Say("都用不了？在客服对话里写“账户被盗”，值班的安全专员马上被呼叫。", "None of these? Write “my account is stolen” in the chat: the security desk on duty is called at once.")
    em_write = Say("写给安全专员", "Write to the security desk")
    em_stops = Say("马上停掉", "What stops at once")
    em_stop = (Say("所有设备的登录", "Sign-ins on all devices"), Say("提币，处理中的也取消", "Withdrawals, also those under way"), Say("API 密钥", "API keys"), Say("C2C 放币、银行卡", "P2P releases and card"))
    em_keeps = Say("不会动", "What stays untouched")
    em_keep = (Say("您的资产", "Your assets"), Say("合约持仓，冻结后由您决定", "Futures positions; you decide afterwards"))
    em_unsure = Say("拿不准就先冻结：资产不会少。解冻要重新核验身份，要两个人同意，至少等 {n} 小时。", "Not sure? Freeze first: nothing is lost by it. Opening again takes a new identity check, two people who agree, and at least {n} hours.")
    em_mailbox = Say("只凭邮箱证明的冻结 24 小时后自动解除，除非您再用手机或真人确认。", "A freeze proven by mailbox alone ends by itself after 24 hours, unless you confirm it by phone or with a person.")
    em_thief = Say("任何人打电话教您“转到安全账户”“交保证金解冻”，都是骗子。我们不会。", "Whoever calls and tells you to move coins to a “safe account” or to pay for unfreezing is a thief. We never do.")
    em_bad_contact = Say("这不是手机号，也不是邮箱。手机号要带国家码，例如 +86。", "This is neither a phone number nor an e-mail address. Phone numbers need their country code, such as +44.")
    em_down = Say("交易所系统现在没有回应，验证码发不出去。过一分钟再点一次，或现在就写给安全专员。", "The exchange's system is not answering, so no code can be sent. Press again in a minute, or write to the security desk now.")
    em_too_many = Say("点得太快了。等 {n} 秒再点，或写给安全专员。", "Too many presses. Wait {n} seconds and press again, or write to the security desk.")

    code_head = Say("输入验证码，立刻冻结", "Type the code to freeze")
    code_sent = Say("如果 {to} 是注册用的联系方式，验证码已经发出。邮件里没看到，就看一眼垃圾邮件。", "If {to} is a registered contact, a code has been sent. No mail? Look into spam too.")
    code_label = Say("6 位验证码", "Six-digit code")
    code_until = Say("{n} 分钟内有效，到{at}", "Good for {n} minutes, until {at}")
    code_wrong = Say("验证码不对。看最新的那条短信或邮件，再填一次。", "That is not the code. Look at the newest text message or mail and type it again.")
    code_left = Say("还可以试 {n} 次。", "Tries left: {n}.")
    code_over = {
        "expired": Say("验证码已过期。再发一个，只要几秒。", "The code ran out. Send a new one below."),
        "locked": Say("这个验证码错了太多次，已作废。请再发一个。", "That code was tried too often and is void. Send a new one below."),
    }
    code_again = Say("没收到？重新发，或换一个联系方式", "Nothing came? Send again or use another contact")
    code_never = Say("验证码只填在这一页。不要告诉任何人，我们的人也不会问。", "Type the code on this page only. Tell nobody; our people never ask for it.")

    case_frozen = Say("{at} 已冻结", "Frozen at {at}")
    case_frozen_s = Say("您那里是{here}，从您点下按钮算 {n} 秒", "{here} where you are, {n} s after you asked")
    case_frozen_took = Say("从您点下按钮算 {n} 秒", "{n} s after you asked")
    case_again = Say("这个账户之前已经冻结，没有重复执行。", "This account was frozen before; nothing was done twice.")
    case_asked = Say("正在冻结", "Freezing")
    case_asked_s = Say("{at} 收到您的要求。这一页会自己更新。", "Your request came at {at}. This page renews itself.")
    case_waiting = Say("交易所还没有回应", "The exchange has not answered yet")
    case_waiting_s = Say("您的要求已记下，{at} 起一直在重试，不会执行两次，您不用再点。安全专员已收到呼叫。", "Your request is kept and has been sent again and again since {at}, and is never done twice; you need not press again. The security desk has been called.")
    kept_text = Say("您的要求已记下（{at}）。交易所一有回应就冻结，一直在重试，不用再点，也可以关掉这一页。安全专员已收到通知。", "Your request is kept ({at}). It is tried again until the exchange answers, then the account is frozen. You need not press again and may close this page. The security desk has been told.")
    case_refused = Say("交易所没有执行冻结", "The exchange did not freeze the account")
    case_refused_s = Say("原因代码：{why}。请马上在下面写给安全专员。", "Its reason: {why}. Write to the security desk below now.")
    refused_go = Say("换验证码再冻结一次", "Try again with a code")
    case_lifted = Say("冻结已解除", "The freeze has ended")
    case_lifted_s = Say("{at}解除。不是您本人要求的？马上再冻结一次，或在下面写给我们。", "It ended {at}. If you did not ask for that, freeze again or write to us below.")
    case_head = Say("您的账户现在什么都转不出去", "Nothing can leave your account now")
    case_head_open = Say("我们在处理，这一页会自己更新", "We are at it. This page renews itself")
    case_head_lifted = Say("账户现在没有冻结", "The account is not frozen now")
    lifted_go = Say("不是我要求的，再冻结一次", "It was not me: freeze again")
    done = {
        "account.frozen": Say("谁都不能登录", "Nobody can sign in"), "sessions.revoked": Say("所有设备已退出登录", "Signed out on all devices"),
        "withdrawals.stopped": Say("提币已停", "Withdrawals are stopped"), "api_key.disabled": Say("{n} 个 API 密钥已停用", "API keys switched off: {n}"),
        "p2p_sell.stopped": Say("C2C 放币已停", "P2P releases are stopped"), "card.stopped": Say("银行卡已停", "The card is stopped"),
    }
    cancelled = Say("{n} 笔处理中的提币已取消，币回到余额", "Withdrawals cancelled: {n}. The coins are back in the balance")
    none_cancelled = Say("没有处理中的提币", "No withdrawals were under way")
    left_one = Say("{amount} {coin} 在 {at} 已转出，在冻结之前", "{amount} {coin} left at {at}, before the freeze")
    left_internal = Say("收款方也是本交易所账户，已提请安全专员暂停对方。", "It went to another account of this exchange; the security desk is asked to hold it there.")
    left_own = Say("收款地址是您自己用过的。", "It went to an address you have used yourself.")
    left_external = Say("去了外部地址，正在追踪。链上转账不能撤回。", "It went to an outside address. We trace it; a transfer on the chain cannot be reversed.")
    left_unknown = Say("正在查收款地址属于哪里。", "We are finding out where the address belongs.")
    positions = Say("合约持仓没有动", "Futures positions are not touched")
    positions_s = Say("我们不会替您平仓。请选一个，安全专员按您的意思办：", "We never close them for you. Choose, and the security desk follows it:")
    position_choices = {
        "keep": Say("先不动", "Leave them as they are"), "close": Say("请帮我平掉", "Close them for me"), "talk": Say("先和我商量", "Talk with me first"),
    }
    position_said = Say("持仓的处理：{what}。", "My positions: {what}.")
    ends_alone = Say("这次只证明了邮箱，所以{at}会自动解冻。", "Only your mailbox was proven, so the freeze ends by itself {at}.")
    part_s = Say("您这次只证明了邮箱，而账户已由更强的证明冻结。用手机验证码确认后，才能和安全专员说话、看事件报告。", "You proved only a mailbox, and the account was frozen by more than that. Confirm with a code to your phone to talk with the security desk and see the incident pack.")
    part_go = Say("用手机验证码确认", "Confirm by phone")
    confirm_go = Say("用手机验证码确认，一直冻结", "Make it last: confirm by phone")

    person_none = Say("正在呼叫安全专员", "The security desk is being called")
    person_none_s = Say("从 {at} 起已呼叫 {n} 人，每 60 秒呼叫下一组，直到有人接。", "Called since {at}: {n} so far, and every 60 seconds the next group, until somebody answers.")
    person_here = Say("{name}，安全专员，在为您处理", "{name}, Security desk, is with you")
    person_code = Say("请对方说出口令，必须是", "Ask for the code. It must be")
    person_code_s = Say("说不对就不是我们的人。", "If it is wrong, it is not us.")

    talk = Say("和安全专员说", "Talk with the security desk")
    talk_write = Say("写给安全专员", "Write to the security desk")
    talk_send = Say("发送", "Send")
    talk_back = Say("回到进度", "Back to the state")
    talk_look = Say("看有没有新回复", "Look for answers")
    talk_new = Say("{n} 条新回复", "{n} new answers")
    talk_hint = Say("不要写密码、验证码、助记词。", "No passwords, codes or seed phrases.")

    ask_head = Say("五个问题", "Five questions")
    ask_why = Say("帮我们追踪得更快。不知道就跳过。", "They help us trace faster. Skip what you do not know.")
    ask_what = Say("1. 发生了什么？", "1. What happened?")
    ask_when = Say("2. 您什么时候发现的？", "2. When did you notice?")
    ask_when_hint = Say("例如：今天 02:40，北京时间", "For example: today 02:40, London time")
    ask_given = Say("3. 有没有给过别人下面的东西？", "3. Did anybody get one of these from you?")
    given = {
        "nothing": Say("没有", "No"), "code": Say("验证码", "A code"), "password": Say("密码", "My password"), "seed": Say("助记词或私钥", "A seed phrase or private key"),
        "remote": Say("让人远程看过或操作过屏幕", "Somebody saw or used my screen"), "unsure": Say("不确定", "Not sure"),
    }
    ask_mail = Say("4. 邮箱只有您自己能进吗？", "4. Is your mailbox yours alone?")
    ask_elsewhere = Say("5. 别的网站用同一个密码吗？", "5. Do you use the same password elsewhere?")
    yes_no = {"yes": Say("是", "Yes"), "no": Say("不是", "No"), "unsure": Say("不确定", "Not sure")}
    ask_country = Say("您在哪个国家或地区？（用来给出报警办法）", "Which country or region are you in? (for what to tell the police)")
    ask_send = Say("交给安全专员", "Give it to the security desk")
    ask_thanks = Say("已收到您的回答。", "Your answers are with us.")
    ask_change = Say("改回答", "Change the answers")

    next_head = Say("接下来，按这个顺序", "Next, in this order")
    next_steps = {
        "mailbox": (Say("保护邮箱", "Secure your mailbox"), Say("换密码，退出其他设备，删掉不是您设的转发和过滤规则。", "New password, sign out other devices, delete forwarding rules and filters you did not make.")),
        "sim": (Say("问运营商", "Ask your phone company"), Say("今天您的号码有没有被换卡、转网。请他们加锁。", "whether your number was moved to another SIM today. Have them lock it.")),
        "malware": (Say("断开可疑设备", "Take the suspicious device offline"), Say("卸载远程控制软件，查毒，之前不要在这台设备上登录任何账户。", "Remove remote-control software and scan it. Sign in nowhere from it before.")),
        "passwords": (Say("改掉相同的密码", "Change the same password"), Say("凡是用同一个密码的地方都改。", "wherever else you used it.")),
        "wallets": (Say("把自己钱包里的币转到新钱包", "Move the coins of your own wallet to a new one"), Say("助记词被别人知道了，旧钱包就不安全了。", "Somebody knows its seed phrase, so the old one is not safe.")),
        "exchanges": (Say("检查其他交易所", "Look at your other exchanges"), Say("登录记录、提币记录、API 密钥，有不认识的就冻结。", "Sign-ins, withdrawals, API keys. Anything unknown: freeze there too.")),
        "bank": (Say("通知银行", "Tell your bank"), Say("绑定过的卡和账户，请银行留意或止付。", "Cards and accounts you linked: ask them to watch or stop payments.")),
        "evidence": (Say("留好证据", "Keep the evidence"), Say("短信、邮件、聊天、网址都别删。我们这边的已封存。", "Delete no texts, mails, chats or addresses. Ours is sealed.")),
        "police": (Say("报警", "Report it to the police"), Say("带上事件报告。您那里怎么报，见下面。", "Bring the incident pack. How it is done where you are stands below.")),
        "scams": (Say("防第二次被骗", "Beware of the second thief"), Say("没有人会打电话给您。收费“追回”的都是骗子。", "Nobody will call you. Whoever offers to recover coins for a fee is a thief.")),
    }
    step_do = Say("做好了", "Done")
    step_undo = Say("还没好", "Not yet")
    step_done = Say("{at}完成", "done {at}")
    promise_by = Say("{at}前一定写给您，有没有结果都会说。", "You hear from us {at} at the latest, with news or without.")
    promise_late = Say("说好的时间已过。值班经理已接到通知。", "The time we promised has passed. The duty manager has been told.")
    promise_hard = Say("冻结会一直保持。要解冻，您得重新核验身份，我们这里要两个人同意。", "The freeze stays. To lift it you prove who you are anew, and two people here must agree.")
    drill_banner = Say("演练。这里没有一件是真的。", "A drill. Nothing here is real.")
    none_title = Say("这个浏览器里没有正在处理的紧急情况", "There is no case in this browser")
    none_text = Say("在冻结时用的那台设备上打开，或重新证明一次：已冻结的账户不会再冻结一遍。", "Open it on the device you froze with, or prove control again: what is frozen is not frozen twice.")
    pack_head = Say("事件报告和报警", "Incident pack and the police")
    pack_made = Say("{at}制作，PDF，{n} KB", "made {at}, PDF, {n} KB")
    pack_pdf = Say("下载事件报告（PDF）", "Download the incident pack (PDF)")
    pack_json = Say("数据文件（JSON）", "Data file (JSON)")
    pack_soon = Say("事件报告在冻结后 10 分钟内做好。现在就要？", "The incident pack is made within 10 minutes of the freeze. Need it now?")
    pack_now = Say("现在制作", "Make it now")
    pack_check = Say("核验编号", "Verify")
    verify_title = Say("核验事件报告", "Verify an incident pack")
    verify_drill = Say("演练", "A drill")
    verify_drill_s = Say("里面没有一件真的发生过", "Nothing in it has happened")
    verify_yes = Say("这份报告是我们出具的。", "We issued this pack.")
    verify_compare = Say("请核对文件的 SHA-256，一位都不能差。", "Compare the SHA-256 of the file: every digit must be the same.")
    verify_number = Say("工单编号", "Case number")
    verify_made = Say("出具时间", "Issued")
    verify_no = Say("没有这个编号的报告。", "There is no pack with this code.")
    verify_no_s = Say("编号要一位不差。如果报告是别人给您的，它可能是伪造的。", "Every letter of the code counts. If somebody gave you the pack, it may be forged.")
    stop_over = Say("这个链接已失效", "This link works no more")
    stop_over_s = Say("不是您要解冻的？马上再冻结一次。", "If it was not you who opened it, freeze again now.")
    stop_title = Say("要叫停解冻吗？", "Stop the unfreezing?")
    stop_text = Say("工单 {number}：有人要求解冻您的账户，{at}之前不会执行。不是您，就点下面的按钮。账户继续冻结，别的都不变。", "Ticket {number}: somebody asks to open your account, not before {at}. If that was not you, press the button: the account stays frozen and nothing else changes.")
    stop_go = Say("叫停，继续冻结", "Stop it, keep it frozen")
    stop_done = Say("已叫停", "Stopped")
    stop_done_s = Say("{at}叫停。账户继续冻结，安全专员已接到通知。以后要解冻，得重新核验身份。", "Stopped {at}. The account stays frozen and the security desk has been told. To open it later, identity is checked anew.")
    seal_at = Say("{at} 的登录、提币、地址已封存，SHA-256 开头 {digest}。", "What stood at {at} (sign-ins, withdrawals, addresses) is sealed, SHA-256 begins {digest}.")
