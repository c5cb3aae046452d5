"""Refusals of translating."""

from farol.kit.problem import Problem


class TranslationDiffers(Problem):
    """``pieces``: what stands in one and not in the other, as it is written there."""

    code = "translation_differs"
    status = 422
    texts = {
        "en": "The translation and what you wrote do not agree on: {pieces}. Change both, or translate again.",
        "zh": "译文和您写的内容不一致：{pieces}。请两边一起改，或重新翻译。",
    }


class AlreadySaid(Problem):
    code = "already_said"
    status = 409
    texts = {"en": "A reply of this id was sent already.", "zh": "这条回复已经发出。"}


class NothingTranslated(Problem):
    code = "nothing_translated"
    status = 409
    texts = {
        "en": "No translation came: none is set up, it does not answer, or it changed something that must stay.",
        "zh": "没有得到译文：没有设置翻译、翻译没有回应，或译文改动了不能改的内容。",
    }


class NothingPublished(Problem):
    code = "nothing_published"
    status = 409
    texts = {"en": "The article is published in no other language yet.", "zh": "这篇文章还没有以其他语言发布。"}


class VariablesDiffer(Problem):
    code = "variables_differ"
    status = 422
    texts = {
        "en": "The words in double braces must be the same as in the original.",
        "zh": "双大括号里的内容必须和原文一致。",
    }
