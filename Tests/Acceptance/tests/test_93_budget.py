"""A session holds no more than its budget: the oldest talk becomes a summary, or a note, in every session; never silently."""
import limits
from fake_realtime import Script
from talking import exactly_once_in_order


async def small(kit, new_stage, fake, *cast):
    """A room whose sessions may hold eight items, and a caller who types; answers are short."""
    stage = new_stage(await kit.launch("budget", args=["--session-items", "8"])); ana = await stage.caller(name="Ana"); await stage.cast(*cast)
    for a in (*cast, "nova"): fake.plan(a).default_ms = 300
    return stage, ana


async def talk(ana, *numbers, agent="scout"):
    for n in numbers:
        t = ana.mark(); await ana.send({"type": "message", "text": f"{agent.capitalize()}, this is remark {n}."}); await ana.turn_over(agent, since=t); await ana.quiet(0.2)


def out_of_band(fake, agent): return [r for s in fake.of(agent) for r in s.responses if r.out_of_band]


async def test_the_oldest_talk_becomes_a_summary_in_every_session(kit, new_stage, fake):
    stage, ana = await small(kit, new_stage, fake, "scout"); fake.plan("scout").summaries.append(Script(text="Ana made two remarks.", ms=0))
    await talk(ana, 1, 2, 3, 4); e = await ana.event("context.condensed")
    assert e["agent"] == "scout" and e["by"] == "summary" and "reason" not in e and e["utterances"] >= 3 and e["tokens_before"] > e["tokens_after"] > 0, e
    r = out_of_band(fake, "scout")[0]; p = r.params; lines = p["input"][0]["content"][0]["text"].split("\n")
    assert p["conversation"] == "none" and p["output_modalities"] == ["text"] and p["tool_choice"] == "none" and p["metadata"]["purpose"] == "summary", p
    assert [x.split("]")[0] for x in lines] == (["[Ana", "[Scout"] * 4)[:e["utterances"]] and "remark 2" in lines[2], lines
    await talk(ana, 5); c = fake.responses("scout")[-1].context
    assert c[0] == "user: [Summary of what was said before] Ana made two remarks." and not any("remark 1" in x or "remark 2" in x for x in c), c
    exactly_once_in_order(fake.responses("scout")[-1], "[Summary", "remark 3.", "remark 4.", "remark 5.")
    await stage.join("nova"); await ana.quiet(0.3); await talk(ana, 6, agent="nova"); c = fake.responses("nova")[0].context
    assert sum("[Summary of what was said before]" in x for x in c) == 1 and c[0].startswith("user: [Summary") and "remark 6" in c[-1], c
    told = (await stage.get("/transcript")).json["utterances"]; assert sum("remark" in u["text"] for u in told) == 6, told
    for s in fake.sessions: assert not s.errors, s.errors


async def test_a_new_session_gets_the_summary_and_the_rest(kit, new_stage, fake):
    stage, ana = await small(kit, new_stage, fake, "scout"); await talk(ana, 1, 2, 3, 4); await ana.event("context.condensed")
    await fake.agent("scout").ws.close(code=1001); await ana.until(lambda: len(fake.of("scout")) > 1, limits.RECONNECT, "no reconnection"); await ana.quiet(0.3)
    await talk(ana, 5); exactly_once_in_order(fake.responses("scout")[-1], "[Summary of what was said before] OK", "remark 3.", "remark 4.", "remark 5.")


async def test_where_no_summary_can_be_made_a_note_says_what_was_left_out(kit, new_stage, fake):
    stage, ana = await small(kit, new_stage, fake, "scout"); fake.plan("scout").summaries.append(Script(ms=0, fault="failed"))
    await talk(ana, 1, 2, 3, 4); e = await ana.event("context.condensed"); assert e["by"] == "dropped" and e["reason"] == "failed", e
    await talk(ana, 5); c = fake.responses("scout")[-1].context
    assert c[0] == f"user: [Earlier talk was left out: {e['utterances']} utterances by Ana, Scout.]" and "remark 5" in c[-1], c
    assert not ana.find("error"), ana.find("error")
