"""What notices say. Numbers and names of colleagues alone: the ticket's own words stay in the ticket."""


def both(zh: str, en: str, **fields: object) -> dict[str, str]:
    """A title in both languages."""
    return {"zh": zh.format(**fields), "en": en.format(**fields)}


ASSIGNED = ("{name} 把 {number} 交给了您", "{name} gave you {number}")
YOURS = ("{number} 现在由您负责", "{number} is yours now")
WROTE = ("客户在 {number} 中有新消息", "The customer wrote in {number}")
MISSED = ("您没有接下 {number}，已退回队列", "You did not take {number} in time; it went back to the queue")
RETURNED = ("您不在，{number} 已退回队列", "{number} went back to the queue while you were away")
WARNED = ("{number} 的{clock}时间已用 {percent}%", "{percent} % of the time for the {clock} in {number} is spent")
OVER = ("{number} 的{clock}已超时", "{number} is over time for the {clock}")
PROMISE_NEAR = ("您答应回复 {number} 的时间快到了", "The time you promised to write in {number} is near")
PROMISE_BROKEN = ("您答应回复 {number} 的时间已过，客户还在等", "The time you promised to write in {number} has passed; the customer waits")
URGENT = ("{number} 现在是 P0", "{number} is a P0 now")
CLOCKS = {"first_reply": ("首次回复", "first reply"), "next_reply": ("下次回复", "next reply"), "resolve": ("解决", "solution")}
