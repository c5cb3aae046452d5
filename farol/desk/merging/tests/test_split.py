"""Splitting: copies in a ticket of its own, one number more for the customer, and back while nobody touched it."""

from datetime import datetime
from uuid import uuid4

from .conftest import Pair

moment = datetime.fromisoformat


async def _split(pair: Pair, *seqs: int, client_id: str = "") -> dict[str, object]:
    body = {"client_id": client_id or str(uuid4()), "seqs": list(seqs)}
    made: dict[str, object] = await pair.ana.ok("POST", f"/tickets/{pair.older}/split", json=body)
    return made


async def test_chosen_words_stand_in_both(pair: Pair) -> None:
    await pair.ana.ok("POST", f"/tickets/{pair.older}/messages", json={"client_id": str(uuid4()), "body": "请稍等"})
    said = await pair.world.say(pair.mei, pair.older, "另外，我的提币也失败了")
    note = await pair.ana.ok("POST", f"/tickets/{pair.older}/messages", json={"client_id": str(uuid4()), "body": "两件事", "internal": True})
    made = await _split(pair, said["seq"], note["seq"])
    detail = await pair.ana.ok("GET", f"/tickets/{made['id']}")
    assert [(m["body"], m["internal"]) for m in detail["messages"]][:2] == [("另外，我的提币也失败了", False), ("两件事", True)]
    assert moment(detail["messages"][0]["at"]) == moment(said["at"]) == moment(detail["ticket"]["waiting_since"])
    assert str(made["number"]) in detail["messages"][2]["body"]
    assert detail["ticket"]["subject"] == "另外，我的提币也失败了"
    assert await pair.kinds(int(str(made["id"]))) == ["ticket.opened", "message.copied", "message.copied", "ticket.split", "message.posted"]
    own = await pair.mei.ok("GET", f"/tickets/{made['id']}")
    assert own["messages"][0]["body"] == "另外，我的提币也失败了"
    assert len(own["messages"]) == 2
    joined = await pair.ana.ok("GET", f"/tickets/{pair.older}/merges")
    assert [(s["number"], s["seqs"], s["undoable"]) for s in joined["splits"]] == [(made["number"], [said["seq"], note["seq"]], True)]
    assert (await pair.ana.ok("GET", f"/tickets/{made['id']}/merges"))["split_from"]["id"] == pair.older


async def test_sending_it_again_splits_once(pair: Pair) -> None:
    client_id = str(uuid4())
    assert await _split(pair, 2, client_id=client_id) == await _split(pair, 2, client_id=client_id)
    said = await pair.world.say(pair.mei, pair.older, "x")
    answer = await pair.ana.post(f"/tickets/{pair.older}/split", json={"client_id": client_id, "seqs": [said["seq"]]})
    assert answer.json()["code"] == "client_id_reused"


async def test_words_of_another_ticket_are_not_there(pair: Pair) -> None:
    answer = await pair.ana.post(f"/tickets/{pair.older}/split", json={"client_id": str(uuid4()), "seqs": [2, 99]})
    assert (answer.status_code, answer.json()["code"]) == (422, "no_such_words")


async def test_taken_back_it_goes_on_where_it_came_from(pair: Pair) -> None:
    made = await _split(pair, 2)
    assert (await pair.ana.delete(f"/tickets/{made['id']}/split")).status_code == 204
    assert (await pair.row(int(str(made["id"]))))["merged_into"] == pair.older
    assert (await pair.world.say(pair.mei, int(str(made["id"])), "我还在这里写"))["ticket"] == pair.older
    joined = await pair.ana.ok("GET", f"/tickets/{pair.older}/merges")
    assert (joined["merged"], joined["splits"]) == ([], [])
    assert (await pair.ana.delete(f"/tickets/{made['id']}/split")).json()["code"] == "not_merged"
    await pair.kinds(int(str(made["id"])))
    await pair.kinds(pair.older)


async def test_not_once_somebody_worked_in_it(pair: Pair) -> None:
    made = await _split(pair, 2)
    await pair.mei.ok("PUT", f"/tickets/{made['id']}/read", json={"seq": 2})
    assert (await pair.ana.ok("GET", f"/tickets/{pair.older}/merges"))["splits"][0]["undoable"] is True
    await pair.world.say(pair.mei, int(str(made["id"])), "谢谢，另外")
    answer = await pair.ana.delete(f"/tickets/{made['id']}/split")
    assert (answer.status_code, answer.json()["code"]) == (409, "split_touched")


async def test_no_mail_and_no_clock_takes_copies_for_new_words(pair: Pair) -> None:
    answer = await pair.ana.ok("POST", f"/tickets/{pair.older}/messages", json={"client_id": str(uuid4()), "body": "请稍等"})
    made = await _split(pair, 2, answer["seq"])
    await pair.world.react()
    waiting = await pair.kit.db.fetch("select entrypoint from pgqueuer where payload like $1", f'%"ticket_id":{made["id"]}%'.encode())
    assert {row[0] for row in waiting} <= {"plays.joined", "triage.sort"}, "a ticket of its own is sorted by its own words"
