"""Thanks keep a resolved ticket resolved; everything else is heard."""

import pytest

from farol.core.tickets.thanks import is_thanks

THANKS = [
    "谢谢", "谢谢您！", "好的，谢谢", "好的 谢谢啦~", "收到了，非常感谢", "已经到账了，谢谢你们", "辛苦了🙏", "謝謝", "好的，感謝您", "已經收到了，謝謝您的幫助", "唔該晒", "拜拜",
    "嗯嗯，明白了，谢谢客服小姐姐", "没有其他问题了，谢谢", "问题解决了，多谢！祝您工作顺利",
    "Thanks", "thank you so much!", "OK, thanks a lot", "Got it, thx", "Perfect. Thank you for your help, bye", "Thank you for the quick response!!",
    "No thanks, that's all", "ty", "It works now, cheers mate", "Thanks 👍", "👍🏻", "❤️🙏",
    "Спасибо!", "спасибо большое за помощь", "Ок, понял, спасибо", "Всё пришло, спасибо", "Благодарю. Хорошего дня",
    "Gracias", "¡Muchas gracias!", "Perfecto, mil gracias por su ayuda", "ok gracias, saludos", "Ya llegó, gracias",
    "Cảm ơn", "cảm ơn bạn nhiều nhé", "Vâng, mình đã nhận được, cảm ơn ad", "cam on",
    "Teşekkürler", "Çok teşekkür ederim", "Tamam, sağolun, iyi günler", "İyi günler, teşekkürler",
    "감사합니다", "네 감사합니다~", "확인했습니다. 정말 고맙습니다!", "빠른 답변 감사합니다 ^^",
    "ありがとうございます", "了解しました。ありがとうございました！", "ご対応いただき、本当にありがとうございました", "解決しました、助かりました",
    "Obrigado", "muito obrigada pela ajuda!", "Já caiu, valeu", "ok, obg",
    "شكرا", "شكراً جزيلاً", "تمام، شكرا لكم", "وصلني المبلغ شكرا",
]
NOT = [
    "", "   ", "...", "好的", "ok", "Хорошо", "네", "thanks but still missing", "谢谢，但还没到账", "谢谢，还没收到", "谢谢？", "谢谢您，请问什么时候到账", "没收到，谢谢",
    "謝謝，但是還沒到帳", "先谢谢了，帮我查一下", "谢谢，订单号 123456", "谢谢 3", "Thanks?", "thanks in advance", "Thanks for nothing", "Thank you, when will it arrive",
    "thanks, I did not receive it", "no", "not ok, thanks", "thanks :(", "Thanks 😡", "👎", "thank you, now please check 0x9f3c", "Thanks. One more thing",
    "спасибо, но деньги не пришли", "Спасибо заранее", "пока нет", "Спасибо, а когда?", "gracias pero no llegó", "Gracias, ¿cuándo?", "gracias de antemano",
    "cảm ơn nhưng chưa nhận được", "chưa nhận được, cảm ơn", "teşekkürler ama gelmedi", "Teşekkürler, ne zaman", "감사합니다만 아직 입금이 안 됐어요",
    "감사합니다 그런데 안돼요", "ありがとうございます、でもまだ届きません", "ありがとう、まだです", "obrigado, mas ainda não caiu", "شكرا لكن لم يصل", "شكرا، متى",
    "thankless", "谢谢" * 100, "到账了", "再见了我的钱", "thanks https://example.com",
]


@pytest.mark.parametrize("text", THANKS)
def test_thanks(text: str) -> None:
    assert is_thanks(text)


@pytest.mark.parametrize("text", NOT)
def test_something_to_read(text: str) -> None:
    assert not is_thanks(text)
