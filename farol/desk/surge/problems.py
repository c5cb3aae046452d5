"""Refusals about surge mode."""

from farol.kit.problem import Problem


class SurgeOn(Problem):
    code = "surge_on"
    status = 409
    texts = {"en": "Surge mode is already on.", "zh": "高峰模式已经开启。"}


class SurgeOff(Problem):
    code = "surge_off"
    status = 409
    texts = {"en": "Surge mode is not on.", "zh": "高峰模式没有开启。"}
