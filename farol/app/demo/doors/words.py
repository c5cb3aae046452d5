"""The pages' sentences."""

from farol.kit.i18n import Say, Texts


class Words(Texts):
    """Both languages."""

    title = Say("演示的外部世界", "The demo's outside world")
    what = Say(
        "这里不是 Farol：Telegram、Discord、Messenger、WhatsApp、X 和电话的替身，只在本机上，什么也不会发到外面。",
        "This is not Farol: stand-ins for Telegram, Discord, Messenger, WhatsApp, X and the telephone, on this machine only. Nothing leaves it.",
    )
    doors = Say("入口", "Doors")
    choose = Say("选一个入口，扮演一位客户写过去；客服在 Farol 的工作台里看到。", "Choose a door and write as a customer; staff see it in Farol's console.")
    who = Say("您扮演", "You play")
    none = Say("还没有消息。写点什么，客服就会在工作台里看到。", "Nothing was said yet. Write something; staff see it in the console.")
    message = Say("消息", "Message")
    send = Say("发送", "Send")
    us = Say("客服账号", "Our account")
    gone = Say("已被删除", "was removed")
    muted = Say("被禁言：{who}", "{who} was muted")
    banned = Say("被移出群：{who}", "{who} was put out of the group")
    back = Say("可以回来了：{who}", "{who} may come back")
    not_heard = Say("没送到：{why}", "Not delivered: {why}")
    public = Say("所有人可见", "Everybody reads this")
    fake_hint = Say("“Demo Exchange Support” 是冒充者，用来看群里怎么处理。", "“Demo Exchange Support” is an impostor: see what the group does about it.")
    empty = Say("请写点内容", "Write something first")
    phone = Say("电话", "Telephone")
    caller = Say("打给客服", "Call support")
    number = Say("来电号码", "Calling from")
    dial = Say("拨打", "Call")
    callers = Say("客户的电话", "Customers' phones")
    colleagues = Say("客服的电话", "Colleagues' phones")
    no_calls = Say("没有通话", "No calls")
    no_ring = Say("客服在工作台里登记自己的电话、接听来电时，会在这里响。", "They ring here when a colleague enters their own phone in the console, or answers a call.")
    ringing = Say("正在响", "ringing")
    talking = Say("通话中", "in a call")
    over = Say("已挂断", "ended")
    said = Say("听到的话", "What is heard")
    in_line = Say("在排队", "waiting in line")
    connected = Say("双方已接通", "connected: both sides hear each other")
    held = Say("被保持", "on hold")
    keys = Say("按键", "Keys")
    press = Say("按下", "Press")
    typed = Say("已按 {keys}，等 # 键", "{keys} pressed, # ends it")
    up = Say("接听", "Answer")
    down = Say("挂断", "Hang up")
    no = Say("不接", "Let it ring out")
    voicemail = Say("留言 12 秒", "Leave a 12-second message")
    silence = Say("不出声", "Say nothing")
    webhooks = Say("收到的 webhook", "Webhooks received")
    webhooks_what = Say("另一家公司的系统收到的 Farol 事件，签名核对过。", "What another company's system got from Farol; each signature was checked.")
    signed = Say("签名正确", "signature right")
    refused = Say("签名不对，已拒收", "signature wrong, refused")
    no_webhooks = Say("还没有收到", "Nothing received yet")
    missing = Say("这里没有这个页面", "There is no such page here")
    other = Say("English", "中文")
