"""The rules a desk begins with: the express lanes of an exchange, in the four languages its customers write. That for VIPs waits for its dry run."""

from farol.desk.effects.model import Effect

from .model import Draft

THEFT = [
    "被盗", "盗号", "盗了", "被黑", "不是我操作", "不是本人操作", "非本人操作", "不是我登录", "不是我提", "把我的币提走", "币被转走", "币不见了",
    "hacked", "stolen", "unauthorised", "unauthorized", "compromised", "someone withdrew", "someone logged in", "wasn't me", "was not me",
    "did not make this", "didn't make this",
    "взломал", "взломан", "украли", "похитили", "не я выводил", "не я вывел", "без моего ведома", "несанкционированн",
    "hackea", "me robaron", "han robado", "fue robada", "no fui yo", "sin mi autorización", "sin mi permiso", "no autorizad",
]
CRISIS = [
    "不想活", "想死", "自杀", "活不下去", "轻生", "跳楼", "结束生命",
    "suicide", "kill myself", "end my life", "want to die", "no reason to live",
    "покончить с собой", "самоубийств", "суицид", "не хочу жить", "не хочется жить",
    "suicid", "quitarme la vida", "no quiero vivir", "quiero morir",
]
FAILED = ["提币失败", "提现失败", "提币被退回", "withdrawal failed", "withdrawal rejected", "failed withdrawal",
          "вывод не прошел", "вывод не прошёл", "вывод отклон", "retiro fallido", "retiro rechazado", "retiro falló"]
ODD = ["异常交易", "不是我下的单", "没有下单", "莫名其妙成交", "unknown trade", "trade i did not", "trades i did not", "order i did not place"]

RULES = (
    Draft("有人身危险 → P0", "Person at risk → P0", True, ["opened", "message"],
          {"all": [{"field": "words", "op": "contains", "value": CRISIS}]},
          [Effect("severity", "P0"), Effect("reason", "care.person_at_risk"), Effect("tag_add", ["person-at-risk"])]),
    Draft("账户被盗 → P0", "Stolen account → P0", True, ["opened", "message"],
          {"all": [{"field": "words", "op": "contains", "value": THEFT}, {"not": {"field": "tag", "op": "is", "value": "theft"}}]},
          [Effect("severity", "P0"), Effect("tag_add", ["theft"])]),
    Draft("提币失败 → P1", "Failed withdrawal → P1", True, ["opened", "changed"],
          {"all": [{"any": [{"field": "reason", "op": "is", "value": "wd.failed"}, {"field": "words", "op": "contains", "value": FAILED}]},
                   {"field": "severity", "op": "in", "value": ["P2", "P3", "P4"]}, {"field": "owner", "op": "is", "value": "none"}]},
          [Effect("severity", "P1"), Effect("tag_add", ["failed-withdrawal"])]),
    Draft("异常交易 → P1", "Odd trade → P1", True, ["opened", "message"],
          {"all": [{"field": "words", "op": "contains", "value": ODD}, {"field": "severity", "op": "in", "value": ["P2", "P3", "P4"]}]},
          [Effect("severity", "P1"), Effect("tag_add", ["odd-trade"])]),
    Draft("VIP 提高一级", "VIP: one severity up", False, ["opened"],
          {"all": [{"field": "tier", "op": "is", "value": "VIP"}, {"field": "severity", "op": "in", "value": ["P2", "P3", "P4"]}]},
          [Effect("severity", "up")]),
)
