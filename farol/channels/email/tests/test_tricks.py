"""E05: 50 mails by which other services prove an address, sent to support: put aside, masked, and never in a ticket."""

import itertools

import pytest

from farol.channels.email import shown, tricks
from farol.channels.email.model import Mail
from farol.channels.email.reading.parse import parse

SUBJECTS = ["Verify your email address", "Your verification code", "Confirm your account", "Reset your password", "You have been invited to join Acme", "您的验证码",
            "请激活您的账户", "Код подтверждения", "認証コードのお知らせ", "인증번호 안내"]
BODIES = ["Your code is 482913. It expires in ten minutes.", "Use 482-913 to sign in.", "Click https://login.example/confirm?token=abcdefghijklmnop1234567890",
          "https://id.example/a/ZXhhbXBsZS1zZWNyZXQtdG9rZW4 opens your account", "Your code: AB3D-9K2M"]
MAILS = list(itertools.product(SUBJECTS, BODIES))
SECRETS = ("482913", "482-913", "abcdefghijklmnop1234567890", "ZXhhbXBsZS1zZWNyZXQtdG9rZW4", "AB3D-9K2M", "login.example/confirm")


def mail(subject: str, body: str) -> Mail:
    read = parse(f"From: Service <hello@service.example>\r\nSubject: {subject}\r\n\r\n{body}".encode())
    assert isinstance(read, Mail)
    return read


@pytest.mark.parametrize(("subject", "body"), MAILS)
def test_one_is_known_and_masked(subject: str, body: str) -> None:
    assert len(MAILS) == 50
    one = mail(subject, body)
    assert tricks.looks(one)
    seen = shown.of(one, tricky=True)
    assert not [secret for secret in SECRETS if secret in seen.text + seen.subject]


@pytest.mark.parametrize(("subject", "body"), [
    ("收不到验证码", "我登录时一直收不到验证码，UID 10001，麻烦看一下"), ("Re: Your verification code", "It is 482913, what now?"), ("Withdrawal", "My withdrawal 482913 is late"),
    ("Password reset does not work", "I press the link and nothing happens"), ("Fwd: Confirm your account", "Is this from you? https://evil.example/aaaaaaaaaaaaaaaaaaaa"),
])
def test_what_people_write_is_not_taken_for_one(subject: str, body: str) -> None:
    assert not tricks.looks(mail(subject, body))
