"""What search would say, why, what a draft would change, and the questions it is held to."""

from typing import Any

from farol.app.demo import cast
from farol.kit.ratelimit import buckets
from farol.selfserve.editing import jobs
from farol.selfserve.editing.actions import ask_all
from tests.world import Client, World


async def tried(kai: Client, q: str, language: str = "en", **more: Any) -> dict[str, Any]:
    buckets.clear()
    found: dict[str, Any] = await kai.ok("GET", "/editing/try", params={"q": q, "language": language, **more})
    return found


async def publish(kai: Client, slug: str, language: str = "en", **change: Any) -> int:
    """Changes the published text of a shipped article and publishes it."""
    buckets.clear()
    listed = await kai.ok("GET", f"/knowledge/articles?q={slug}")
    article = next(row["id"] for row in listed["articles"] if row["slug"] == slug)
    revision = await draft(kai, article, language, **change)
    await kai.ok("POST", f"/knowledge/articles/{article}/drafts/{language}/publication", json={"revision": revision})
    return int(article)


async def draft(kai: Client, article: int, language: str = "en", **change: Any) -> int:
    """A draft of what is published, changed."""
    whole = await kai.ok("GET", f"/knowledge/articles/{article}")
    old = next(each for each in whole["tongues"] if each["language"] == language)["published"]
    text = {part: old[part] for part in ("title", "summary", "body", "keywords", "related")} | change
    saved = await kai.ok("PUT", f"/knowledge/articles/{article}/drafts/{language}", json=text | {"revision": 0})
    return int(saved["revision"])


async def test_hits_come_with_their_reasons(kai: Client) -> None:
    said = (await tried(kai, "forgot memo when depositing xrp"))["now"]
    assert said["good"]
    assert said["quoted"]
    assert said["quote"].startswith("article:")
    first = said["hits"][0]
    assert (first["slug"], first["place"], first["share"], first["other_language"]) == ("memo-tag", 1, 1.0, False)
    how = {token["words"]: token["how"] for token in first["tokens"]}
    assert how["memo"] == "typed"
    assert how["depositing"] in ("stem", "synonym", "near")
    assert not any(words.endswith("*") for words in how)


async def test_a_slip_and_nonsense_are_named(kai: Client) -> None:
    [token] = (await tried(kai, "withdrawel"))["now"]["hits"][0]["tokens"]
    assert token["how"] in ("near", "stem")
    nothing = (await tried(kai, "zzyzx qwertzuiop"))["now"]
    assert (nothing["good"], nothing["quoted"], nothing["quote"]) == (False, "", "")


async def test_a_phrase_of_single_characters_shows_what_it_means(kai: Client) -> None:
    first = (await tried(kai, "充u没到账", "zh"))["now"]["hits"][0]
    assert first["slug"] == "deposit-not-credited"
    assert "synonym" in {token["how"] for token in first["tokens"]}


async def test_asking_here_is_no_gap(world: World, kai: Client) -> None:
    await tried(kai, "zzyzx qwertzuiop")
    assert await world.kit.db.fetchval("select count(*) from search_gap") == 0


async def test_what_a_draft_would_change_is_seen_before_anybody_reads_it(kai: Client) -> None:
    made = await kai.ok("POST", "/knowledge/articles", json={"slug": "stake", "category": "products", "language": "en", "title": "Staking zorgcoin"})
    both = await tried(kai, "staking zorgcoin", drafts=True)
    assert both["drafts"]["hits"][0]["slug"] == "stake"
    assert both["drafts"]["hits"][0]["version"] == 0
    assert all(hit["slug"] != "stake" for hit in both["now"]["hits"])
    assert (await tried(kai, "staking zorgcoin"))["drafts"] is None
    buckets.clear()
    assert made["id"]


async def test_a_question_warns_when_a_publication_makes_it_worse(world: World, kai: Client) -> None:
    asked = {"language": "en", "question": "forgot the memo", "slug": "memo-tag"}
    made = await kai.ok("POST", "/editing/questions", json=asked)
    [row] = (await kai.ok("GET", "/editing/questions"))["questions"]
    assert (row["asked"]["place"], row["asked"]["answered"], row["asked"]["worse_at"], row["asked"]["by"]) == (1, True, None, cast.KAI.name)
    await publish(kai, "find-txid", title="Forgot the memo, forgot the memo: where to find it", keywords="forgot the memo forgot memo")
    await publish(kai, "memo-tag", title="Tags", summary="About tags.", keywords="tag", body="## A {#stuck}\n\nTags.\n")
    await world.react()
    assert await world.kit.db.fetchval("select count(*) from pgqueuer where entrypoint = 'editing.questions'") >= 1
    await jobs.ask.run(world.kit, jobs.Published(0))
    [row] = (await kai.ok("GET", "/editing/questions"))["questions"]
    assert row["asked"]["worse_at"]
    assert row["asked"]["was"] == 1
    assert row["asked"]["place"] != 1
    assert "Search became worse: forgot the memo" in (await kai.get("/notices")).text
    assert await world.kit.db.fetchval("select count(*) from event where kind = 'editing.question_worsened'") == 1
    assert await ask_all(world.kit) == 0, "it is told once"
    await publish(kai, "memo-tag", title="Forgot the memo or tag", keywords="forgot the memo forgot memo", body="## A {#stuck}\n\nForgot the memo.\n")
    await publish(kai, "find-txid", title="Where to find the transaction id", keywords="txid")
    await ask_all(world.kit)
    [row] = (await kai.ok("GET", "/editing/questions"))["questions"]
    assert (row["asked"]["place"], row["asked"]["worse_at"], row["asked"]["was"]) == (1, None, None)
    await kai.ok("DELETE", f"/editing/questions/{made['id']}")
    assert (await kai.ok("GET", "/editing/questions"))["questions"] == []
    assert (await kai.delete(f"/editing/questions/{made['id']}")).status_code == 404


async def test_a_draft_is_tried_against_the_questions_before_it_is_published(kai: Client) -> None:
    await kai.ok("POST", "/editing/questions", json={"language": "en", "question": "forgot the memo", "slug": "memo-tag"})
    listed = await kai.ok("GET", "/knowledge/articles?q=find-txid")
    await draft(kai, listed["articles"][0]["id"], title="Forgot the memo", summary="Forgot the memo.", body="## A {#stuck}\n\nForgot the memo.\n")
    buckets.clear()
    [row] = (await kai.ok("GET", "/editing/questions?drafts=true"))["questions"]
    assert row["asked"]["place"] == 1
    assert row["ahead"] != 1


async def test_what_is_no_question_is_refused(kai: Client) -> None:
    for change, status in (({"question": "   "}, 400), ({"question": "a\0b"}, 400), ({"slug": "nowhere"}, 404), ({"language": "English"}, 400)):
        buckets.clear()
        answer = await kai.post("/editing/questions", json={"language": "en", "question": "forgot the memo", "slug": "memo-tag"} | change)
        assert answer.status_code in (status, 422), (change, answer.text)
