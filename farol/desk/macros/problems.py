"""Refusals about macros."""

from farol.kit.problem import Problem


class MacroEmpty(Problem):
    code = "macro_empty"
    status = 422
    texts = {"en": "Give it a name in both languages, and a text or something to do.", "zh": "请写好中英文名称，并写回复或选要做的事。"}


class MacroTooLong(Problem):
    code = "macro_too_long"
    status = 422
    texts = {"en": "A text can have at most {most} characters.", "zh": "回复最多 {most} 个字。"}


class MacroVariableUnknown(Problem):
    """word: what stands in braces."""

    code = "macro_variable_unknown"
    status = 422
    texts = {"en": "“{word}” is no variable.", "zh": "没有“{word}”这个变量。"}


class ShortcutTaken(Problem):
    code = "shortcut_taken"
    status = 409
    texts = {"en": "Another macro has this shortcut.", "zh": "这个快捷词已被另一条占用。"}


class MacroTeamMissing(Problem):
    code = "macro_team_missing"
    status = 422
    texts = {"en": "Choose the team it is for.", "zh": "请选择所属团队。"}
