"""What is refused about public words."""

from farol.kit.problem import Problem


class NotInPublic(Problem):
    """Words meant for everybody hold something that belongs to one person."""

    code = "opinion_personal"
    status = 422
    texts = {
        "en": "Everybody can read this answer, and it holds {what}. Leave it out: say that you wrote in private, and write the rest there.",
        "zh": "公开答复所有人都能看到，里面有{what_zh}。请去掉，只说已私信联系，其余内容在私信里写。",
    }


class NotAnswerable(Problem):
    """It came from somewhere that we cannot write to."""

    code = "opinion_not_answerable"
    status = 409
    texts = {
        "en": "Farol cannot write there. Open the link and answer at the site itself, then mark this as settled.",
        "zh": "Farol 不能在那里发言。请打开链接在原网站答复，然后标为已处理。",
    }


class OwnAnswer(Problem):
    """Nobody approves their own words."""

    code = "opinion_own_answer"
    status = 409
    texts = {"en": "Public words need a second person. Ask a colleague to look at yours.", "zh": "公开发言需要第二个人确认，请让同事来看。"}


class DecidedAlready(Problem):
    """Somebody was faster."""

    code = "opinion_decided"
    status = 409
    texts = {"en": "Somebody decided about this already. Load the page again to see it.", "zh": "已有人处理过，请刷新查看。"}


class TicketThere(Problem):
    """It has one."""

    code = "opinion_ticket_there"
    status = 409
    texts = {"en": "There is a ticket about this already. Open that one.", "zh": "已经有工单了，请打开那张。"}


class WatchUnreadable(Problem):
    """The address does not answer with a feed."""

    code = "opinion_watch_unreadable"
    status = 422
    texts = {"en": "This address does not answer with an RSS or Atom feed. Check it in a browser.", "zh": "这个地址返回的不是 RSS 或 Atom，请先在浏览器里确认。"}
