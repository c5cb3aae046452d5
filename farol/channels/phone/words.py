"""What callers hear, and the lines that calls leave in a ticket."""

from farol.kit.i18n import Say, Texts, Tongue


class Words(Texts):
    """Read aloud: short sentences, the key last."""

    welcome = Say("您好，这里是{brand}客服。", "Welcome to {brand} support.")
    emergency_first = Say("如果您的账户正在被盗，请现在按 1。", "If your account is being robbed, press 1 now.")
    menu = Say("查询已有工单请按 2，新问题请按 3，人工客服请按 0。", "For a ticket you have, press 2. For a new matter, press 3. For a person, press 0.")
    other_language = Say("切换语言请按 9。", "For another language, press 9.")
    once_more = Say("没有听到有效按键。", "That key is not on the menu.")
    we_never = Say("我们绝不会在电话里索要密码、助记词或登录验证码。", "We never ask for your password, seed phrase or sign-in codes on the phone.")
    closed = Say("现在不在服务时间。", "We are closed now.")
    opens = Say("下次开放时间是{at}。", "We open again at {at}.")
    closed_menu = Say("留言请按 2，需要我们在开放后回电请按 3。", "To leave a message, press 2. To be called back when we are open, press 3.")
    often = Say("您最近来电次数较多，请使用帮助中心或应用内客服。如果账户正在被盗，请按 1。", "You have called often lately. Please use the help centre or the chat in the app. If your account is being robbed, press 1.")
    blocked = Say("在{until}之前，客服不接听您的来电。正式投诉可随时书面提交。如果账户正在被盗，请按 1。", "Support does not take your calls until {until}. A formal complaint is always taken in writing. If your account is being robbed, press 1.")

    raised = Say("已发出紧急警报，安全值班人员正在被呼叫，您排在最前面，请不要挂断。", "The alarm is raised. Our security people are being called now, and you are first in line. Please stay on the line.")
    freeze_offer = Say("如果您还能打开应用，请在“电话验证码”页面查看验证码，然后按 1 立即冻结账户。", "If you can still open the app, look at the page called phone code, then press 1 to freeze your account at once.")
    freeze_web = Say("您也可以随时在帮助中心的紧急页面自行冻结账户。", "You can also freeze it yourself on the emergency page of the help centre.")
    ask_uid = Say("请输入您的用户编号，以井号键结束。", "Enter your user number, then press the hash key.")
    ask_code = Say("请输入应用中显示的 6 位电话验证码，以井号键结束。没有验证码请直接按井号键。", "Enter the 6 digit phone code that your app shows, then the hash key. Without a code, just press the hash key.")
    code_right = Say("验证成功。", "That is right, thank you.")
    code_wrong = Say("验证码不正确或已过期。", "This code is not right or has run out.")
    frozen = Say("冻结请求已发出：提现、登录和接口密钥会被停止。交易所确认后会写在您的工单里。", "The freeze is asked for: withdrawals, sign-ins and API keys are being stopped. Your ticket says so when the exchange has confirmed it.")

    ask_ticket = Say("请输入工单号码横线之后的数字，以井号键结束。", "Enter the digits of your ticket number, without the letters, then the hash key.")
    ticket_noted = Say("已记下。", "Noted.")
    ticket_unknown = Say("没有找到这个号码。", "There is no such number.")
    ask_consent = Say("为保留记录，我们可以录音吗？同意请按 1 或说“同意”，不同意请按 2。不同意也会照常为您服务。", "May we record this call for your file? Press 1 or say yes. To say no, press 2. You are served the same either way.")
    recorded_yes = Say("好的，通话将被录音。", "Thank you. The call will be recorded.")
    recorded_no = Say("好的，通话不会录音。", "All right. The call will not be recorded.")

    place_next = Say("您是下一位。", "You are next.")
    place = Say("您前面还有 {ahead} 位。", "There are {ahead} callers before you.")
    wait_usual = Say("预计等待约 {usual} 分钟，一般不超过 {most} 分钟。", "The wait is usually about {usual} min, and rarely more than {most} min.")
    wait_unknown = Say("目前没有客服在线，无法给出等待时间。", "Nobody is on the phones right now, so we cannot say how long it will take.")
    wait_ringing = Say("正在接通客服的电话。", "A colleague's phone is ringing now.")
    wait_choices = Say("按 2 改为回电并保留您的位置，按 3 留言。", "Press 2 to be called back and keep your place. Press 3 to leave a message.")
    wait_urgent = Say("您排在最前面，安全值班人员正在被呼叫，请不要挂断。", "You are first in line. Our security people are being called. Please stay on the line.")

    back_number = Say("我们将拨打 {number}。确认请按 1，换一个号码请按 2。", "We will call {number}. To confirm, press 1. For another number, press 2.")
    back_enter = Say("请输入带国家代码的电话号码，不含加号，以井号键结束。", "Enter the phone number with its country code, without the plus, then the hash key.")
    back_refused = Say("我们无法拨打这个号码。", "We cannot call this number.")
    back_promised = Say("您的位置已保留。轮到您时，我们会用 {number} 回电。接听后，客服会报出一个验证码，请与应用中显示的核对。再见。", "Your place is kept. When it is your turn we call you from {number}. The colleague will read out a code: compare it with the one your app shows. Goodbye.")
    back_hello = Say("您好，这里是{brand}客服，您要求了回电。接通请按 1。客服会报出一个验证码，请与应用中显示的核对。", "This is {brand} support. You asked to be called back. Press 1 to be connected. The colleague will read out a code: compare it with the one your app shows.")

    voicemail = Say("请在提示音后留言，留言会被录音并转给客服，完成后请按井号键。请不要说出密码或验证码。", "Please speak after the tone. Your message is recorded and given to our team. Press the hash key when you are done. Do not say passwords or codes.")
    voicemail_kept = Say("已收到您的留言，再见。", "Your message is with us. Goodbye.")
    voicemail_none = Say("没有录到留言，再见。", "There was no message. Goodbye.")
    fallback = Say("我们的电话系统出现故障，无法为您转接。请留言，我们恢复后会处理。如果账户正在被盗，请立即使用帮助中心的紧急页面冻结账户。", "Our phone system has a fault and cannot connect you. Please leave a message; we work through them when it is back. If your account is being robbed, freeze it now on the emergency page of the help centre.")
    goodbye = Say("通话已结束，再见。", "The call is over. Goodbye.")
    too_late = Say("很抱歉，暂时没有客服能接听。", "We are sorry, nobody can take the call right now.")
    to_person = Say("按键无效，为您转接人工客服。", "We will put you through to a person.")


class Desk(Texts):
    """What a colleague hears on their own phone."""

    offered = Say("{brand}来电，工单 {number}。接听请按 1。", "A call for {brand}, ticket {number}. Press 1 to take it.")
    emergency = Say("紧急来电：账户被盗，工单 {number}。接听请按 1。", "Emergency call: account being robbed, ticket {number}. Press 1 to take it.")
    gone = Say("来电者已离开，再见。", "The caller has gone. Goodbye.")
    verify = Say("您在{brand}的电话验证码是 {code}。再说一遍：{code}。", "Your code for {brand} is {code}. Once more: {code}.")


class Lines(Texts):
    """What stands in the ticket."""

    subject = Say("电话来电", "Phone call")
    anonymous = Say("匿名来电", "Number withheld")
    opened = Say("电话来电：{number}，时间 {at}。{lane}", "Phone call from {number} at {at}. {lane}")
    lane_emergency = Say("来电者按 1：账户正在被盗。", "The caller pressed 1: account being robbed.")
    lane_ticket = Say("来电者要查询已有工单。", "The caller asks about a ticket they have.")
    lane_new = Say("来电者有新问题。", "The caller has a new matter.")
    lane_person = Say("来电者要找人工客服。", "The caller asks for a person.")
    lane_missed = Say("来电者未选择就挂断。", "The caller hung up before choosing.")
    lane_callback = Say("来电者要求回电。", "The caller asks to be called back.")
    lane_voicemail = Say("来电者要留言。", "The caller leaves a message.")
    talked = Say("通话：{at}，{length}，客服 {who}。录音：{recorded}。", "Phone call at {at}, {length}, with {who}. Recording: {recorded}.")
    recorded_yes = Say("经同意已录音", "yes, with consent")
    recorded_no = Say("无", "none")
    voicemail = Say("语音留言，{length}。", "Voicemail, {length}.")
    transcript = Say("文字稿（自动转写，可能有误）：{words}", "Transcript (by a machine, may be wrong): {words}")
    no_transcript = Say("没有文字稿，请收听录音。", "There is no transcript; please listen to it.")


def speaks(tongue: Tongue) -> bool:
    """Whether callers can be spoken to in it: a menu half in English helps nobody."""
    return tongue in ("en", "zh") or Words(tongue).menu != Words("en").menu
