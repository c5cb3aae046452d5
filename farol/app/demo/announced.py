"""What the demo exchange has announced: one of each kind, around the day the demo was made."""

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from farol.app.demo.exchange.facts import tables
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from farol.selfserve.announcements import actions
from farol.selfserve.announcements.model import Said

DAY = timedelta(days=1)


async def announce(kit: Kit) -> None:
    """Publishes them; doing it again changes nothing."""
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    for name, said in {
        "security": Said(
            "security", "有人冒充客服打电话", "Callers pretend to be our support",
            "最近有人冒充我们打电话，说账户“被调查”，要您把币转到“安全账户”。**我们不会打电话让您转币。**\n\n"
            "接到这样的电话就挂断，再到[核验官方渠道](verify-official)查对方的号码和网址。已经转了的，马上看[账户被盗怎么办](account-stolen)。\n",
            "People call in our name, say your account is “under investigation” and ask you to move coins to a “safe account”. "
            "**We never call to ask you to move coins.**\n\nHang up and check the number or address at "
            "[Is this really us?](verify-official). If you have already sent something, go to [My account is stolen](account-stolen) now.\n",
        ),
        "listing": Said(
            "listing", "FABLE 下架：停止交易、充值和提币的时间", "FABLE is delisted: when trading, deposits and withdrawals end",
            "FABLE 将从平台下架。三个时间各不相同，以[代币更名、置换与下架](rebrands-delistings)里读自交易所的日历为准。\n\n"
            "1. 停止交易后，没成交的挂单会自动撤销。\n2. 停止充值后再充进来的币不能入账。\n3. 请在最后提币日之前提走。\n",
            "FABLE leaves the platform. Three dates differ; the calendar read from the exchange in "
            "[Rebrands, swaps and delistings](rebrands-delistings) is the one that counts.\n\n1. When trading ends, open orders are cancelled.\n"
            "2. Coins deposited after deposits close cannot be credited.\n3. Withdraw before the last day.\n",
            begins_at=trading_ends("FABLE"),
        ),
        "product": Said(
            "product", "提币页会写明审核还要多久", "The withdrawal page says how long a review takes",
            "提币进入审核时，页面写明一半的人等了多久、九成的人等了多久，数字每小时更新。各状态的含义见[提币状态说明](withdrawal-status)。\n",
            "While a withdrawal is reviewed, the page says how long half of all reviews took and how long nine in ten took; the figures are "
            "renewed every hour. What each state means: [Withdrawal status](withdrawal-status).\n",
        ),
        "maintenance": Said(
            "maintenance", "TRON 节点升级", "TRON nodes are upgraded",
            "升级期间 TRON 网络暂停充值和提币，交易不受影响。期间充进来的币不会丢，恢复后入账。现在的状态见[各网络确认数](confirmations#live)。\n",
            "Deposits and withdrawals on TRON pause during the upgrade; trading goes on. Coins sent meanwhile are not lost and are credited "
            "afterwards. The state now: [Confirmations per network](confirmations#live).\n",
            begins_at=hour + 3 * DAY, ends_at=hour + 3 * DAY + timedelta(hours=2),
        ),
    }.items():  # fmt: skip
        await actions.publish(kit, SYSTEM, uuid5(NAMESPACE_URL, f"farol-demo-announcement-{name}"), said)


def trading_ends(coin: str) -> datetime:
    """When the exchange's own calendar says so, so that announcement and article name one time."""
    day = next(line[2] for line in tables()["listing-calendar"].lines("en") if line[0] == coin)
    return datetime.strptime(day, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
