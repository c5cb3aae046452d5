"""A reply that a machine translated goes out in the customer's language, says so there, and holds what its author wrote."""

from email import message_from_bytes
from uuid import uuid4

from farol.channels.email.letters.compose import Part, build
from farol.channels.email.reading.parse import parse

from .conftest import Post
from .test_write_mail import letter

RUSSIAN, ENGLISH = "Мы нашли ваш вывод 100.5 USDT.", "We found your <b>withdrawal</b> of 100.5 USDT."


async def answered(post: Post, words: str) -> str:
    """A reply of these words, whose author let the Russian ones go out: its mail."""
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    key = str(uuid4())
    await post.kit.db.execute(
        """insert into message_translation (ticket_id, client_id, staff_id, source, target, original, machine, words, way)
        select $1, $2, id, 'en', 'ru', $3, $4, $4, 'service' from staff where email = 'ana@demo-exchange.example'""", ticket, key, ENGLISH, RUSSIAN)
    await ana.ok("POST", f"/tickets/{ticket}/messages", json={"client_id": key, "body": words})

    async def sent() -> bool:
        return bool(post.sink.raws)

    await post.until(sent)
    return str(parse(post.sink.raws[0]).text)


async def test_it_says_so_in_the_customers_language_and_holds_the_original(post: Post) -> None:
    text = await answered(post, RUSSIAN)
    at = text.index(RUSSIAN)
    assert text.index("Машинный перевод, язык оригинала: английский. Как было написано:") > at
    assert text.index(ENGLISH) > at


async def test_other_words_than_those_let_go_are_no_translation(post: Post) -> None:
    text = await answered(post, "Something else")
    assert "Машинный" not in text
    assert ENGLISH not in text


async def test_mail_speaks_what_its_customer_writes(post: Post) -> None:
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei, "Здравствуйте, мой вывод завис со вчерашнего дня"))["ticket"]["id"]
    await post.world.react()
    await post.world.say(ana, ticket, RUSSIAN)

    async def sent() -> bool:
        return bool(post.sink.raws)

    await post.until(sent)
    text = str(parse(post.sink.raws[0]).text)
    assert "Мы никогда не просим пароль" in text
    assert "Content-Language: ru" in post.sink.raws[0].decode()


def test_the_original_is_plain_words_in_both_forms() -> None:
    raw = build(letter(parts=(Part("Ana", RUSSIAN, 0, "Машинный перевод:", ENGLISH + "\n<script>x</script>"),)))
    html = next(part for part in message_from_bytes(raw).walk() if part.get_content_type() == "text/html").get_payload(decode=True).decode()
    assert "&lt;script&gt;x" in html
    assert "<script" not in html
