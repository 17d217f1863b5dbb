"""kill -9 at any moment loses nothing that was accepted: counted at the receiver, over KILLS kills of one service."""
import base64, concurrent.futures, http.client, json, os, random, signal, threading, time
import pytest
from running import Service, wait_until
from strict_receiver import StrictReceiver

SECRET = "whsec_" + base64.b64encode(b"a crash test's secret of 32 bytes").decode()
KILLS = int(os.environ.get("KILLS", 10))
SEED = int(os.environ.get("SEED", random.randrange(1 << 32)))
AGENTS = ("jessica", "patrick", "benjamin")


class Guests:
    """People and programs that use the service while it is being killed, and remember what they were promised."""

    def __init__(self, service, receiver, rng, life):
        self.service, self.receiver, self.life = service, receiver, life
        self.seeds = [rng.randrange(1 << 32) for _ in range(4)]
        self.joined, self.keys, self.refused, self.over = {}, [], [], False

    def run(self):
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(self.guest, range(4), self.seeds))

    def guest(self, number, seed):
        rng = random.Random(seed)
        count = 0
        while not self.over:
            try:
                count += 1
                self.act(rng, f"r{self.life}-{number}-{count // 4}", f"{self.life}-{number}-{count}")
            except (OSError, http.client.HTTPException):
                return  # it is dead

    def act(self, rng, room, key):
        agent = rng.choice(AGENTS)
        body = {"room": room, "agent": agent, "callback_url": self.receiver.url, "callback_events": ["*"], "metadata": {"key": key}}
        answer = self.service.post("/voice/join", body, Idempotency_Key=key)
        if answer.status == 202:
            self.joined[answer.json["participant_id"]] = room
            self.keys.append((key, body, answer.body))
        elif answer.status != 409:  # the agent is in the room already
            self.refused.append(answer)
        self.service.post(f"/rooms/{room}/messages", {"from": "ana", "text": f"Hey {agent}, hello."})
        if rng.random() < 0.2:
            self.service.post("/voice/leave", {"room": room, "agent": agent})
        if rng.random() < 0.1:
            self.service.request("DELETE", f"/rooms/{room}")
        time.sleep(rng.random() * 0.05)


def start(parley, tmp_path):
    return Service(parley("serve", "--port", 0, "--data", tmp_path / "data", PARLEY_CALLBACK_SECRET=SECRET))


@pytest.fixture
def receiver():
    print(f"SEED={SEED} KILLS={KILLS}")
    receiver = StrictReceiver(SEED, trouble=0.05, secret=SECRET)
    yield receiver
    receiver.close()


def kept(service, room):
    """Every event of all lives of a room but its first one, as the last service still has them."""
    answer = service.get(f"/rooms/{room}/events", Last_Event_ID="1")
    assert answer.status == 200, answer
    events = [json.loads(line[6:]) for line in answer.body.decode().splitlines() if line.startswith("data: ")]
    assert [e["seq"] for e in events] == list(range(2, len(events) + 2)), f"{room} has a gap or a duplicate"
    return events


def judge(service, receiver, participants):
    """Every participant's story is whole, in order, and told by one id for each event."""
    rooms = {room: kept(service, room) for room in set(participants.values())}
    for participant, room in participants.items():
        told = receiver.of(participant)
        ids = {}
        for d in told:
            assert ids.setdefault(d.event["seq"], (d.id, d.body)) == (d.id, d.body), f"two messages of one number: {d.event}"
        assert len({id for id, _ in ids.values()}) == len(ids), "an id for two events"
        firsts = list(dict.fromkeys(d.event["seq"] for d in told))
        assert firsts == sorted(firsts), f"{participant} was told out of order: {firsts}"
        accepted = list(dict.fromkeys(d.event["seq"] for d in told if d.accepted))
        owed = [e["seq"] for e in rooms[room] if max(2, accepted[0]) <= e["seq"] <= accepted[-1]
                and e.get("participant_id", participant) == participant]
        assert [seq for seq in accepted if seq > 1] == owed, f"{participant} misses events"
        events = [d.event for d in told if d.accepted]
        assert all(e["room"] == room for e in events)
        mine = [e["status"] for e in events if e["type"] == "agent.status" and e["agent"] and e.get("participant_id") == participant]
        assert mine and mine[0] == "joining" and "left" in mine, (participant, mine)


@pytest.mark.timeout(90 + 6 * KILLS)
def test_nothing_accepted_is_lost_by_kill_9(parley, receiver, tmp_path):
    rng = random.Random(SEED)
    participants, keys, started = {}, [], time.monotonic()
    for life in range(KILLS + 1):
        service = start(parley, tmp_path)
        if keys:
            key, body, first = rng.choice(keys)
            again = service.post("/voice/join", body, Idempotency_Key=key)
            assert (again.status, again.body) == (202, first), f"a retry after a crash did something new: {again}"
        if life == KILLS:
            break
        guests = Guests(service, receiver, rng, life)
        crowd = threading.Thread(target=guests.run)
        crowd.start()
        # By what it has done rather than by the clock: a loaded machine does less in a second.
        enough, deadline = rng.randrange(8), time.monotonic() + 10
        while len(guests.joined) < enough and not guests.refused and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(rng.random() ** 2 * 0.3)
        service.command.process.send_signal(signal.SIGKILL)
        service.command.process.wait()
        guests.over = True
        crowd.join()
        assert not guests.refused, guests.refused
        participants |= guests.joined
        keys += guests.keys
    assert participants, "nobody was accepted: the kills came too early to say anything"
    # Whoever left, or whose room was deleted, was told the end then; everybody else's room was cut off.
    def unfinished():
        return [p for p in participants if not is_told_whole(receiver, p)]
    wait_until(lambda: not unfinished(), lambda: f"never told the end: {[(p, [d.event['type'] for d in receiver.of(p)][-3:]) for p in unfinished()[:5]]}", 60)
    judge(service, receiver, participants)
    assert not receiver.refused, receiver.refused[:3]
    crashes = sum(d.event.get("reason") == "crash" and d.event["type"] == "room.closed" for d in receiver.all)
    print(f"{KILLS} kills, {len(participants)} participants, {len(receiver.all)} deliveries, {crashes} of crashed rooms' ends, "
          f"{time.monotonic() - started:.1f} s")
    assert crashes, "no kill hit a room"
    assert service.command.stop() == 0


def is_told_whole(receiver, participant):
    mine = [d.event for d in receiver.of(participant) if d.accepted]
    left = next((e for e in mine if e["type"] == "agent.status" and e["status"] == "left"), None)
    if left is None:
        return False
    # Leaving a room that goes on ends with participant.left, everything else with the room.
    last = mine[-1]["type"]
    return last == "room.closed" or (left["reason"] in ("left", "removed", "replaced") and last == "participant.left")
