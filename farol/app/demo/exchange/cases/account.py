"""Customers with papers, closures and other people's accounts."""

from ..planned import DepositPlan, Thing, days, hours
from .case import case

CASES = (
    case(
        22, "acc.kyc_rejected", ("唐果", "Lena Marsh"),
        ("认证被退回重做：证件照片模糊，人脸不符。还能试两次。",
         "Verification was sent back: the document is blurred and the face does not match. Two tries are left."),
        ("提示证件模糊，实名认证一直不通过", "kyc rejected again, says document is blurry"),
        kyc_level="1",
        kyc={"state": "retry", "reject_codes": ["UNSATISFACTORY_PHOTOS", "BAD_FACE_MATCHING"], "attempts_left": 2,
             "customer_message_key": "kyc.retry.photo", "submitted_at": -hours(30)},
    ),
    case(
        23, "acc.kyc_pending", ("袁满", "Otis Reed"),
        ("升级认证三天前提交，还在审核。", "An upgrade was sent in three days ago and is still being checked."),
        ("认证三天还在审核，要多久", "kyc pending 3 days, how long does verification take"),
        kyc_level="1",
        kyc={"state": "pending", "submitted_at": -days(3), "eta_at": hours(6), "attempts_left": 3,
             "limits": {"withdraw_24h": "2000", "currency": "USDT", "used": "1950"}},
    ),
    case(
        24, "acc.close_privacy", ("白露", "Esme Clay"),
        ("正在注销，账户里只剩零头。", "The account is being closed; only dust is left."),
        ("怎么注销账户，账户里有灰尘币不能注销", "close my account, cannot close because of dust"),
        status="closing", balances={"DOGE": "0.3", "USDT": "0.02"}, asset_band="lt1k",
    ),
    case(
        25, "acc.deceased_rare", ("蓝天", "Ada Prince"),
        ("最后一次登录在 14 个月前，之后没有任何动静。", "The last sign-in was 14 months ago; nothing has happened since."),
        ("家人去世了账户里的币怎么办，需要什么公证材料", "my father died he had an account, probate documents needed"),
        by_state=False, balances={"BTC": "1.2"}, asset_band="100k-1m",
        deposits=(DepositPlan("last", "BTC", "BTC", "1.2", days(425), sender="bc1qwlhclh5gyrgjwlnaqru8gdh2hqzpgk7szst8up"),),
    ),
    case(
        26, "stm.tax", ("陆川", "Toby Vale"),
        ("去年有成交，账户平静。", "Traded last year; the account is quiet."),
        ("需要盖章的流水，税务报表在哪下载", "download my tax report, statement for my accountant"),
        by_state=False,
        things=(Thing("fill", "last-year", days(330), {"order_id": "ORD-LASTYEAR01", "symbol": "BTC-USDT", "side": "buy", "price": "61250",
                                                       "amount": "0.01", "fee": "0.61", "fee_coin": "USDT", "liquidity": "taker"}),),
    ),
)  # fmt: skip
