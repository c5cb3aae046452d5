"""Forty sentences as customers type them: every fact in them is read, in the customer's zone, and nothing that is not there."""

from datetime import UTC, datetime

import pytest

from farol.core.chains import find, mentions, times
from farol.core.chains.tests.samples import HEX64

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
"""A Sunday, 16:30 in Shanghai."""
SH, LON, MSK = "Asia/Shanghai", "Europe/London", "Europe/Moscow"
HASH = "0x" + HEX64

SENTENCES: list[tuple[str, str, str]] = [
    (SH, "昨晚12点充了500u到现在没到", "500 USDT @11-21 16:00"),
    (SH, "昨晚十二点半左右从币安提了1000个usdt，走的trc20", "1000 USDT network=TRON @11-21 16:30"),
    (SH, "今天凌晨3点转的0.05个btc", "0.05 BTC @11-21 19:00"),
    (SH, "凌晨12点整提的1枚以太坊，今早8点还在处理中", "1 ETH @11-21 16:00 @11-22 00:00"),
    (SH, "我昨天下午三点一刻提的，到现在还没收到", "@11-21 07:15"),
    (SH, "前天晚上11点多，大概两千U", "~2000 USDT @11-20 15:00"),
    (SH, "11月20号 23:58 北京时间 转出 1,234.5678 USDT (ERC20)", "1234.5678 USDT network=ETH @11-20 15:58"),
    (SH, "上周五中午12点充的3.5万U", "35000 USDT @11-13 04:00"),
    (SH, "11.20号中午转的，0.1eth和200u", "0.1 ETH 200 USDT @11-20 03:00"),
    (SH, "半小时前提币，单号WD3F09A1C27B，卡审核", "withdrawal_id=WD3F09A1C27B @11-22 07:45"),
    (SH, "1小时40分钟前提的，0.5个sol", "0.5 SOL @11-22 06:49"),
    (SH, "今天半夜1点转了一万五千U，还有2.5wu", "15000 USDT 25000 USDT @11-21 17:00"),
    (SH, "昨天夜里两点的，周三晚8点也有一笔", "@11-21 18:00 @11-18 12:00"),
    (SH, "订单号 2026112112345678 成交了一半", "order_id=2026112112345678"),
    (SH, "报错代码：131089，说什么24小时", "error_code=131089"),
    (SH, "提币提示131094怎么回事", "error_code=131094"),
    (SH, "XRP充值tag填成了 1234567 应该是 7654321", "coin=XRP network=XRP memo=1234567"),
    (SH, "ton充值忘了写备注，金额15.8ton", "memo= 15.8 TON"),
    (SH, "付款备注写成了 FAROL-8812", "memo=FAROL-8812"),
    (SH, "手机尾号8888，身份证3301开头", ""),
    (SH, "充值 １２３．４５ ＵＳＤＴ　ＴＲＣ２０", "123.45 USDT network=TRON"),
    (SH, "USDT 走了 Polygon 充到你们的 ETH 地址", "coin=USDT network=POLYGON coin=ETH network=ETH"),
    (SH, f"钱包没收到，哈希{HASH}", "txid=ETH+9"),
    (SH, f"提币地址填对了的，能找回吗 {HASH}", "txid=ETH+9"),
    (SH, f"我的充值地址是{HASH}", "address=APT+1"),
    (SH, "工单FRL-2026-000123说三个工作日，现在五天了", "ticket=FRL-2026-000123"),
    (LON, "sent .5 eth last night around 11pm", "0.5 ETH @11-21 23:00"),
    (LON, "withdrew 2,500 usdt at 3:15 this morning to binance, trc-20", "2500 USDT network=TRON @11-22 03:15"),
    (LON, "moved 1.2k usdc on arbitrum yesterday ~6pm UTC", "1200 USDC network=ARBITRUM @11-21 18:00"),
    (LON, "deposit of 0.00000001 btc on Nov 21 at 09:05 GMT", "0.00000001 BTC @11-21 09:05"),
    (LON, "i sent 100 usdt 20 min ago on polygon", "100 USDT network=POLYGON @11-22 08:09"),
    (LON, "transferred 5 SOL from phantom an hour and a half ago", "5 SOL @11-22 06:45"),
    (LON, "2 and a half hours ago, 3 ltc; the other 1h 20m ago", "3 LTC @11-22 05:45 @11-22 07:09"),
    (LON, "order ORD-8841AA22BB got rejected with min_notional", "order_id=ORD-8841AA22BB"),
    (LON, "error 50110 IP not in whitelist since 48h ago", "error_code=50110 @11-20 08:00"),
    (LON, "my withdrawal id is 88213344", "withdrawal_id=88213344"),
    (LON, "sent 1000000000000000000000000000000000000000 SHIB by mistake", "1000000000000000000000000000000000000000 SHIB"),
    (LON, "tag: 104722 amount 250 xrp 2026-11-21T22:10:00Z", "memo=104722 250 XRP @11-21 22:10"),
    (LON, f"withdrawal says completed but wallet is empty {HASH}", "txid=ETH+9"),
    (MSK, "вчера в 23:40 по мск отправил 150 usdt trc20", "150 USDT network=TRON @11-21 20:40"),
]


def read(zone: str, text: str) -> set[str]:
    """Every fact, as the expectations write it."""
    found = {f"{'~' if one.about else ''}{one.value} {one.coin}" if one.kind == "amount" else f"{one.kind}={one.value}" for one in mentions(text)}
    found |= {f"@{span.begin:%m-%d %H:%M}" for one in times(text, NOW, zone) for span in one.readings}
    return found | {f"{one.kind}={one.candidates[0]}+{len(one.candidates) - 1}" for one in find(text)}


def wanted(facts: str) -> set[str]:
    """``500 USDT @11-21 16:00`` as its facts."""
    words, found = facts.split(" ") if facts else [], []
    while words:
        word = words.pop(0)
        found.append(word if "=" in word else f"{word} {words.pop(0)}")
    return set(found)


@pytest.mark.parametrize(("zone", "text", "facts"), SENTENCES, ids=[text[:30] for _, text, _ in SENTENCES])
def test_a_sentence_is_read_as_its_writer_meant_it(zone: str, text: str, facts: str) -> None:
    assert read(zone, text) == wanted(facts)


def test_there_are_forty() -> None:
    assert len(SENTENCES) == 40
