"""Refusals about tags."""

from farol.kit.problem import Problem


class NotATag(Problem):
    """``word``: what was given, cut; ``most``: the longest a tag can be."""

    code = "not_a_tag"
    status = 422
    texts = {"en": "A tag is a word of letters and digits, at most {most} characters.", "zh": "标签由文字和数字组成，最多 {most} 个字。"}


class TooManyTags(Problem):
    code = "too_many_tags"
    status = 422
    texts = {"en": "A ticket can have at most {most} tags. Take one away first.", "zh": "一张工单最多 {most} 个标签，请先移除一个。"}


class TagRetired(Problem):
    """``word``: the tag that is no longer added."""

    code = "tag_retired"
    status = 409
    texts = {"en": "The tag “{word}” is no longer used. Choose another.", "zh": "标签“{word}”已停用，请换一个。"}


class TagTaken(Problem):
    """Renaming onto a word in use puts both together for good, so it has to be said."""

    code = "tag_taken"
    status = 409
    texts = {"en": "“{word}” is already a tag. Put the two together, or choose another word.", "zh": "已有标签“{word}”。可以合并两者，或换一个词。"}
