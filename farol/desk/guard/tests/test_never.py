"""What support never asks for is found, and talking about it is not."""

import pytest

from farol.desk.guard.never import never

ASKS = [
    "Please send me your password.",
    "Could you provide the verification code you received?",
    "To unlock the account we need your 2FA code.",
    "Reply with the 6-digit code from your mail.",
    "What is your seed phrase?",
    "Please share your 12-word recovery phrase so I can restore the wallet.",
    "May I have your private key?",
    "Do not worry, just send us your password.",
    "Don't worry, please tell me your pin code.",
    "Type your password here in this chat.",
    "Kindly paste the API secret below.",
    "I will need the full card number and CVV.",
    "Please install AnyDesk so I can help.",
    "Download TeamViewer and give me the id.",
    "Can you share your screen with me?",
    "Please give us remote access to fix it.",
    "Send 10 USDT to this address to verify the account.",
    "Please transfer the funds to our secure wallet.",
    "You have to pay an unlock fee first.",
    "Make a test transfer of 5 USDT.",
    "Hello.\nPlease send the SMS code.\nThanks.",
    "请提供您的登录密码。",
    "请把短信验证码发给我。",
    "麻烦告诉我们谷歌验证码。",
    "您的助记词是什么？",
    "请发送给我私钥。",
    "不用担心，把验证码发给客服就行。",
    "验证码是多少？",
    "请回复收到的验证码",
    "请上传私钥文件以便核对。",
    "需要您提供 CVV 和卡背信息。",
    "请把密码输入到这里，验证码是多少？",
    "请下载向日葵，我们帮您看看。",
    "方便共享一下屏幕吗",
    "请安装 AnyDesk。",
    "请先转 10 USDT 到以下地址验证。",
    "需要先缴纳解冻金才能提币。",
    "请支付解锁费。",
]
FINE = [
    "充值在链上，12 个确认后会到账，约 30 分钟。",
    "We never ask for your password, a code or your seed phrase.",
    "Please do not share your verification code with anyone.",
    "Never, under any circumstances, share your private key.",
    "Anyone who asks you to send your password is a scammer.",
    "If somebody asks you to install AnyDesk, hang up.",
    "Did you give anyone your seed phrase?",
    "Have you shared your screen with the caller?",
    "You can reset your password on the sign-in page.",
    "Enter the verification code in the app to finish.",
    "Please send a screenshot of the error you see when you enter your password.",
    "Please send us a screenshot of the password error.",
    "Use the code from your authenticator on the withdrawal page.",
    "Please send the transaction hash and the amount.",
    "The withdrawal was sent to the following address: 0xabc.",
    "Could you tell me which network you used?",
    "Please share your screenshot with the amounts covered.",
    "A fee of 5 USDT is taken from your balance.",
    "We cannot ask for your password and nobody here will.",
    "Please deposit at least 10 USDT so that it is above the minimum.",
    "我们不会向您要密码、验证码、助记词或私钥。",
    "请不要把验证码告诉任何人。",
    "请勿提供您的私钥。",
    "任何人让您提供助记词，都是骗子。",
    "如有人让您把验证码发给他，请立即挂断。",
    "我们绝不会以任何理由，要求您提供密码。",
    "您提供的验证码错误截图已收到。",
    "请上传密码错误页面的截图。",
    "验证码已发送到您的邮箱，请在 App 里输入。",
    "请在登录页重置密码。",
    "您收到验证码了吗？",
    "请提供交易哈希和金额。",
    "您有没有把密码告诉过别人？",
    "请告诉我们您是否收到验证码短信。",
    "您把币转到了以下地址：0xabc",
    "对方要您下载 AnyDesk 吗？",
    "手续费会从余额里扣，不用另外支付。",
    "请不要转任何“解冻金”。",
    "助记词请您自己保管好，客服也不能看。",
]


@pytest.mark.parametrize("text", ASKS)
def test_asking_is_found(text: str) -> None:
    found = list(never(text))
    assert found, text
    assert all(one.blocks and one.words in text and text[one.start:one.end].strip().startswith(one.words[:20]) for one in found)


@pytest.mark.parametrize("text", FINE)
def test_talking_of_it_is_fine(text: str) -> None:
    assert not [one.words for one in never(text)]


def test_a_long_reply_takes_no_long_look() -> None:
    import time

    began = time.perf_counter()
    for text in ("please send " * 800, "请提供" * 3000, "a " * 5000, "send me the " + "very " * 1900 + "password", "," * 10_000, "转" * 10_000):
        list(never(text[:10_000]))
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("words", ["Send the receipt to desk@farol.test, please.", "Use the address we gave to desk@farol.test.", "请打开邮件，写信到 desk@farol.test。"])
def test_a_mailbox_called_desk_is_no_tool(words: str) -> None:
    assert list(never(words)) == []


@pytest.mark.parametrize("words", ["Please install ToDesk @ home.", "Open to desk@1 and tell me.", "请下载ToDesk"])
def test_the_tool_is_the_tool(words: str) -> None:
    assert [one.code for one in never(words)] == ["never.remote"]
