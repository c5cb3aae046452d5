"""Refusals about fields and stages."""

from farol.kit.problem import Problem


class FieldInvalid(Problem):
    """``field``: its key; ``kind``: what it takes; ``zh``, ``en``: its name."""

    code = "field_invalid"
    status = 422
    texts = {"en": "“{en}” does not take this value.", "zh": "“{zh}”填写的内容不对。"}


class FieldsChanged(Problem):
    """``now``: what stands of the fields that somebody else changed; ``by``: who changed them last, by key."""

    code = "fields_changed"
    status = 409
    texts = {"en": "Somebody changed this meanwhile. Look at what stands now.", "zh": "刚被别人改过，请先看一眼现在的内容。"}


class FieldsMissing(Problem):
    """``missing``: key and names of each field to fill first; ``zh``, ``en``: all their names."""

    code = "fields_missing"
    status = 422
    texts = {"en": "Before this ticket can be resolved, fill in: {en}.", "zh": "标为已解决前请先填写：{zh}。"}


class FixedOnceMade(Problem):
    """``what``: kind and visibility of a field, or the status of a stage; values and tickets depend on it."""

    code = "fixed_once_made"
    status = 409
    texts = {"en": "This can't be changed any more ({what}). Retire it and make a new one.", "zh": "这一项建好后不能再改（{what}）。请停用后另建一个。"}


class TooManyFields(Problem):
    code = "too_many_fields"
    status = 422
    texts = {"en": "There can be at most {most} of these. Retire one first.", "zh": "最多 {most} 个，请先停用一个。"}
