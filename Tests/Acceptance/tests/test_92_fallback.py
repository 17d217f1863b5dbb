"""Several Realtime servers in a list: who is given up is passed over, who is back is gone back to, and nobody forgets anything."""
import contextlib
import limits, personas
from fake_realtime import Fake

SETTINGS = "realtime:\n  - {{url: '{0}'}}\n  - {{url: '{1}'}}\nreconnect_initial: 100ms\nreconnect_attempts: 2\n"


@contextlib.asynccontextmanager
async def two_servers(kit, new_stage, name):
    """A service of its own with two servers; the second one hears the same voices as the first."""
    second = await Fake(personas.NAMES).start()
    try:
        config = kit.tmp / f"{name}.yaml"; config.write_text(SETTINGS.format(kit.fake.url, second.url))
        service = await kit.launch(name, args=["--config", str(config)], realtime=False)
        stage = new_stage(service); second.utterances = kit.fake.utterances
        yield stage, second
        assert not second.violations, second.violations
    finally: await second.stop()


def faults(ana, agent): return [e["error"]["code"] for e in ana.events if e["type"] == "agent.status" and e.get("agent") == agent and e.get("error")]


async def test_a_server_that_refuses_is_left_at_once_and_gone_back_to_at_the_next_rotation(kit, fake, new_stage):
    async with two_servers(kit, new_stage, "fallback") as (stage, second):
        ana = await stage.caller(name="Ana"); await stage.cast("scout")
        t = ana.mark(); await ana.say("Hey Scout, the code word is heron."); await ana.hears("scout", since=t); await ana.turn_over("scout")
        fake.plan("scout").refuse_always = 401; second.plan("scout").lifetime = 8; fake.agent("scout").abort()
        await ana.until(lambda: second.of("scout"), limits.RECONNECT, "the second server was not tried")
        await ana.quiet(0.5); t = ana.mark(); await ana.say("Scout, go on."); await ana.hears("scout", since=t); await ana.turn_over("scout")
        context = second.responses("scout")[-1].context
        assert sum("the code word is heron" in c for c in context) == 1 and any(c.startswith("assistant") for c in context), context
        assert "realtime_fallback" in faults(ana, "scout") and not fake.responses("scout")[1:], faults(ana, "scout")
        fake.plan("scout").refuse_always = None
        await ana.until(lambda: len(fake.of("scout", open_only=True)) == 1 and not second.of("scout", open_only=True), 12, "the first server was not gone back to")
        t = ana.mark(); await ana.say("Scout, once more."); await ana.hears("scout", since=t)
        context = fake.responses("scout")[-1].context
        assert sum("the code word is heron" in c for c in context) == 1 and sum("go on." in c for c in context) == 1, context


async def test_an_ear_moves_down_the_list_too(kit, fake, new_stage):
    async with two_servers(kit, new_stage, "fallback-ear") as (stage, second):
        fake.plan("ear").refuse_always = 404
        ana = await stage.caller(); await stage.cast("scout")
        await ana.until(lambda: second.ears(), limits.RECONNECT, "the second server was not asked for an ear")
        await ana.quiet(0.5); t = ana.mark(); await ana.say("Hey Scout, do you hear me?"); await ana.hears("scout", since=t)


async def test_only_when_the_last_server_is_given_up_the_agent_has_failed(kit, fake, new_stage):
    async with two_servers(kit, new_stage, "fallback-fails") as (stage, second):
        ana = await stage.caller(); fake.plan("nova").refuse_always = 403; second.plan("nova").refuse_always = 503
        answer = await stage.join("nova", wait=0); assert answer.status == 202, answer
        await ana.until(lambda: "realtime_unavailable" in faults(ana, "nova"), limits.MUTE, "the agent has not failed")
        tried = [h["agent"] for h in fake.handshakes].count("nova"), [h["agent"] for h in second.handshakes].count("nova")
        assert tried == (1, 2), tried
        assert faults(ana, "nova") == ["realtime_fallback", "realtime_unavailable"], faults(ana, "nova")
