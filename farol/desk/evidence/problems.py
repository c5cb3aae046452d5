"""Refusals about evidence."""

from farol.kit.problem import Problem


class PictureWanted(Problem):
    code = "picture_wanted"
    status = 409
    texts = {"en": "Only pictures are read.", "zh": "只有图片才识别文字。"}


class ReaderMissing(Problem):
    code = "reader_missing"
    status = 409
    texts = {"en": "Reading pictures is not installed on this server.", "zh": "这台服务器没有安装图片文字识别。"}
