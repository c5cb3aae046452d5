"""The macros a desk begins with: what support of an exchange says most, in both languages, with what is done besides.

They promise no outcome, name no time without promising it, and ask for nothing that is never asked.
"""

from typing import Any

from farol.desk.effects.model import Effect

from .model import Draft


def _macro(shortcut: str, names: tuple[str, str], zh: str, en: str, **effects: Any) -> Draft:
    return Draft("all", None, *names, shortcut, zh, en, [Effect(do, value) for do, value in effects.items()])


MACROS = (
    _macro("hello", ("问候并接手", "Greeting"),
           "{{customer.name}}您好，我是{{exchange.brand}}的{{agent.alias}}，工单 {{ticket.number}} 由我处理。我先看一下您的记录，然后在这里告诉您结果。",
           "Hello {{customer.name}}, I am {{agent.alias}} at {{exchange.brand}} and I have your ticket {{ticket.number}}. "
           "I am looking at your records and will tell you here what I find.", owner="me"),
    _macro("wait", ("需要时间，约定回复", "Needs time, with a promise"),
           "这件事要再查一步。我会在{{promise.by}}前给您回复，有没有结果都会告诉您。您不用守在这里。",
           "This needs one more look. You will hear from me by {{promise.by}}, with or without a result. There is no need to stay here.",
           promise=120),
    _macro("txid", ("请提供交易哈希", "Ask for the transaction hash"),
           "请把这笔转账的交易哈希（TXID）发到这里，在转出的平台或钱包的转账详情里可以复制。有了它我就能在链上查到这笔转账。",
           "Please send the transaction hash (TXID) of this transfer. You can copy it from the transfer's details at the sending side. "
           "With it I can find the transfer on the chain.", status="pending"),
    _macro("shot", ("请发截图", "Ask for a picture"),
           "请发一张出现问题时的截图，发之前把密码、验证码、助记词这类内容遮住。这样我能看到和您一样的页面。",
           "Please send a picture of the page with the problem, with anything private covered before you send it. Then I see what you see.",
           status="pending"),
    _macro("safe", ("客服从不索要", "What we never ask"),
           "提醒您：我们不会向您要密码、验证码、助记词或私钥，也不会让您转币或安装远程软件。有人这样要求，无论自称是谁，都不是我们。",
           "A reminder: we never ask for a password, a code, a seed phrase or a private key, and never to move coins or install remote software. "
           "Whoever does is not us, whatever they call themselves."),
    _macro("secret", ("客户发出了敏感信息", "Customer posted a secret"),
           "您刚才的消息里有敏感内容，系统已经遮住，我们看不到。请现在就在 App 的安全设置里更换它；如果是助记词或私钥，请把资产转到新建的钱包。",
           "Your last message held something secret. The system has covered it and we cannot see it. Please change it now in the security settings; "
           "if it was a seed phrase or a private key, move your funds to a new wallet of your own.", tag_add=["secret-posted"]),
    _macro("conf", ("充币：确认中", "Deposit: confirming"),
           "您的转账已经在链上，目前 {{fill:已确认数}} 个确认，需要 {{fill:所需确认数}} 个。达到后系统会自动入账，不用再做什么。到账时我们会通知您。",
           "Your transfer is on the chain with {{fill:confirmations}} of {{fill:required}} confirmations. It is credited by itself when it has them; "
           "there is nothing you need to do. We tell you when it lands.", status="pending"),
    _macro("gate", ("充币：已到账未可提", "Deposit: credited, not yet withdrawable"),
           "这笔充币已经到账，可以交易。提币还需要 {{fill:还差的确认数}} 个确认，达到后自动放开。",
           "This deposit is credited and you can trade with it. Withdrawing needs {{fill:confirmations left}} more confirmations and opens by itself."),
    _macro("memo", ("充币：漏填 Memo", "Deposit: missing memo"),
           "这笔充币没有带 Memo（标签），所以系统认不出是谁的。请在 App 的“充币未到账”里提交找回，需要转出平台的截图，能看到金额、时间和交易哈希。"
           "费用会在提交前显示，您同意后才开始。",
           "This deposit came without its memo (tag), so the system cannot tell whose it is. Please start a recovery under “Deposit not arrived” in the app, "
           "with a picture from the sending side that shows amount, time and hash. The fee is shown before you agree.",
           reason="dep.missing_memo", status="pending"),
    _macro("wrongnet", ("充币：充错网络", "Deposit: wrong network"),
           "这笔币走的是 {{fill:实际网络}}，而您选的地址属于 {{fill:应选网络}}。我已转给充值找回组评估能不能找回、费用多少。"
           "我会在{{promise.by}}前告诉您评估结果。在此之前请不要再往这个地址转币。",
           "The coins went over {{fill:network used}}, while the address belongs to {{fill:network expected}}. I have asked the recovery desk "
           "whether they can be recovered and at what fee. You will hear from me by {{promise.by}}. Until then please use this address no more.",
           reason="dep.wrong_network_token", promise=1440),
    _macro("notours", ("充币：不是我们的地址", "Deposit: not our address"),
           "我查过了，收款地址不属于{{exchange.brand}}，所以我们动不了这笔币。请带着交易哈希联系收款那一方的平台或钱包。",
           "I have checked: the receiving address is not one of {{exchange.brand}}, so we cannot move these coins. "
           "Please contact the platform or wallet it belongs to, with the transaction hash."),
    _macro("min", ("充币：低于最小额", "Deposit: below the minimum"),
           "这笔充币是 {{fill:金额}}，低于 {{fill:币种}} 的最小充值额 {{fill:最小额}}，所以没有自动入账。",
           "This deposit of {{fill:amount}} is below the minimum of {{fill:minimum}} for {{fill:coin}}, so it was not credited.",
           reason="dep.below_minimum"),
    _macro("review", ("提币：审核中", "Withdrawal: under review"),
           "您的提币正在安全审核，客服看不到审核细节，也不能代为通过。审核有结果时系统会立刻通知您；我会在{{promise.by}}前再看一次并告诉您进展。",
           "Your withdrawal is in a security review. Support cannot see its details or approve it. The system tells you the result at once; "
           "I will look again and write to you by {{promise.by}}.", reason="wd.pending_review", promise=240),
    _macro("hold24", ("提币：安全变更后限制", "Withdrawal: hold after a security change"),
           "因为 {{fill:触发原因}}，提币会暂停到 {{fill:结束时间}}，到时自动恢复，任何人都不能提前解除。如果这次变更不是您本人做的，请现在就告诉我。",
           "Because of {{fill:what set it off}}, withdrawals are on hold until {{fill:end}}. It ends by itself and nobody can lift it early. "
           "If you did not make this change, tell me now.", reason="wd.security_hold"),
    _macro("wddone", ("提币：已完成，给出哈希", "Withdrawal: completed, with its hash"),
           "这笔提币已经在链上完成，交易哈希是 {{fill:交易哈希}}。请把它发给收款平台，请他们按哈希查询入账。需要书面凭证的话告诉我，我可以出具。",
           "This withdrawal is complete on the chain; its hash is {{fill:hash}}. Please give it to the receiving platform so that they can look it up. "
           "If they want it in writing, tell me and I will issue a certificate."),
    _macro("wdfail", ("提币：失败已退回", "Withdrawal: failed and returned"),
           "这笔提币没有成功，原因是 {{fill:原因}}，资金已经退回您的余额。改好以后可以重新提交：{{fill:怎么改}}。",
           "This withdrawal did not go through because {{fill:reason}}. The money is back in your balance. You can submit it again after: {{fill:fix}}.",
           reason="wd.failed"),
    _macro("stolen", ("账户被盗：先冻结", "Account stolen: freeze first"),
           "请先做一件事：打开 {{exchange.help}} 上的“紧急冻结”，不用登录就能冻结账户，登录、API 和待处理的提币都会停下。做完告诉我，我会一直跟着这件事。"
           "不要相信任何自称能帮您追回的人。",
           "Please do this first: open “Emergency freeze” at {{exchange.help}}. It needs no login and stops sign-ins, API keys and pending withdrawals. "
           "Tell me when it is done; I stay with you on this. Trust nobody who offers to get your coins back.",
           severity="P0", reason="sec.account_stolen", tag_add=["theft"]),
    _macro("2fa", ("重置二次验证", "Reset of the second factor"),
           "请在登录页点“无法使用验证器”，按提示用剩下的验证方式和人脸识别重置。重置后提币会暂停一段时间，页面上会写明多久，这是保护您的资产。",
           "On the sign-in page choose “Cannot use my authenticator” and follow the steps with what you have left and a live picture of your face. "
           "Withdrawals pause for a while afterwards; the page says how long. It protects your funds.", reason="sec.2fa_reset", status="pending"),
    _macro("phish", ("举报钓鱼", "Phishing report"),
           "谢谢您告诉我们。这个渠道不是我们的，已经登记并提交下架。想确认某个网址、账号或电话，可以在 {{exchange.help}} 的“官方渠道验证”里查。"
           "您在那里填过资料、授权过或转过币吗？有的话请告诉我，我们先保护账户。",
           "Thank you for telling us. This channel is not ours; it is recorded and reported for takedown. You can check any address, handle or number "
           "under “Verify a channel” at {{exchange.help}}. Have you entered anything there, approved anything or moved coins? If so, tell me and we protect your account first.",
           reason="sec.phishing_report", tag_add=["phishing"]),
    _macro("scam", ("被骗：停止转账", "Scam: stop paying"),
           "听到这件事我很难过。请先停止一切转账，也不要付任何“解冻金”“税费”或“追回费”。请把收款地址、交易哈希和聊天记录发到这里，我来整理报案材料。",
           "I am sorry this happened to you. Please stop all payments now, whatever they are called. Send me the receiving address, the transaction hashes "
           "and the chat, and I will put together the pack for the police.", severity="P1", reason="scam.victim", tag_add=["scam"]),
    _macro("kyc", ("认证被拒：怎么改", "Verification refused: what to change"),
           "这次认证没有通过，原因是 {{fill:原因}}。请在光线好的地方重新拍，四角入镜、不反光、文字清楚，然后在 App 的“身份认证”里再提交一次。",
           "This verification was not accepted because {{fill:reason}}. Please take the picture again in good light, with all four corners, no glare and "
           "readable text, and submit it again under “Identity” in the app.", reason="acc.kyc_rejected", status="pending"),
    _macro("p2p", ("C2C：需要凭证", "P2P: evidence needed"),
           "币还在平台托管，请不要取消订单，等仲裁处理。请上传付款凭证，要能看到双方姓名、金额、时间和流水号。收到后我交给仲裁，并在{{promise.by}}前告诉您进展。",
           "The coins are still in escrow; please do not cancel the order. Upload the receipt of your payment with both names, amount, time and reference. "
           "I then hand it to arbitration and write to you by {{promise.by}}.", reason="p2p.paid_not_released", promise=60),
    _macro("solved", ("已解决，请确认", "Solved, please confirm"),
           "这个问题已经处理好了：{{fill:做了什么}}。如果还有不对的地方，直接在这里回复，工单会重新打开，还是由我跟进。",
           "This is done: {{fill:what was done}}. If anything is not right, just answer here; the ticket opens again and stays with me.",
           status="resolved"),
    _macro("complaint", ("正式投诉已登记", "Complaint registered"),
           "您的投诉已登记，编号 {{ticket.number}}。会由没有参与过此事的同事独立处理，书面答复会写明理由和您还可以向谁申诉。我会在{{promise.by}}前告诉您由谁负责。",
           "Your complaint is registered as {{ticket.number}}. A colleague who had no part in it will handle it, and the written answer will give reasons and "
           "say where else you can turn. By {{promise.by}} I will tell you who that is.", severity="P1", reason="leg.complaint", promise=240),
)
