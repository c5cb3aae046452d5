"""What a trial can be refused for."""

from farol.kit.problem import Problem


class TrialOpen(Problem):
    """One trial at a time in each language of an article."""

    code = "trial_open"
    status = 409
    texts = {"en": "Titles of this article are being tried in this language already.", "zh": "这篇文章的这个语言已有标题试验。"}


class TooManyTrials(Problem):
    """Every process keeps all of them in memory."""

    code = "too_many_trials"
    status = 409
    texts = {"en": "There are {most} trials already. Stop one first.", "zh": "标题试验已有 {most} 个，请先停止一个。"}


class NotInLists(Problem):
    """Only what everybody may read stands in public lists."""

    code = "not_in_lists"
    status = 409
    texts = {"en": "Only a published article that everybody may read can have its titles tried.", "zh": "只有已发布且所有人都能读的文章才能试标题。"}


class TitlesAlike(Problem):
    """Two of the titles read the same."""

    code = "titles_alike"
    status = 422
    texts = {"en": "Two of these titles are the same.", "zh": "其中两个标题相同。"}


class StartedByAuthor(Problem):
    """Where a second reader is asked for, the words of a title are read by somebody else before visitors see them."""

    code = "started_by_author"
    status = 403
    texts = {"en": "Somebody who did not write these titles has to start the trial.", "zh": "这个试验要由没有写这些标题的人开始。"}


class TrialOver(Problem):
    """It has ended, or was started already."""

    code = "trial_over"
    status = 409
    texts = {"en": "This trial is not at that step any more. Read the list again.", "zh": "这个试验已不在这一步，请重新读取列表。"}


class NotDecided(Problem):
    """There is no other title that was found to be better."""

    code = "trial_not_decided"
    status = 409
    texts = {"en": "No title has been found to be better yet.", "zh": "还没有哪个标题被判定为更好。"}
