"""Refusals about files, in words a customer can act on."""

from typing import ClassVar

from farol.kit.problem import Problem

WHY: dict[str, dict[str, str]] = {
    "program": {
        "en": "Programs, scripts and web pages can't be taken. Send a screenshot or a PDF instead.",
        "zh": "不能接收程序、脚本或网页文件。请改发截图或 PDF。",
    },
    "disguised": {
        "en": "This file is not what its name says. Send the original picture or document.",
        "zh": "这个文件与文件名不符。请发送原始图片或文档。",
    },
    "too_many_pixels": {
        "en": "This picture has too many pixels. Send a smaller one, or a screenshot of the part that matters.",
        "zh": "图片像素过大。请发小一些的图片，或只截取关键部分。",
    },
    "too_heavy": {
        "en": "This picture takes too much work to open. Send a screenshot of it instead.",
        "zh": "这张图片处理起来太重。请改发它的截图。",
    },
    "animation": {
        "en": "This animation is too long. Send it as a video.",
        "zh": "动图太长。请改发视频。",
    },
    "unreadable": {
        "en": "This picture can't be opened. It may be damaged; take it again or send a screenshot of it.",
        "zh": "这张图片打不开，可能已损坏。请重新拍摄，或发送它的截图。",
    },
    "text_too_long": {
        "en": "This text is too long to be looked through. Send the part that matters, up to 4 MB.",
        "zh": "文本太长，无法检查。请只发有用的部分，不超过 4 MB。",
    },
    "archive": {
        "en": "This archive unpacks to far more than it is. Send the files themselves.",
        "zh": "这个压缩包解压后过大。请直接发送其中的文件。",
    },
}


class FileRefused(Problem):
    """``why`` is one of the keys of ``WHY``; the sentence says what to do instead."""

    code = "file_refused"
    status = 422
    texts: ClassVar[dict[str, str]] = {"en": "This file can't be taken.", "zh": "不能接收这个文件。"}

    def text(self, language: str = "en") -> str:
        """The sentence for the reason."""
        return WHY[self.fields["why"]]["zh" if language.startswith("zh") else "en"]


class FileEmpty(Problem):
    code = "file_empty"
    status = 422
    texts: ClassVar[dict[str, str]] = {
        "en": "This file is empty (0 bytes). Choose it again.",
        "zh": "这个文件是空的（0 字节），请重新选择。",
    }


class FileTooLarge(Problem):
    code = "file_too_large"
    status = 413
    texts: ClassVar[dict[str, str]] = {"en": "A file may have at most {most_mb} MB.", "zh": "单个文件最大 {most_mb} MB。"}


class UploadStalled(Problem):
    code = "upload_stalled"
    status = 408
    texts: ClassVar[dict[str, str]] = {
        "en": "The upload stopped halfway. Send the file again.",
        "zh": "上传中断了，请重新发送文件。",
    }
