"""What stands in a ticket about its calls."""

from farol.kit.i18n import Say, Texts


class Words(Texts):
    """To customer and agent alike; the asking is kept of somebody who is not heard."""

    asked_voice = Say("客户想语音通话，等待接听。", "The customer asks for a voice call and waits.")
    asked_video = Say("客户想视频通话，等待接听。", "The customer asks for a video call and waits.")
    invited = Say(
        "客服邀请您在这里语音通话，点击“接听”即可开始。通话中我们也不会向您要密码或验证码。",
        "We offer you a call here: press Take the call to begin. In a call, too, nobody will ask for a password or a code.",
    )
    missed = Say(
        "抱歉，刚才没有客服能接听。请在此留言，或稍后再呼叫。",
        "Nobody could take your call in time. Write here, or call again later.",
    )
    declined = Say("通话没有开始。", "The call did not begin.")
    failed = Say(
        "通话没有接通：两端之间无法建立连接。请在此留言，或换一个网络再试。",
        "The call could not be connected: no way was found between the two sides. Write here, or try from another network.",
    )
    ended = Say("通话结束，时长 {length}。", "The call is over. It took {length}.")
