"""Sentences of withdrawal certificates: the document, its page for anybody, and the panel on the customer's own page."""

from farol.kit.i18n import Say

from .words import Words as ToolWords


class Words(ToolWords):
    title = Say("提币证明", "Withdrawal certificate")
    issued = Say("{brand} 出具，{at} UTC。所有时间均为 UTC。", "Issued by {brand}, {at} UTC. All times are UTC.")
    states = Say("{brand} 的记录：这笔提币已完成。", "By the records of {brand}, this withdrawal is completed.")
    sent = Say("转出", "What was sent")
    amount = Say("数量", "Amount")
    fee = Say("手续费", "Fee")
    coin_network = Say("网络", "Network")
    address = Say("收款地址", "Receiving address")
    memo = Say("Memo / 标签", "Memo or tag")
    txid = Say("交易哈希", "Transaction hash")
    inside = Say("站内转账，不上链，没有交易哈希", "Sent inside the exchange, over no chain: there is no hash")
    not_given = Say("交易所没有给出", "not given by the exchange")
    requested = Say("提交时间", "Requested")
    completed = Say("完成时间（按交易所的记录）", "Completed, by the exchange's record")
    time = Say("时间", "Time")
    withdrawal = Say("提币编号", "Withdrawal")
    check = Say("怎么核对", "How to check it")
    code = Say("核验码", "Verification code")
    check_page = Say(
        "打开 {url}，逐项对照数量、币种、网络、时间和哈希的最后 8 位。有一项不同，这份文件就被改过。网址请自己输入，不要只信文件里的链接。",
        "Open {url} and compare amount, coin, network, time and the last 8 characters of the hash. If one differs, this document was changed. "
        "Type the address yourself rather than trust a link in a document.")
    check_file = Say("用 {url} 的公钥，程序可以核对数据文件（JSON）里的签名（JWS，Ed25519）。", "With our key at {url}, programs check the signature in the data file (JSON) beside it (JWS, Ed25519).")
    closing = Say(
        "这份证明只说明币已从 {brand} 转出。收款方有没有入账，由收款方确认；找不到时，请把地址、Memo 和交易哈希给收款方。",
        "It states that the coins left {brand}. Whether they were credited is for the receiver to say: give the receiver the address, the memo and the hash.")
    closing_inside = Say(
        "这份证明只说明币已转到 {brand} 的另一个账户，没有上链。", "It states that the coins went to another account at {brand}, over no chain.")
    page_n = Say("页码", "page")
    verify = Say("核验：", "Verify: ")

    ce_head = Say("提币证明", "Certificate for the receiver")
    ce_text = Say("收款方说没到账？开一份签名的证明给对方的客服：数量、地址、Memo、哈希都在里面，对方可以自己核验。里面没有您的姓名和账号。",
                  "The receiver sees nothing? Give their support a signed certificate: amount, address, memo and hash stand in it, and they can check it themselves. It names neither you nor your account.")
    ce_make = Say("开证明", "Make the certificate")
    ce_made = Say("{at} 开具，核验码 {code}", "Made {at}, code {code}")
    ce_pdf = Say("中文 PDF", "PDF in Chinese")
    ce_pdf_en = Say("英文 PDF", "PDF in English")
    ce_json = Say("数据文件（JSON）", "Data file (JSON)")
    ce_look = Say("看收款方核验时看到什么", "See what the receiver sees")
    ce_link = Say("证明里有完整的收款地址，只发给需要它的人。", "The whole receiving address stands in it: give it only to whom you mean to.")

    ve_title = Say("核验提币证明", "Verify a withdrawal certificate")
    ve_lead = Say("输入证明上的 16 位核验码。", "Type the 16 characters of the code on the certificate.")
    ve_go = Say("核验", "Verify")
    ve_yes = Say("这份证明是 {brand} 出具的。", "{brand} issued this certificate.")
    ve_compare = Say("请逐项对照，有一项不同，那份文件就被改过。别的内容这里不显示。", "Compare each line: if one differs, the document was changed. Nothing else is shown here.")
    ve_hash = Say("交易哈希最后 8 位", "Last 8 of the transaction hash")
    ve_no = Say("没有这个核验码的证明。", "There is no certificate with this code.")
    ve_no_s = Say("核验码一位都不能差。如果证明是别人给您的，它可能是伪造的。", "Every character counts. If somebody gave you the certificate, it may be forged.")
    ve_not_money = Say("核验只说明币已转出，不说明对方有权收款。我们不会因为一份证明要您转币、交费。",
                       "It says only that coins were sent. Nobody of ours asks you to send coins or pay a fee because of a certificate.")
