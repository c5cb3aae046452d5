"""Passwords, one-time codes and API secrets."""

import pytest

from farol.core.shield import scrub

PASSWORDS = {
    "我的密码是abc123456，登不上": "abc123456",
    "密码：Passw0rd!": "Passw0rd",
    "登录密码abc123456": "abc123456",
    "密码 Mei@20260101": "Mei@20260101",
    "abc12345是我的密码": "abc12345",
    "my password is hunter2": "hunter2",
    "my password is sunshine": "sunshine",
    "Password: sunshine": "sunshine",
    "password='correct-horse'": "correct-horse",
    "pwd=abcd1234": "abcd1234",
    "пароль: qwerty12": "qwerty12",
    "contraseña: Hola2026": "Hola2026",
    "パスワードはMei2026です": "Mei2026",
    "my pin is 1234": "1234",
    "pass: Abc12345": "Abc12345",
    "https://mei:Abc12345@api.example.com/v1": "Abc12345",
    "CANARY password is canary-7f3a9": "canary-7f3a9",
}
CODES = {
    "验证码 123456": "123456",
    "验证码123456": "123456",
    "收到的验证码是 654321 对吗": "654321",
    "【Demo】您的验证码为884210，5分钟内有效": "884210",
    "谷歌验证码：１２３４５６": "１２３４５６",
    "my code is 123456": "123456",
    "the verification code: 123 456": "123 456",
    "2FA 482910": "482910",
    "G-123456 is your Google verification code": "123456",
    "otp=4821": "4821",
    "код подтверждения 4821": "4821",
    "인증번호 482910": "482910",
    "確認コードではなく認証コード 482910": "482910",
    "authenticator key: JBSWY3DPEHPK3PXP": "JBSWY3DPEHPK3PXP",
    "谷歌验证器密钥：JBSWY3DPEHPK3PXP": "JBSWY3DPEHPK3PXP",
    "otpauth://totp/Demo:mei?secret=JBSWY3DPEHPK3PXP&issuer=Demo": "JBSWY3DPEHPK3PXP",
}
SECRETS = {
    "api secret: 8f3aKd92LmQpX71bnTzR5vWc": "8f3aKd92LmQpX71bnTzR5vWc",
    "API Key=NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j": "NhqPtmdSJYdKjVHjA7PZj4Mge3R5",
    "我的API密钥是a1b2c3d4-e5f6a7b8-c9d0e1f2-12345": "a1b2c3d4",
    '{"apiSecret":"vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"}': "vmPUZE6mv9SD5VNHk4",
    "passphrase: Okx@2026pass": "Okx@2026pass",
    "ghp_0123456789abcdefghijABCDEFGHIJ012345": "0123456789abcdef",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U": "eyJzdWIi",
    "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY": "wJalrXUtnFEMI",
    "bot token 1234567890:AAF0123456789abcdefghijABCDEFGHIJ01": "AAF0123456789",
}


@pytest.mark.parametrize(
    ("text", "secret", "kind"),
    [
        (t, s, k)
        for k, table in (("password", PASSWORDS), ("one_time_code", CODES), ("api_secret", SECRETS))
        for t, s in table.items()
    ],
)
def test_the_value_goes_and_the_sentence_stays(text: str, secret: str, kind: str) -> None:
    result = scrub(text)
    assert result.removed == (kind,)
    assert secret not in result.text
    assert scrub(result.text) == (result.text, ())


def test_only_the_value_is_replaced() -> None:
    assert scrub("我的密码是abc123456，登不上").text == "我的密码是〔密码已删除〕，登不上"
    assert scrub("Password: sunshine. Thanks").text == "Password: [password removed]. Thanks"
    assert scrub("验证码 123456，还是登不上").text == "验证码 〔验证码已删除〕，还是登不上"


@pytest.mark.parametrize(
    "text",
    [
        "error code 131089", "code 131089", "错误代码 131089", "the country code is 1234", "referral code 123456", "验证码 10分钟", "密码输错了3次",
        "password reset link", "password/2FA", "my password is not", "password: ", "密码是什么", "token: TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        "api key expired yesterday", "pin 6 digits", "HTTP code 200123", "password: FRL-2026-000123", "the code is in the email",
    ],
)  # fmt: skip
def test_talk_about_secrets_is_not_a_secret(text: str) -> None:
    assert scrub(text) == (text, ())
