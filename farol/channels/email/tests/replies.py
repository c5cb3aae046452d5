"""Replies as real mail programs write them: (name, text of the mail, what is new in it). Written for these tests."""

ZH_MARK = "直接回复这封邮件即可，您的话会进入工单 FRL-2026-000123"
EN_MARK = "Just reply to this mail: your words go to ticket FRL-2026-000123"
US = "reply+k3v7a2@support.demo-exchange.example"

REPLIES = [
    ("gmail_en", f"""Thanks, it arrived.

On Sat, Nov 21, 2026 at 2:02 PM Ana (Demo Exchange) <{US}>
wrote:

> {EN_MARK}
>
> The deposit is credited.
""", "Thanks, it arrived."),
    ("gmail_zh", f"""收到了，谢谢

Ana · Demo Exchange <{US}> 于2026年11月21日周六 14:02写道：

> {ZH_MARK}
>
> 已经到账。
""", "收到了，谢谢"),
    ("gmail_zh_hant", f"""謝謝

Ana <{US}> 於 2026年11月21日 週六 下午2:02 寫道：

> {ZH_MARK}
""", "謝謝"),
    ("gmail_bottom_posting", f"""On Sat, 21 Nov 2026 at 14:02, Ana <{US}> wrote:

> {EN_MARK}
> Which network did you use?

It was TRC20.
""", "It was TRC20."),
    ("inline_answers_keep_the_questions", f"""See below.

On Sat, 21 Nov 2026 at 14:02, Ana <{US}> wrote:
> Which network?
TRC20
> How much?
500 USDT
""", "See below.\n\n> Which network?\nTRC20\n> How much?\n500 USDT"),
    ("apple_en", f"""Still missing.

Sent from my iPhone

> On 21 Nov 2026, at 14:02, Ana <{US}> wrote:
> 
> {EN_MARK}
""", "Still missing."),
    ("apple_zh", f"""还是没有到

发自我的 iPhone

> 在 2026年11月21日，14:02，Ana · Demo Exchange <{US}> 写道：
> 
> {ZH_MARK}
""", "还是没有到"),
    ("apple_zh_newer", f"""好的

> 2026年11月21日 14:02，Ana <{US}> 写道：
> 
> {ZH_MARK}
""", "好的"),
    ("outlook_en", f"""Here is the hash.

Regards
Ivan

________________________________
From: Ana · Demo Exchange <{US}>
Sent: Saturday, November 21, 2026 2:02 PM
To: ivan@example.com
Subject: [FRL-2026-000123] Deposit

{EN_MARK}
""", "Here is the hash.\n\nRegards\nIvan"),
    ("outlook_original_message", """ok

-----Original Message-----
From: Ana
Sent: Saturday, November 21, 2026 2:02 PM
To: ivan@example.com
Subject: x

hello
""", "ok"),
    ("outlook_zh", f"""哈希在附件里。

发件人: Ana · Demo Exchange <{US}>
发送时间: 2026年11月21日 14:02
收件人: mei.lin@example.com
主题: [FRL-2026-000123] 充值未到账

{ZH_MARK}
""", "哈希在附件里。"),
    ("outlook_zh_original", """我换过手机

-----邮件原件-----
发件人: Ana
发送时间: 2026年11月21日 14:02
收件人: mei.lin@example.com
主题: x

您好
""", "我换过手机"),
    ("outlook_zh_hant", f"""已附上

寄件者: Ana <{US}>
寄件日期: 2026年11月21日 下午 02:02
收件者: mei.lin@example.com
主旨: [FRL-2026-000123] x

{ZH_MARK}
""", "已附上"),
    ("outlook_ios_zh", f"""知道了

获取 Outlook for iOS
________________________________
发件人: Ana <{US}>
发送时间: Saturday, November 21, 2026 2:02:33 PM
收件人: mei.lin@example.com <mei.lin@example.com>
主题: [FRL-2026-000123]

{ZH_MARK}
""", "知道了"),
    ("outlook_bold_labels", """Yes.

*From:* Ana <a@b.example>
*Sent:* Saturday, November 21, 2026 2:02 PM
*To:* ivan@example.com
*Subject:* x

hello
""", "Yes."),
    ("qq", f"""是 TRC20 网络




------------------ 原始邮件 ------------------
发件人: "Ana · Demo Exchange" <{US}>;
发送时间: 2026年11月21日(星期六) 下午2:02
收件人: "梅"<123456@qq.com>;
主题: [FRL-2026-000123] 充值未到账

{ZH_MARK}
""", "是 TRC20 网络"),
    ("qq_nbsp", """好

------------------\u00a0原始邮件\u00a0------------------
发件人:\u00a0"Ana"\u00a0<a@b.example>;
发送时间:\u00a02026年11月21日(星期六) 下午2:02

您好
""", "好"),
    ("qq_en", """yes TRC20

------------------ Original ------------------
From: "Ana" <a@b.example>;
Date: Sat, Nov 21, 2026 02:02 PM
To: "mei"<1@qq.com>;
Subject: x

hello
""", "yes TRC20"),
    ("netease_163", f"""还没到账，请再查一下。

在 2026-11-21 14:02:33，"Ana · Demo Exchange" <{US}> 写道：

{ZH_MARK}

已经到账。
""", "还没到账，请再查一下。"),
    ("netease_163_en", f"""please check again

At 2026-11-21 14:02:33, "Ana" <{US}> wrote:

{EN_MARK}
""", "please check again"),
    ("netease_master", f"""好的，等您消息

---- 回复的原邮件 ----
| 发件人 | Ana<{US}> |
| 日期 | 2026年11月21日 14:02 |
| 收件人 | mei<mei@163.com> |
| 抄送至 | |
| 主题 | [FRL-2026-000123] |

{ZH_MARK}
""", "好的，等您消息"),
    ("netease_replied", """ok then

---- Replied Message ----
| From | Ana<a@b.example> |
| Date | 11/21/2026 14:02 |
| To | mei<mei@163.com> |
| Subject | x |

hello
""", "ok then"),
    ("foxmail", f"""附件是截图


mei@foxmail.com

发件人： Ana
发送时间： 2026-11-21 14:02
收件人： mei
主题： [FRL-2026-000123] 充值未到账
{ZH_MARK}
""", "附件是截图\n\n\nmei@foxmail.com"),
    ("foxmail_en", """see the picture

From: Ana
Date: 2026-11-21 14:02
To: mei
Subject: x
hello
""", "see the picture"),
    ("aliyun", """收到
------------------------------------------------------------------
发件人：Ana <a@b.example>
发送时间：2026年11月21日(星期六) 14:02
收件人：mei <mei@aliyun.com>
主　题：x

您好
""", "收到"),
    ("thunderbird", f"""Done.

On 21/11/2026 14:02, Ana wrote:
> {EN_MARK}
""", "Done."),
    ("gmail_ru", f"""Спасибо, пришло.

сб, 21 нояб. 2026 г. в 14:02, Ana · Demo Exchange <{US}>:

> {EN_MARK}
""", "Спасибо, пришло."),
    ("mailru", """Нет, не пришло

Суббота, 21 ноября 2026, 14:02 +03:00 от Ana <a@b.example> написал(а):
>hello
""", "Нет, не пришло"),
    ("gmail_es", f"""Ya llegó, gracias

El sáb, 21 nov 2026 a las 14:02, Ana (<{US}>) escribió:

> {EN_MARK}
""", "Ya llegó, gracias"),
    ("unknown_language_cut_at_our_mark", f"""감사합니다

2026년 11월 21일 (토) 오후 2:02, Ana <{US}>님이 작성:

> {EN_MARK}
> The deposit is credited.
""", "감사합니다"),
    ("signature", "It is back.\n\n-- \nIvan Petrov\n+7 900", "It is back."),
    ("device_only_line", "好的\n\n发自我的华为手机", "好的"),
    ("nothing_quoted", "第一行\n\n第二行：发件人是谁？", "第一行\n\n第二行：发件人是谁？"),
    ("dashes_in_own_words", "steps:\n-----\n1. open\n2. send", "steps:\n-----\n1. open\n2. send"),
    ("forward_is_kept", """Is this mail yours?

---------- Forwarded message ---------
From: Support <help@demo-exchang3.example>
Date: Sat, Nov 21, 2026 at 1:00 PM
Subject: Verify now
To: <ivan@example.com>

Send your coins
""", None),
    ("forward_zh_is_kept", """这是你们发的吗？

---------- 转发的邮件 ---------
发件人： 客服 <help@demo-exchang3.example>
日期： 2026年11月21日周六
主题： 验证
收件人： <mei@example.com>

请转币
""", None),
    ("only_a_quote_is_kept_whole", f"""On Sat, 21 Nov 2026 at 14:02, Ana <{US}> wrote:
> {EN_MARK}
""", None),
    ("said_wrote_in_own_words", "On Monday I wrote: nothing arrived.\nPlease look.", None),
    ("from_label_alone", "From: my wallet\nI sent it yesterday", None),
    ("empty", "", ""),
]
