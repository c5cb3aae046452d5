"""What knowledge-base verbs can be refused for."""

from farol.kit.problem import Problem


class ArticleRefused(Problem):
    """The text would not be safe or not be complete; ``errors`` names every reason with its line and a sentence."""

    code = "article_refused"
    status = 422
    texts = {"en": "The text cannot stay as it is: see what to mend.", "zh": "这段文字还不能这样保存或发布，请看要改的地方。"}


class DraftChanged(Problem):
    """Somebody saved meanwhile. ``theirs`` is the draft as it stands now, with its revision; what was sent is not stored."""

    code = "draft_changed"
    status = 409
    texts = {"en": "Somebody else saved this draft meanwhile. Compare both texts, then save again.", "zh": "别人刚保存过这份草稿。请对照两份文字，再保存。"}


class SlugTaken(Problem):
    code = "slug_taken"
    status = 409
    texts = {"en": "Another article has this address.", "zh": "这个网址名已被另一篇文章占用。"}


class NoDraft(Problem):
    code = "no_draft"
    status = 409
    texts = {"en": "There is no draft in this language.", "zh": "这个语言没有草稿。"}


class DraftOpen(Problem):
    code = "draft_open"
    status = 409
    texts = {"en": "A draft is open already. Publish or discard it first.", "zh": "已有一份草稿，请先发布或放弃它。"}


class NotInReview(Problem):
    code = "not_in_review"
    status = 409
    texts = {"en": "This draft is not waiting for review.", "zh": "这份草稿不在审阅中。"}


class ReviewedByAuthor(Problem):
    code = "reviewed_by_author"
    status = 403
    texts = {"en": "Somebody who did not write in it has to publish this draft.", "zh": "这份草稿要由没有参与撰写的人发布。"}


class LeadsElsewhere(Problem):
    code = "article_leads_elsewhere"
    status = 403
    texts = {"en": "“{words}” is not on the list of places that we lead to. Somebody who did not write in this draft has to publish it, or the list has to name it.",
             "zh": "“{words}”不在我们可以引向的名单上。这份草稿要由没有参与撰写的人发布，或者先把它加进名单。"}


class HourPassed(Problem):
    code = "hour_passed"
    status = 422
    texts = {"en": "Choose a time between one minute and one year from now.", "zh": "请选一分钟之后、一年之内的时间。"}


class TopicCircle(Problem):
    code = "topic_circle"
    status = 409
    texts = {"en": "A topic cannot stand below itself.", "zh": "主题不能放在它自己的下面。"}


class TopicTooDeep(Problem):
    code = "topic_too_deep"
    status = 422
    texts = {"en": "Topics can be at most {most} levels deep.", "zh": "主题最多 {most} 层。"}


class TopicInUse(Problem):
    code = "topic_in_use"
    status = 409
    texts = {"en": "Move its articles and the topics below it first.", "zh": "请先移走它下面的文章和主题。"}


class TopicTaken(Problem):
    code = "topic_taken"
    status = 409
    texts = {"en": "Another topic has this name in addresses.", "zh": "这个主题代码已被占用。"}


class TermTaken(Problem):
    code = "term_taken"
    status = 409
    texts = {"en": "This word is in the glossary already.", "zh": "术语表里已经有这个词。"}


class NotAPicture(Problem):
    code = "not_a_picture"
    status = 422
    texts = {"en": "Articles take pictures in PNG, JPEG, GIF or WebP.", "zh": "文章里的图片只支持 PNG、JPEG、GIF 或 WebP。"}


class ArchiveBroken(Problem):
    code = "archive_broken"
    status = 422
    texts = {"en": "This is not a zip file that can be read.", "zh": "这不是能读取的 zip 文件。"}


class ArchiveTooLarge(Problem):
    code = "archive_too_large"
    status = 413
    texts = {"en": "The file may have at most {most_mb} MB, and unpacked {most} files and {most_open_mb} MB.",
             "zh": "文件最大 {most_mb} MB，解压后最多 {most} 个文件、{most_open_mb} MB。"}


class ImportRefused(Problem):
    """``files`` names every broken file with its reasons. Nothing was imported."""

    code = "import_refused"
    status = 422
    texts = {"en": "Nothing was imported: {broken} of {all} files are broken.", "zh": "没有导入任何文件：{all} 个文件中有 {broken} 个有问题。"}
