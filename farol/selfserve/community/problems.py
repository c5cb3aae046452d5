"""What the community refuses, and what to do instead. The words that were refused stay in the form."""

from farol.kit.problem import Problem


class NotAMember(Problem):
    """Only customers whom the exchange vouches for write here."""

    code = "forum_not_a_member"
    status = 403
    texts = {"en": "Writing here needs an account at the exchange. Sign in there and press My tickets.", "zh": "在这里发言需要交易所账户。请在交易所登录后点“我的工单”进来。"}


class NameNeeded(Problem):
    code = "forum_name_needed"
    status = 422
    texts = {"en": "Choose a display name first. Everybody sees it; it need not be your real one.", "zh": "请先取一个显示名。所有人都看得到，不用真名。"}


class NameNotAllowed(Problem):
    code = "forum_name_not_allowed"
    status = 422
    texts = {
        "en": "A name has {least} to {most} letters or digits of one alphabet. Signs and emoji are left out.",
        "zh": "名字为 {least} 到 {most} 个字，只用一种字母，表情和符号会去掉。",
    }


class NameLooksOfficial(Problem):
    code = "forum_name_looks_official"
    status = 422
    texts = {"en": "This name could be taken for our staff. Choose another.", "zh": "这个名字容易被当成官方人员，请换一个。"}


class NameNotYours(Problem):
    code = "forum_name_private"
    status = 422
    texts = {"en": "This name gives away your account. Choose one that is not your real name, e-mail or UID.", "zh": "这个名字会暴露您的账户。请不要用真名、邮箱或 UID。"}


class NameTaken(Problem):
    code = "forum_name_taken"
    status = 409
    texts = {"en": "Somebody already has this name, or one that looks the same. Choose another.", "zh": "已有人用这个名字，或看起来一样的名字，请换一个。"}


class NameLately(Problem):
    code = "forum_name_lately"
    status = 429
    texts = {"en": "A name can be changed once in {days} days.", "zh": "名字每 {days} 天可以改一次。"}


class NothingSaid(Problem):
    code = "forum_nothing_said"
    status = 422
    texts = {"en": "Write something first.", "zh": "请先写内容。"}


class TooLong(Problem):
    code = "forum_too_long"
    status = 422
    texts = {"en": "At most {most} characters; this has {has}.", "zh": "最多 {most} 个字，现在有 {has} 个。"}


class LinkLooksLikeOurs(Problem):
    code = "forum_link_imitates"
    status = 422
    texts = {
        "en": "{host} imitates our address and cannot be posted. If somebody sent it to you, do not open it, and tell us in a ticket.",
        "zh": "{host} 在冒充我们的网址，不能发布。如果是别人发给您的，请不要打开，并开工单告诉我们。",
    }


class LinkNotYet(Problem):
    code = "forum_link_not_yet"
    status = 422
    texts = {
        "en": "New members can link to our own pages and to block explorers only. Say what {host} shows in words.",
        "zh": "新成员只能放我们自己的网页和区块浏览器的链接。请用文字说明 {host} 上的内容。",
    }


class SaidAlready(Problem):
    code = "forum_said_already"
    status = 409
    texts = {"en": "You posted the same words already. Add to that post instead.", "zh": "同样的内容您已经发过了，请在原帖里补充。"}


class TooFast(Problem):
    code = "forum_too_fast"
    status = 429
    texts = {"en": "Wait {wait} s before the next post. Your words are kept below.", "zh": "请 {wait} 秒后再发，内容还在下面。"}


class EnoughToday(Problem):
    code = "forum_enough_today"
    status = 429
    texts = {"en": "You can post {most} of these in 24 hours for now. Your words are kept below.", "zh": "目前 24 小时内最多发 {most} 条，内容还在下面。"}


class Silenced(Problem):
    code = "forum_silenced"
    status = 403
    texts = {"en": "You cannot write here until {until} ({why}).", "zh": "{until} 之前您不能在这里发言（{why}）。"}


class TopicLocked(Problem):
    code = "forum_topic_locked"
    status = 409
    texts = {"en": "This topic takes no more replies.", "zh": "这个话题不再接受回复。"}


class CategoryClosed(Problem):
    code = "forum_category_closed"
    status = 422
    texts = {"en": "Choose where it belongs.", "zh": "请选择版块。"}


class CategoryTaken(Problem):
    code = "forum_category_taken"
    status = 409
    texts = {"en": "There is a category of this code already.", "zh": "已有这个代码的版块。"}


class TooLateToEdit(Problem):
    code = "forum_too_late"
    status = 409
    texts = {"en": "A post can be changed for {hours} hours. Add a reply instead.", "zh": "帖子在 {hours} 小时内可以修改，之后请发回复补充。"}


class OwnPost(Problem):
    code = "forum_own_post"
    status = 409
    texts = {"en": "This is your own. Change or delete it instead.", "zh": "这是您自己的帖子，可以修改或删除。"}


class NotAnIdea(Problem):
    code = "forum_not_an_idea"
    status = 409
    texts = {"en": "Only ideas are voted on.", "zh": "只有建议可以投票。"}


class ReasonNeeded(Problem):
    code = "forum_reason_needed"
    status = 422
    texts = {"en": "Say why; the author reads it.", "zh": "请写明原因，作者会看到。"}


class NotPossible(Problem):
    """The post or topic is not in a state in which this verb means something."""

    code = "forum_not_possible"
    status = 409
    texts = {"en": "This was decided meanwhile. Look again.", "zh": "已有人处理过，请先看一眼。"}
