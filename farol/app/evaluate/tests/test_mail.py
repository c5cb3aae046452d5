"""A month of mail, smaller than the command's: every answer finds its ticket, floods and machines come to an end."""

import pytest

from farol.app.evaluate import mail


def test_a_month_of_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "CONVERSATIONS", 150)
    monkeypatch.setattr(mail, "SUBMISSIONS", 3_000)
    found = mail.run()
    assert found.missed(1.0) == ""
    assert (found.threaded, found.to_one, found.alerts) == (1.0, 1, 1)
    assert found.mails == mail.US.mail_automatic_an_hour
    assert found.document()["case"] == "mail"
    assert "conversations" in found.sentences()
