"""The rooms of a soak: each is opened, filled, talked in, closed and opened again, for as long as the soak lasts."""
import asyncio, contextlib, random, time
import aiohttp
from .guest import Guest
from .ledger import LONGEST_SILENCE, TOLERANCE

now = time.monotonic

# Four to a room: a name is one persona's alone, also across rooms.
NAMES = ["Scout", "Nova", "Atlas", "Tess", "Luna", "Quentin", "Hector", "Iris", "Felix", "Mara", "Otto", "Vera",
         "Boris", "Celia", "Dario", "Edith", "Gustav", "Hilda", "Konrad", "Paula", "Ramon", "Sophie", "Walter", "Yvonne"]
MOST_ROOMS = len(NAMES) // 4
PEOPLE = ("ana", "ben")
# A person who gets no answer says it again, and at some point gives up.
AGAIN, PATIENCE = 5.0, 40.0
# Of a hundred things people do.
ACTS = {"ask": 46, "barge in": 14, "say mhm": 8, "type": 8, "ask everybody": 4, "press stop": 4, "call on": 4,
        "come or go": 6, "change the cast": 6}


def cast_of(number): return NAMES[4 * number:4 * number + 4]


def write_personas(folder, rooms, tool_port):
    """A cast of its own for every room, so that the server knows whose session it has; {persona id: (room, voice)}."""
    folder.mkdir(parents=True)
    cast = {}
    for number in range(rooms):
        for voice, name in enumerate(cast_of(number)):
            identity = name.lower()
            cast[identity] = (f"soak-{number}", voice)
            (folder / f"{identity}.md").write_text(f"""---
name: {name}
voice: marin
language: en
realtime: {{model: gpt-realtime-kit-{identity}}}
tools:
  - name: lookup_order
    description: Look up an order by its id
    parameters: {{type: object, properties: {{order_id: {{type: string}}}}, required: [order_id]}}
    http: {{method: POST, url: "http://127.0.0.1:{tool_port}/tool/lookup_order", timeout: 3s}}
  - name: slow_lookup
    description: Look up something that takes long
    parameters: {{type: object, properties: {{order_id: {{type: string}}}}, required: [order_id]}}
    http: {{method: POST, url: "http://127.0.0.1:{tool_port}/tool/slow_lookup", timeout: 1s}}
    filler: Let me look that up.
---
You are {name}. KIT-AGENT:{identity}
""")
    return cast


class Room:
    """What the kit calls a stage: where callers come from."""

    def __init__(self, number, service, fake, ledger, seed):
        self.number, self.room = number, f"soak-{number}"
        self.cast = [name.lower() for name in cast_of(number)]
        self.svc, self.fake, self.ledger = service, fake, ledger
        self.rng = random.Random(f"{seed}-{number}")
        self.agents, self.guests, self.lost = [], {}, set()
        self.is_open, self.granted_at = False, 0.0

    # -- what the room says
    def learn(self, event):
        # Every caller is told; one of them counts.
        first = next(iter(self.guests.values()), None)
        match event.get("type"):
            case "agent.status" if event.get("status") == "failed":
                self.lost.add(event["agent"])
            case "turn.ended" if first and first.events and first.events[-1] is event:
                self.ledger.outcomes[event["outcome"]] += 1

    # -- its life
    async def live(self, until):
        while now() < until and self.svc.alive():
            try:
                await self.call(until)
            except (aiohttp.ClientError, asyncio.TimeoutError, OSError) as error:
                # A request that was not answered: with the service alive, too, that is its fault.
                self.ledger.wrong(f"{self.room}: {error!r}")
            await asyncio.sleep(self.rng.uniform(0.1, 1.0))

    async def call(self, until):
        """One call, from the first who comes to the last who goes."""
        await self.open()
        for _ in range(self.rng.randint(5, 12)):
            if now() >= until:
                break
            await self.bring_back()
            await self.act()
        await self.close()

    async def open(self):
        self.ledger.opened += 1
        self.is_open = True
        self.agents = self.rng.sample(self.cast, self.rng.choice([2, 3, 3]))
        steps = [self.join(agent) for agent in self.agents] + [self.come("ana")]
        if self.rng.random() < 0.5:
            steps.append(self.come("ben"))
        self.rng.shuffle(steps)
        await asyncio.gather(*steps)
        await asyncio.sleep(0.5)

    async def close(self):
        """As rooms end in life: with everybody in it, or after they went."""
        self.is_open = False
        if self.rng.random() < 0.5:
            await self.everybody_leaves()
        answer = await self.svc.delete(f"/rooms/{self.room}")
        if answer.status not in (204, 404):
            self.ledger.wrong(f"DELETE {self.room}: {answer}")
        await self.everybody_leaves()
        self.lost.clear()
        self.ledger.closed += 1

    async def everybody_leaves(self):
        for guest in list(self.guests.values()):
            await self.go(guest)

    # -- coming and going
    async def join(self, agent):
        answer = await self.svc.post("/voice/join", {"room": self.room, "agent": agent})
        if answer.status not in (202, 409):
            self.ledger.wrong(f"join {agent}: {answer}")

    async def bring_back(self):
        """An agent whose handshake was refused for good stays away until somebody asks for it again."""
        for agent in sorted(self.lost & set(self.agents)):
            await self.join(agent)
        self.lost.clear()

    async def come(self, name):
        guest = Guest(self, f"{name}-{self.number}", name=name.capitalize())
        try:
            await guest.connect()
            self.guests[name] = guest
        except aiohttp.WSServerHandshakeError as refused:
            # Whoever vanished may still be thought to be here.
            if refused.status != 409:
                self.ledger.wrong(f"{self.room}: {name}'s line was refused with {refused.status}")

    async def go(self, guest):
        self.guests = {name: other for name, other in self.guests.items() if other is not guest}
        if self.rng.random() < 0.3:
            guest.vanish()
        else:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(guest.close(), 3)

    # -- what people do
    async def act(self):
        name = self.rng.choices(list(ACTS), list(ACTS.values()))[0]
        self.ledger.acts[name] += 1
        if not self.guests:
            await self.come("ana")
        if not self.guests:
            return await asyncio.sleep(0.5)
        guest = self.rng.choice(list(self.guests.values()))
        agent = self.rng.choice(self.agents)
        await getattr(self, name.replace(" ", "_"))(guest, agent.capitalize(), agent)

    async def ask(self, guest, name, _):
        if await self.answer(guest, f"Hey {name}, what do you think about it?"):
            await guest.silence()

    async def ask_everybody(self, guest, _, __):
        if await self.answer(guest, "What does everybody think about it?"):
            await guest.silence(1.0, 20.0)

    async def barge_in(self, guest, name, _):
        if await self.answer(guest, f"Hey {name}, tell me all about it."):
            await asyncio.sleep(self.rng.uniform(0.1, 1.0))
            other = self.rng.choice(self.agents).capitalize()
            if await self.answer(guest, f"Wait a moment, {other}, what about you?"):
                await guest.silence()

    async def say_mhm(self, guest, name, _):
        if await self.answer(guest, f"Hey {name}, how did it go?"):
            await asyncio.sleep(0.3)
            await self.speak(guest, "mhm", 300)
            await asyncio.sleep(1.0)
            await guest.silence()

    async def type(self, guest, name, _):
        heard = self.answer(guest, f"{name}, in one sentence, please.", is_typed=True)
        if await heard:
            await guest.silence()

    async def press_stop(self, guest, name, _):
        if await self.answer(guest, f"Hey {name}, one more thing."):
            answer = await self.svc.post(f"/rooms/{self.room}/interrupt")
            if answer.status != 204:
                self.ledger.wrong(f"interrupt: {answer}")
            await guest.silence()

    async def call_on(self, guest, _, agent):
        answer = await self.svc.post(f"/rooms/{self.room}/turns", {"agent": agent, "instructions": "Sum it up."})
        if answer.status not in (202, 404):
            self.ledger.wrong(f"turns: {answer}")
        await asyncio.sleep(1.5)
        await guest.silence()

    async def come_or_go(self, guest, _, __):
        if len(self.guests) > 1:
            return await self.go(guest)
        await self.come("ben" if "ana" in self.guests else "ana")

    async def change_the_cast(self, _, __, agent):
        if self.rng.random() < 0.5 and len(self.agents) > 1:
            self.agents.remove(agent)
            answer = await self.svc.post("/voice/leave", {"room": self.room, "agent": agent})
            if answer.status not in (202, 404):
                self.ledger.wrong(f"leave {agent}: {answer}")
        else:
            agent = self.rng.choice(self.cast)
            if agent not in self.agents:
                self.agents.append(agent)
            await self.join(agent)

    # -- speaking and being answered
    async def speak(self, guest, text, ms):
        utterance = guest.start(text, ms)
        end = now() + ms / 1000 + 5
        while not utterance.t_end and now() < end and not guest.ws.closed:
            await asyncio.sleep(0.01)
        return utterance.t_end or now()

    async def say(self, guest, text, is_typed):
        if is_typed:
            with contextlib.suppress(ConnectionError, RuntimeError):
                await guest.send({"type": "message", "text": text})
            return now()
        return await self.speak(guest, text, 900)

    async def answer(self, guest, text, is_typed=False):
        """Says it, again when nothing comes of it, until some agent is heard. False when nobody ever is.

        What is judged: from the last sign (sound, a turn's event, or the fault that is to blame) never more than 10 s."""
        asked = spoken = await self.say(guest, text, is_typed)
        guest.listen_anew()
        while now() - asked < PATIENCE and not guest.ws.closed:
            sign = max(guest.last_sign(asked), self.ledger.last_fault(self.room))
            if guest.first_after is not None:
                # Who looks something up first answers when that is there: no measure of the room.
                if spoken == asked and not is_typed and guest.last_tool < asked:
                    self.ledger.answered(self.room, guest.first_after - asked, guest.story(asked))
                return True
            if now() - sign > LONGEST_SILENCE + TOLERANCE:
                self.ledger.silence(self.room, now() - sign)
                self.ledger.wrong(f"    {guest.story(now() - 30)}")
                return False
            if now() - max(sign, spoken) > AGAIN:
                self.ledger.silence(self.room, now() - sign)
                self.ledger.acts["say it again"] += 1
                spoken = await self.say(guest, text, is_typed)
            await asyncio.sleep(0.02)
        if not guest.ws.closed:
            self.ledger.wrong(f"{self.room}: {guest.identity} was not answered in {PATIENCE:.0f} s: {guest.story(asked)}")
        return False
