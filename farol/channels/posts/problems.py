"""What is refused about announcements that go out."""

from farol.kit.problem import Problem


class PostPersonal(Problem):
    """Words meant for everybody hold something that belongs to one person."""

    code = "post_personal"
    status = 422
    texts = {
        "en": "Everybody reads this, and it holds {what}. Leave it out; link a published page where everybody finds it.",
        "zh": "这是给所有人看的，里面有{what_zh}。请去掉，或链接到公开页面。",
    }


class PostPlace(Problem):
    """A place that nothing can be posted to. which: its connection."""

    code = "post_place_unfit"
    status = 422
    texts = {
        "en": "Nothing can be posted to {which}. Choose an active connection, and give a group's or channel's own number.",
        "zh": "不能发到{which}。请选择正常的连接，群组或频道请填它的数字编号。",
    }


class PostKnown(Problem):
    """What became of it there is known."""

    code = "post_known"
    status = 409
    texts = {"en": "What became of it there is known by now. Load the page again to see it.", "zh": "那里的结果已经清楚，请刷新查看。"}


class PostOwn(Problem):
    """Nobody lets their own words out."""

    code = "post_own"
    status = 409
    texts = {"en": "An announcement needs a second person. Ask a colleague to look at yours.", "zh": "公告需要第二个人确认，请让同事来看。"}


class PostDecided(Problem):
    """Somebody was faster."""

    code = "post_decided"
    status = 409
    texts = {"en": "Somebody decided about this already. Load the page again to see it.", "zh": "已有人处理过，请刷新查看。"}


class PostNowhere(Problem):
    """It goes nowhere."""

    code = "post_nowhere"
    status = 422
    texts = {"en": "Choose at least one place, or the help pages.", "zh": "请至少选择一个发布的地方，或帮助中心。"}
