"""What to do about it, in the customer's words: fixes of withdrawals, and how to take the pictures (DOMAIN section 1.3)."""

from farol.core.exchange.shapes import Text

fallback_fix = Text("先等一会儿再试；还是不行，就在这里回复。", "Wait a little and try again; if it fails again, answer here.")
_ANOTHER = Text("换一个地址再提。", "Use another address.")
_RECEIVER = Text("在提币页把收款方信息填完整，和对方平台登记的一致。", "Fill in the recipient's details on the withdrawal page as the other platform has them.")
FIXES: dict[str, Text] = {
    "address_unavailable": _ANOTHER,
    "beneficiary_required": _RECEIVER,
    "coin_withdraw_closed": Text("等这个币恢复提币；网络页会显示时间。", "Wait until withdrawals of this coin are open; the network page shows when."),
    "duplicate_request": Text("和上一笔相同，先看上一笔有没有到。", "It repeats an earlier one: look at that first."),
    "hot_wallet_low": Text("过一会儿再提，热钱包补充后即可。", "Try again later, once the hot wallet is refilled."),
    "insufficient_balance": Text("把手续费也算上，改小数量。", "Count the fee in, and ask for less."),
    "kyc_limit_exceeded": Text("改小数量，或提高认证等级。", "Ask for less, or raise your verification level."),
    "kyc_required": Text("先完成身份认证。", "Finish identity verification first."),
    "memo_not_allowed": Text("去掉标签再提。", "Leave the memo out."),
    "memo_or_chain_mismatch": Text("核对网络和标签，按收款方给的填。", "Check network and memo against what the receiver gave you."),
    "min_max": Text("数量改到允许范围内。", "Choose an amount within the limits."),
    "new_address_lock": Text("新地址的等待期过后再提。", "Try again after the new address's waiting time."),
    "not_whitelisted": Text("先把地址加进白名单。", "Add the address to your list first."),
    "platform_24h_limit": Text("改成小一点的数量，或等 24 小时后再提。", "Ask for a smaller amount, or try again after 24 hours."),
    "retry_exhausted": Text("过一会儿再提；几次都不行，在这里回复。", "Try again later; if it keeps failing, answer here."),
    "security_change_24h": Text("等 24 小时过后再提，谁都不能提前。", "Wait until the 24 hours have passed; nobody can shorten them."),
    "travel_rule_failed": _RECEIVER,
}

_CLEAR = (
    Text("白天靠窗拍，关掉闪光灯", "By a window in daylight, flash off"),
    Text("四个角都在画面里，字看得清", "All four corners in the picture, every letter readable"),
    Text("拍证件本身，不要拍屏幕或复印件", "The document itself, no screen and no copy"),
)
_FACE = (
    Text("摘掉帽子、墨镜和口罩", "No hat, sunglasses or mask"),
    Text("正脸对着镜头，光从前面来", "Face the camera, light from the front"),
    Text("由证件上的本人拍", "Taken by the person on the document"),
)
_BACK = (Text("正反两面都要拍", "Both sides of the document"),)
_HOME = (Text("三个月内的账单，能看到姓名和地址", "A bill of the last three months with name and address"),)
PICTURES: dict[str, tuple[Text, ...]] = {
    "": _CLEAR, "UNSATISFACTORY_PHOTOS": _CLEAR, "LOW_QUALITY": _CLEAR, "DOCUMENT_DAMAGED": _CLEAR, "SCREENSHOTS": _CLEAR,
    "BAD_FACE_MATCHING": _FACE, "BAD_SELFIE": _FACE, "SELFIE_WITH_PAPER": _FACE, "BACK_SIDE_MISSING": _BACK, "DOCUMENT_PAGE_MISSING": _BACK,
    "BAD_PROOF_OF_ADDRESS": _HOME,
}  # fmt: skip
WHY_RETRY: dict[str, Text] = {
    "UNSATISFACTORY_PHOTOS": Text("证件照片不清楚", "the document is not readable"),
    "LOW_QUALITY": Text("照片不清楚", "the picture is not clear"),
    "DOCUMENT_DAMAGED": Text("证件有破损", "the document is damaged"),
    "SCREENSHOTS": Text("拍的是屏幕或复印件", "it was a screen or a copy"),
    "BAD_FACE_MATCHING": Text("人脸和证件对不上", "the face does not match the document"),
    "BAD_SELFIE": Text("自拍不合要求", "the selfie does not meet the rules"),
    "SELFIE_WITH_PAPER": Text("手持照不合要求", "the picture with the paper does not meet the rules"),
    "BACK_SIDE_MISSING": Text("缺少证件背面", "the back of the document is missing"),
    "DOCUMENT_PAGE_MISSING": Text("证件缺页", "a page of the document is missing"),
    "BAD_PROOF_OF_ADDRESS": Text("地址证明不合要求", "the proof of address does not meet the rules"),
}
