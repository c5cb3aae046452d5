"""Mails written before the reader was changed, and never tuned on: what it makes of them tells how it does on what nobody foresaw.

(name, text/plain or "", text/html or "", charset, what is new in it). None: all of it is kept.
"""

from typing import NamedTuple


class Held(NamedTuple):
    """One mail. said: what is new; files and subject are compared where given."""

    name: str
    plain: str
    html: str
    charset: str
    said: str


A = "reply+k3v7a2@support.demo-exchange.example"

HELD = [
    Held("naver", f"""답변 감사합니다. 입금은 TRC20으로 했습니다.

-----Original Message-----
From: "Ana"<{A}>
To: <minji@naver.com>;
Cc:
Sent: 2026-11-21 (토) 14:02:33 (GMT+09:00)
Subject: Re: 입금 문의

어떤 네트워크를 사용하셨나요?
""", "", "utf-8", "답변 감사합니다. 입금은 TRC20으로 했습니다."),
    Held("daum", f"""아직 안 들어왔어요

--------- 원본 메일 ---------
보낸사람: Ana <{A}>
받는사람: 민지 <minji@hanmail.net>
날짜: 2026년 11월 21일 토요일, 14시 02분 33초 +0900
제목: Re: 입금 문의

확인 중입니다.
""", "", "cp949", "아직 안 들어왔어요"),
    Held("gmail_ko_html", "", f'<div dir="ltr">해시는 아래와 같습니다<div>0xabc</div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">'
         f'2026년 11월 21일 (토) 오후 2:02, Ana &lt;<a href="mailto:{A}">{A}</a>&gt;님이 작성:<br></div><blockquote class="gmail_quote" '
         'style="margin:0px 0px 0px 0.8ex">해시를 보내 주세요</blockquote></div>', "utf-8", "해시는 아래와 같습니다\n0xabc"),
    Held("ios_ko", f"""네

나의 iPhone에서 보냄

2026. 11. 21. 오후 2:02, Ana <{A}> 작성:

> 확인 부탁드립니다
""", "", "utf-8", "네"),
    Held("outlook_ko", f"""확인했습니다.

보낸 사람: Ana <{A}>
보낸 날짜: 2026년 11월 21일 토요일 오후 2:02
받는 사람: minji@example.com
제목: 입금

안녕하세요
""", "", "utf-8", "확인했습니다."),
    Held("gmail_ja", f"""ありがとうございます。届きました。

2026年11月21日(土) 14:02 Ana <{A}>:

> ネットワークはどれですか
""", "", "iso2022_jp", "ありがとうございます。届きました。"),
    Held("outlook_ja", f"""スクリーンショットを添付します。

________________________________
差出人: Ana <{A}>
送信日時: 2026年11月21日 14:02
宛先: ken@example.jp <ken@example.jp>
件名: Re: 入金

ご確認ください。
""", "", "utf-8", "スクリーンショットを添付します。"),
    Held("ios_ja", f"""まだです

iPhoneから送信

2026/11/21 14:02、Ana <{A}>のメール:

> 反映されましたか？
""", "", "utf-8", "まだです"),
    Held("yahoo_jp", f"""トランザクションIDは 0xabc です。


----- Original Message -----
From: "Ana" <{A}>
To: "ken" <ken@yahoo.co.jp>
Date: 2026/11/21, Sat 14:02
Subject: Re: 入金

トランザクションIDを教えてください。
""", "", "cp932", "トランザクションIDは 0xabc です。"),
    Held("yandex_html", "", f'<div>Сеть TRC20, сумма 500 USDT</div><div>&nbsp;</div><div>21.11.2026, 14:02, "Ana" &lt;{A}&gt;:</div>'
         '<blockquote><p>Какая сеть?</p></blockquote><div>&nbsp;</div><div>&nbsp;</div><div>--&nbsp;</div><div>Отправлено из мобильного приложения Яндекс Почты</div>',
         "utf-8", "Сеть TRC20, сумма 500 USDT"),
    Held("outlook_ru", f"""Хеш во вложении

С уважением,
Иван

От: Ana <{A}>
Отправлено: 21 ноября 2026 г. 14:02
Кому: ivan@example.ru
Тема: Re: вывод

Здравствуйте
""", "", "cp1251", "Хеш во вложении\n\nС уважением,\nИван"),
    Held("ios_ru", f"""Не пришло до сих пор

Отправлено с iPhone

> 21 нояб. 2026 г., в 14:02, Ana <{A}> написал(а):
>
> Проверьте, пожалуйста
""", "", "utf-8", "Не пришло до сих пор"),
    Held("mailru_html", "", f'<HTML><BODY>Да, это мой адрес<br><br><blockquote style="border-left:1px solid #0857A6; margin:10px; padding:0 0 0 10px;">'
         f'Суббота, 21 ноября 2026, 14:02 +03:00 от Ana &lt;{A}&gt;:<br><div id="">Это ваш адрес?</div></blockquote></BODY></HTML>', "koi8-r", "Да, это мой адрес"),
    Held("gmail_pt", f"""Já chegou, obrigado

Em sáb., 21 de nov. de 2026 às 14:02, Ana <{A}> escreveu:

> Qual rede?
""", "", "utf-8", "Já chegou, obrigado"),
    Held("gmail_vi", f"""Tôi đã gửi qua TRC20

Vào Th 7, 21 thg 11, 2026 vào lúc 14:02 Ana <{A}> đã viết:

> Mạng nào?
""", "", "utf-8", "Tôi đã gửi qua TRC20"),
    Held("gmail_tr", f"""Teşekkürler, geldi

Ana <{A}>, 21 Kas 2026 Cmt, 14:02 tarihinde şunu yazdı:

> Hangi ağ?
""", "", "utf-8", "Teşekkürler, geldi"),
    Held("outlook_es", f"""Adjunto el comprobante.

De: Ana <{A}>
Enviado el: sábado, 21 de noviembre de 2026 14:02
Para: rosa@example.es
Asunto: Re: depósito

Buenos días
""", "", "cp1252", "Adjunto el comprobante."),
    Held("ios_es", f"""Gracias

Enviado desde mi iPhone

> El 21 nov 2026, a las 14:02, Ana <{A}> escribió:
>
> ¿Llegó?
""", "", "utf-8", "Gracias"),
    Held("proton", f"""Please see the hash: 0xabc

Sent with [Proton Mail](https://proton.me/mail/home) secure email.

On Saturday, November 21st, 2026 at 2:02 PM, Ana <{A}> wrote:

> Which hash?
""", "", "utf-8", "Please see the hash: 0xabc"),
    Held("yahoo_html", "", '<html><body><div class="ydp1 yahoo-style-wrap" style="font-size:16px"><div dir="ltr">I used ERC20</div><div><br></div></div>'
         '<div id="yahoo_quoted_12" class="yahoo_quoted"><div style="font-size:13px"><div>On Saturday, November 21, 2026 at 02:02:33 PM GMT+8, Ana '
         f'&lt;{A}&gt; wrote:</div><div><br></div><div>Which network?</div></div></div></body></html>', "utf-8", "I used ERC20"),
    Held("samsung", f"""ok thanks



Sent from my Galaxy


-------- Original message --------
From: Ana <{A}>
Date: 21/11/2026 14:02 (GMT+08:00)
To: omar@example.com
Subject: Re: deposit

All good?
""", "", "utf-8", "ok thanks"),
    Held("huawei", f"""还没有到账，谢谢

发自我的华为手机


-------- 原始邮件 --------
发件人： Ana <{A}>
日期： 2026年11月21日周六 下午2:02
收件人： mei@example.com
主 题： Re: 充值
您好，请问到账了吗？
""", "", "utf-8", "还没有到账，谢谢"),
    Held("qq_html", "", f'<div>我用的是BEP20网络</div><div><br></div><div><!--emptysign--></div><div style="font-size: 12px;font-family: Arial Narrow;padding:2px 0 2px 0;">'
         '------------------&nbsp;原始邮件&nbsp;------------------</div><div style="font-size: 12px;background:#efefef;padding:8px;"><div><b>发件人:</b>&nbsp;"Ana"'
         f'&lt;{A}&gt;;</div><div><b>发送时间:</b>&nbsp;2026年11月21日(星期六) 下午2:02</div><div><b>收件人:</b>&nbsp;"梅"&lt;1@qq.com&gt;;</div>'
         '<div><b>主题:</b>&nbsp;Re: 充值</div></div><div><br></div>请问是什么网络？', "gb18030", "我用的是BEP20网络"),
    Held("qq_new", f"""充值截图见附件



         原始邮件



发件人：Ana <{A}>
发件时间：2026年11月21日 14:02
收件人：mei <1@qq.com>
主题：Re：充值



请发截图
""", "", "utf-8", "充值截图见附件"),
    Held("foxmail_html", "", '<html><body><div>已按要求重新提交</div><div><br></div><hr style="width: 210px; height: 1px;" color="#b5c4df" size="1" align="left">'
         '<div><span><div style="MARGIN: 10px; FONT-FAMILY: verdana; FONT-SIZE: 10pt"><div>mei@foxmail.com</div></div></span></div>'
         '<blockquote style="margin-Top: 0px; margin-Bottom: 0px; margin-Left: 0.5em"><div>&nbsp;</div><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm">'
         f'<div style="background: #efefef"><div><b>发件人：</b>&nbsp;<a href="mailto:{A}">Ana</a></div><div><b>发送时间：</b>&nbsp;2026-11-21&nbsp;14:02</div>'
         '<div><b>收件人：</b>&nbsp;mei</div><div><b>主题：</b>&nbsp;Re: 充值</div></div></div><div>请重新提交</div></blockquote></body></html>',
         "gb18030", "已按要求重新提交"),
    Held("netease_html", "", '<div style="line-height:1.7;color:#000000;font-size:14px;font-family:Arial"><p style="margin: 0;">地址是对的</p></div><br><br><div style="position:relative;zoom:1"></div>'
         f'<div id="divNeteaseMailCard"></div><p style="margin: 0;"><br></p><pre><br>At 2026-11-21 14:02:33, "Ana" &lt;{A}&gt; wrote:</pre>'
         '<blockquote id="isReplyContent" style="PADDING-LEFT: 1ex; MARGIN: 0px 0px 0px 0.8ex; BORDER-LEFT: #ccc 1px solid">地址对吗</blockquote>', "gb18030", "地址是对的"),
    Held("thunderbird_zh", """没有收到验证码

在 2026/11/21 14:02, Ana 写道:
> 请查收
""", "", "utf-8", "没有收到验证码"),
    Held("thunderbird_hant_bottom", """Ana 於 2026/11/21 14:02 寫道:
> 是哪個網路？

是 TRC20。
""", "", "big5hkscs", "是 TRC20。"),
    Held("thunderbird_ru", """Готово

21.11.2026 14:02, Ana пишет:
> Попробуйте ещё раз
""", "", "utf-8", "Готово"),
    Held("outlook_html", "", '<html><body><div style="font-family:Calibri">The second one.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">'
         f'<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>From:</b> Ana &lt;{A}&gt;<br><b>Sent:</b> Saturday, November 21, 2026 2:02 PM<br><b>To:</b> ivan@example.com'
         '<br><b>Subject:</b> Re: deposit</font><div>&nbsp;</div></div><div>Which one?</div></body></html>', "cp1252", "The second one."),
    Held("disclaimer", """The transfer was made yesterday at noon.

Kind regards,
Omar Haddad
--
Omar Haddad | Haddad Trading LLC
T +971 4 000 0000 | www.haddad.example

CONFIDENTIALITY NOTICE: This e-mail and any attachments are confidential and intended solely for the addressee. If you are not the intended
recipient, please delete it.
""", "", "utf-8", "The transfer was made yesterday at noon.\n\nKind regards,\nOmar Haddad"),
    Held("interleaved_ru", """21.11.2026 14:02, Ana пишет:
> Какая сеть?
TRC20
> Какая сумма?
500
""", "", "utf-8", "> Какая сеть?\nTRC20\n> Какая сумма?\n500"),
    Held("own_words_with_labels", """我的订单信息如下：
日期：2026-11-21
金额：500 USDT
收件人：王明
请处理
""", "", "utf-8", "我的订单信息如下：\n日期：2026-11-21\n金额：500 USDT\n收件人：王明\n请处理"),
    Held("forward_qq", """请问这封是你们发的吗？

------------------ 转发邮件 ------------------
发件人: "客服" <a@fake.example>
发送时间: 2026年11月20日
收件人: "梅"<1@qq.com>
主题: 账户异常

点此验证
""", "", "utf-8", """请问这封是你们发的吗？

------------------ 转发邮件 ------------------
发件人: "客服" <a@fake.example>
发送时间: 2026年11月20日
收件人: "梅"<1@qq.com>
主题: 账户异常

点此验证"""),
    Held("only_device", "iPhoneから送信", "", "utf-8", "iPhoneから送信"),
    Held("qq_mobile", f"""收到

发自我的iPhone


------------------ Original ------------------
From: Ana <{A}>
Date: Sat,Nov 21,2026 2:02 PM
To: mei <1@qq.com>
Subject: Re: 充值

您好
""", "", "gb18030", "收到"),
]
