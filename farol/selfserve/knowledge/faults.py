"""What can be wrong with a text, as a code for screens, a place for the editor and a sentence in both languages."""

from collections.abc import Iterable

import msgspec

from farol.kit.i18n import Lang, Say

SAID: dict[str, Say] = {
    "empty": Say("“{what}”没有填。", "“{what}” is empty."),
    "too_long": Say("“{what}”最多 {most} 个字符，现在有 {has} 个。", "“{what}” can have at most {most} characters; it has {has}."),
    "nul": Say("文字里有 NUL 字符。", "The text holds a NUL character."),
    "language": Say("不支持语言“{what}”。", "There is no language “{what}”."),
    "slug": Say("网址名“{what}”只能用小写字母、数字和连字符，最多 80 个字符。", "The address “{what}” may hold small letters, digits and hyphens, at most 80."),
    "topic": Say("没有“{what}”这个主题。", "There is no topic “{what}”."),
    "link": Say("链接“{what}”不能用：只能用 https、邮箱、本站地址或文章的网址名。", "The link “{what}” is not allowed: use https, a mail address, a path of ours or an article."),
    "live": Say("没有“{what}”这个实时数据块。", "There is no live block “{what}”."),
    "live_filter": Say("实时数据块“{what}”的参数不对。", "The live block “{what}” has a filter it does not know."),
    "image": Say("图片“{what}”没有上传到这篇文章。", "The picture “{what}” was not uploaded to this article."),
    "alt": Say("图片“{what}”没有文字说明。", "The picture “{what}” has no description in words."),
    "video": Say("视频网站“{what}”不在允许的名单里。", "The video site “{what}” is not on the list of allowed ones."),
    "depth": Say("嵌套太深。", "Something is nested too deeply."),
    "related": Say("相关文章“{what}”不存在。", "The related article “{what}” does not exist."),
    "not_utf8": Say("不是 UTF-8 文字。", "It is not text in UTF-8."),
    "front": Say("开头的资料有误：{what}", "The lines at the beginning are wrong: {what}"),
    "name": Say("文件名应是“语言/网址名.md”或“media/编号.png”。", "Its name should be like “en/how-to-deposit.md” or “media/ID.png”."),
    "file": Say("图片不能用：{what}", "The picture cannot be taken: {what}"),
    "twice": Say("同一篇文章出现了两次。", "It is there twice."),
}
"""Sentence by code."""


class Fault(msgspec.Struct, frozen=True):
    """One thing to mend. line: of the body, from 1; 0 for what has no line."""

    code: str
    what: str = ""
    line: int = 0
    most: int = 0
    has: int = 0

    def said(self, lang: Lang) -> str:
        """The sentence, with its line where it has one."""
        text = SAID[self.code].text(lang).format(what=self.what, most=self.most, has=self.has)
        if not self.line:
            return text
        return f"第 {self.line} 行：{text}" if lang == "zh" else f"Line {self.line}: {text}"


def listed(faults: Iterable[Fault]) -> list[dict[str, object]]:
    """As a problem document carries them: code, what, line, and the sentence in both languages."""
    return [{"code": f.code, "what": f.what, "line": f.line, "zh": f.said("zh"), "en": f.said("en")} for f in faults]
