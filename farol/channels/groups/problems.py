"""Refusals about groups."""

from farol.kit.problem import Problem


class GroupChangedMeanwhile(Problem):
    code = "group_changed"
    status = 409
    texts = {"en": "Somebody changed this group meanwhile. Look again.", "zh": "已有人修改了这个群的设置，请先看一眼。"}


class DeedUndone(Problem):
    code = "group_deed_undone"
    status = 409
    texts = {"en": "This was taken back already.", "zh": "这一条已经撤销过。"}


class PlatformRefused(Problem):
    """What we wanted undone cannot be, for now or at all."""

    code = "group_platform_refused"
    status = 502
    texts = {"en": "The platform did not do it: {said}. Check the bot's rights in the group, then try again.", "zh": "平台没有执行：{said}。请检查机器人在群里的权限后再试。"}
