"""Bounces as servers write them for people: (server, words, outcome, status, whether the mailbox is gone). Written for these tests after their forms."""

BOUNCES = [
    ("postfix", """This is the mail system at host mx.example.
I'm sorry to have to inform you that your message could not be delivered to one or more recipients.
<x@example.com>: host mail.example.com said: 550 5.1.1 <x@example.com>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command)""",
     "failed", "5.1.1", True),
    ("postfix_delay", """This is the mail system at host mx.example.
Your message could not be delivered for more than 4 hour(s). It will be retried until it is 5 day(s) old.
<x@example.com>: connect to mail.example.com[192.0.2.1]:25: Connection timed out""", "delayed", "", False),
    ("exim", """This message was created automatically by mail delivery software.
A message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address(es) failed:
  x@example.com
    host mail.example.com [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<x@example.com>:
    550 No such user here""", "failed", "", True),
    ("exim_delay", """This message was created automatically by mail delivery software.
A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue on mx.example.
No action is required on your part. Delivery attempts will continue for some time.""", "delayed", "", False),
    ("gmail", """** Address not found **
Your message wasn't delivered to x@example.com because the address couldn't be found, or is unable to receive mail.
The response from the remote server was:
550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address""", "failed", "5.1.1", True),
    ("gmail_full", """** Recipient inbox full **
Your message couldn't be delivered to x@gmail.com. Their inbox is full, or it's getting too much mail right now.
The response was: 552 5.2.2 The recipient's inbox is out of storage space and inactive.""", "failed", "5.2.2", False),
    ("gmail_delay", """** Delivery incomplete **
There was a temporary problem while delivering your message to x@example.com. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently.
The response was: 451 4.4.1 timed out""", "delayed", "4.4.1", False),
    ("outlook", """Your message to x@example.com couldn't be delivered.
x wasn't found at example.com.
Remote server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient x@example.com not found by SMTP address lookup'""", "failed", "5.1.10", True),
    ("exchange_policy", """Delivery has failed to these recipients or groups:
x@example.com
Your message wasn't delivered because the recipient's email provider rejected it.
Remote Server returned '550 5.7.1 Message rejected as spam by Content Filtering.'""", "failed", "5.7.1", False),
    ("qq", """抱歉，您的邮件被退回来了……
原邮件信息：
主 题： [FRL-2026-000123]
收件人： 123456789@qq.com
退信原因：
收件人邮箱不存在，请核实
host mx3.qq.com said: 550 Mailbox not found. http://service.mail.qq.com/""", "failed", "", True),
    ("qq_en", """Sorry, your message was returned.
Reason: Mailbox unavailable or access denied (550). Recipient does not exist.""", "failed", "", True),
    ("netease_163", """系统退信
您的邮件无法送达 mei@163.com
错误信息：550 User not found: mei@163.com
建议：收件人地址不存在，请检查""", "failed", "", True),
    ("netease_full", """系统退信
投递失败：收件人邮箱已满 552 5.2.2 Quota exceeded""", "failed", "5.2.2", False),
    ("coremail_delay", """邮件投递延迟通知
您的邮件暂时无法投递到 mei@163.com，系统稍后会再次尝试投递。""", "delayed", "", False),
    ("aliyun", """很抱歉，您发送的邮件被退回。
错误代码：554 5.4.4 unable to resolve host""", "failed", "5.4.4", False),
    ("yandex", """Это письмо отправлено почтовым сервером yandex.ru.
К сожалению, Ваше письмо не может быть доставлено одному или нескольким адресатам: письмо не доставлено.
550 5.7.1 No such user!""", "failed", "5.7.1", False),
    ("naver", """메일이 전송되지 않았습니다. 550 5.1.1 No such user: x@naver.com""", "failed", "5.1.1", True),
    ("docomo", """次のメールは配信できませんでした。配信できません。
550 Unknown user x@docomo.ne.jp""", "failed", "", True),
    ("sendmail_warning", """**********************************************
**      THIS IS A WARNING MESSAGE ONLY      **
**  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **
**********************************************
Warning: message still undelivered after 4 hours. Will keep trying until message is 5 days old""", "delayed", "", False),
    ("mailbox_disabled", "554 delivery error: This user doesn't have an account: mailbox disabled", "failed", "", False),
    ("out_of_office", "I am away until Monday. In urgent cases call my colleague.", None, "", False),
    ("holiday_zh", "我正在休假，12月1日回来后回复您。", None, "", False),
    ("thanks", "Thanks, it arrived at 15:30.", None, "", False),
]
