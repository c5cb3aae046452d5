"""What customers read of a claim. Sentences have no closing full stop. No I/O."""

from decimal import Decimal

from farol.core.exchange.shapes import Text

from .model import Claim, LiquidationRule, RefusedRule, Sheet

STATES = {
    "claimed": Text("已收到，正在读取交易记录", "Received; the logs are being read"),
    "assessed": Text("已计算，等两位同事决定", "Worked out; two people decide"),
    "batched": Text("已计算，等第二位同事决定", "Worked out; the second person decides"),
    "agreed": Text("已通过，准备支付", "Granted; about to be paid"),
    "paying": Text("已通过，正在支付", "Granted; being paid"),
    "paid": Text("已支付", "Paid"),
    "refused": Text("没有通过", "Not granted"),
}
NOTHING_IN_LOGS = Text("交易记录里没有符合公式的项目", "The logs hold nothing that the formula covers")
BELOW = Text("按公式算出的金额是 0", "By the formula the amount is 0")


def formula(sheet: Sheet) -> Text:
    """The formula in plain arithmetic, a line each."""
    zh, en = [], []
    for rule in sheet.rules:
        if isinstance(rule, LiquidationRule):
            zh.append(f"强平 {rule.symbol}：数量 × (参考价 {rule.reference} − 成交价)；空仓为 数量 × (成交价 − {rule.reference})；小于 0 按 0")
            en.append(f"Liquidation of {rule.symbol}: size × (reference {rule.reference} − fill price); of a short, size × (fill price − {rule.reference}); below 0 counts as 0")
        elif isinstance(rule, RefusedRule):
            codes = ", ".join(rule.codes)
            zh.append(f"被系统拒绝的订单 {rule.symbol}（{codes}）：未成交数量 × (被拒时价格 {rule.then} − 恢复后价格 {rule.later})，买单相反；同一方向的重复下单只算最大的一笔；小于 0 按 0")
            en.append(f"Order of {rule.symbol} refused by the system ({codes}): amount not filled × (price then {rule.then} − price after {rule.later}), "
                      "the other way round for a buy; of repeats on one side the largest counts; below 0 counts as 0")
    zh.append(f"合计 × {sheet.share} %，向下取到 {sheet.places} 位小数，单位 {sheet.coin}")
    en.append(f"The sum × {sheet.share} %, rounded down to {sheet.places} decimals, in {sheet.coin}")
    if sheet.most is not None:
        zh.append(f"每份最多 {sheet.most} {sheet.coin}")
        en.append(f"At most {sheet.most} {sheet.coin} for one claim")
    if Decimal(sheet.least):
        zh.append(f"低于 {sheet.least} {sheet.coin} 不支付")
        en.append(f"Below {sheet.least} {sheet.coin} nothing is paid")
    return Text("\n".join(zh), "\n".join(en))


def letter(claim: Claim, sheet: Sheet, arithmetic: str) -> Text:
    """The decision with its reasons."""
    head = {
        "paid": Text(f"索赔 {claim.number} 已通过，金额 {claim.amount} {sheet.coin}", f"Claim {claim.number} is granted: {claim.amount} {sheet.coin}"),
        "partly": Text(f"索赔 {claim.number} 部分通过，金额 {claim.amount} {sheet.coin}", f"Claim {claim.number} is granted in part: {claim.amount} {sheet.coin}"),
        "refused": Text(f"索赔 {claim.number} 没有通过", f"Claim {claim.number} is not granted"),
    }[claim.outcome]
    zh, en = [head.zh], [head.en]
    for line in claim.lines:
        out = sheet.exclusions[line.excluded] if line.excluded is not None and line.excluded < len(sheet.exclusions) else None
        zh.append(f"{line.what.zh} {line.key}：{line.arithmetic}" + (f"。不计入：{out.zh}" if out else ""))
        en.append(f"{line.what.en} {line.key}: {line.arithmetic}" + (f". Left out: {out.en}" if out else ""))
    if not claim.lines:
        zh.append(NOTHING_IN_LOGS.zh)
        en.append(NOTHING_IN_LOGS.en)
    elif not claim.amount and claim.amount == claim.whole:
        zh.append(BELOW.zh)
        en.append(BELOW.en)
    zh += [arithmetic, "金额由系统直接记入您的账户。不同意的话，可以在索赔页面申诉一次，由没有参与决定的人重新看"]
    en += [arithmetic, "What is granted is credited to your account by the system. If you disagree you may appeal once on the claim page; somebody who did not decide looks at it anew"]
    return Text("。\n".join(zh), ".\n".join(en))
