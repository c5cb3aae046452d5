"""What an agent reads who goes on: a few lines in the ticket, in both languages of the desk."""

from farol.core.reasons import reasons
from farol.desk.fields.model import slots
from farol.desk.languages.model import name
from farol.selfserve.assistant.model import Summary

WHY = {
    "asked": ("客户要求人工", "the customer asked for a person"), "missed": ("两次没有答上", "it did not answer well enough"), "urgent": ("紧急", "urgent"),
    "reason": ("这类问题由真人处理", "such matters go to a person"), "flow": ("流程走到了需要真人的地方", "the guided steps end with a person"),
    "files": ("客户发了文件", "the customer sent files"), "often": ("来回次数太多", "too many turns"),
    "failed": ("助手出了故障", "the assistant failed"),
}
LONGEST_SLOT = 80


def note(summary: Summary) -> str:
    """Why, what it is about, what was named and tried, and what the customer was told of the wait."""
    why, leaf = WHY.get(summary.why, ("", "")), reasons().get(summary.reason)
    named = [(slots()[kind], value[:LONGEST_SLOT]) for kind, value in summary.slots.items() if kind in slots()]
    zh = [f"助手转交：{why[0]}。", f"原因：{leaf.zh if leaf else '不明'}。语言：{name(summary.language, 'zh')}。建议级别：{summary.severity}。"]
    en = [f"Handed over by the assistant: {why[1]}.", f"Reason: {leaf.en if leaf else 'not known'}. Language: {name(summary.language, 'en')}. Suggested severity: {summary.severity}."]
    if named:
        zh.append(f"客户提到：{'；'.join(f'{field.zh} {value}' for field, value in named)}。")
        en.append(f"Named: {'; '.join(f'{field.en} {value}' for field, value in named)}.")
    if summary.tried:
        zh.append(f"已用过：{'、'.join(summary.tried)}。")
        en.append(f"Tried: {'; '.join(summary.tried)}.")
    zh.append(f"已告知客户：{summary.wait_zh}")
    en.append(f"The customer was told: {summary.wait_en}")
    return "\n".join(["".join(zh), " ".join(en)])
