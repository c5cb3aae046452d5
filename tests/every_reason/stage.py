"""Customers who really sign in at the demo exchange, the desk, and the scenario clock."""

import json
import re

import httpx2
import msgspec

from farol.app.demo import cast as people
from farol.app.demo.exchange.app import Parts
from farol.core.exchange.published import Published
from farol.desk.triage import jobs
from farol.kit.jobs import JOBS
from tests.world import EXCHANGE, FAROL, Client, World, identity

QUEUED = "select id, payload from pgqueuer where entrypoint = $1 and status = 'queued' order by id"


class Stage:
    """Everything a customer, an agent and the exchange do in these tests."""

    def __init__(self, world: World, parts: Parts, site: httpx2.AsyncClient) -> None:
        self.world, self.parts, self.site = world, parts, site

    async def sign_in(self, who: people.CastCustomer) -> Client:
        """At the exchange, by its own page, and from there to Farol. Whose account takes no sign-ins still has the session that the
        exchange's app holds."""
        answer = await self.site.post("/sign-in", data={"uid": who.uid}, headers={"origin": "http://demo"})
        if answer.status_code == 403:
            return await self.world.customer(who)
        assert answer.status_code == 303, answer.text
        token = (await self.site.get("/farol-identity")).json()["identity"]
        session = await self.world.client(FAROL + "/api/customer", {"origin": EXCHANGE}).ok("POST", "/session", json={"identity": token})
        return self.world.client(FAROL + "/api/customer", {"origin": EXCHANGE, "authorization": f"Bearer {session['token']}"})

    async def browser(self, who: people.CastCustomer, language: str = "") -> Client:
        """The same person on the pages of Farol, in the language they choose there."""
        door = self.world.client(FAROL, {"origin": EXCHANGE})
        answer = await door.post("/my/session", data={"identity": identity(self.world.kit, who)})
        cookies = dict(re.findall(r"(farol_\w+)=([^;]+)", "\n".join(answer.headers.get_list("set-cookie"))))
        cookies |= {"farol_lang": language} if language else {}
        return self.world.client(FAROL, {"origin": FAROL, "cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())})

    async def sort(self) -> None:
        """Lets reactions run, and the job of triage that they queue."""
        await self.world.react()
        for row in await self.world.kit.db.fetch(QUEUED, jobs.sort.name):
            await JOBS[jobs.sort.name].run(self.world.kit, msgspec.json.decode(bytes(row["payload"]), type=jobs.Sort))
            await self.world.kit.db.execute("delete from pgqueuer where id = $1", row["id"])
        await self.world.react()

    async def play(self, step: str, uid: str, **params: str) -> None:
        """A step of the scenario clock, over its API."""
        answer = await self.site.post(f"/demo/scenes/{step}", content=json.dumps({"uid": uid, **params}),
                                      headers={"origin": "http://demo", "content-type": "application/json"})  # fmt: skip
        assert answer.status_code == 200, answer.text
        self.world.kit.put(Published())  # what the desk has read of networks is some seconds old at most
