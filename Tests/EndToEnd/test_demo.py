"""`parley demo --once`: a conversation by speech recognition, and what its recording holds."""
import base64, itertools, json, re
import numpy as np
from websockets.sync.client import connect
import yaml
from demo_run import callers_lines
from running import ROOT
import sound

# Between an event's time and the sound it is about: its own rounding, the line's opening, a frame either way.
SLACK = 0.08


def words(text):
    return re.findall(r"[a-z']+", text.lower())


def named(text, demo):
    return [word for word in words(text) if word in demo.names]


def persona(agent):
    return yaml.safe_load((ROOT / f"Agents/{agent}.md").read_text().split("---")[1])


def script(agent):
    return persona(agent)["script"]


def onwards(demo, time, end=None):
    """The stretches of agents' sound that end after `time`."""
    return [(start, stop) for start, stop in sound.stretches(demo.agents, demo.rate) if stop > time and (not end or start < end)]


def said_by_itself(parley, turn):
    """The samples of the same words when nobody cuts in, without the silence around them."""
    url = parley("realtime", "--port", 0).line("listening on http://").split("http://")[1].split()[0]
    with connect(f"ws://{url}/v1/realtime?model=scripted/{turn.agent}", open_timeout=10) as socket:
        output = {"voice": persona(turn.agent)["voice"]}
        socket.send(json.dumps({"type": "session.update", "session": {"type": "realtime", "audio": {"output": output}}}))
        order = {"instructions": f"Say exactly: {turn.text}"}
        socket.send(json.dumps({"type": "response.create", "response": order}))
        samples = b""
        while (event := json.loads(socket.recv(timeout=10)))["type"] != "response.done":
            assert event["type"] != "error", event
            if event["type"] == "response.output_audio.delta":
                samples += base64.b64decode(event["delta"])
    return np.trim_zeros(np.frombuffer(samples, "<i2"))


def silenced(demo, onset):
    """How long after `onset` the agents are silent, in seconds."""
    stop = onwards(demo, onset - 0.05)[0][1]
    print(f"silent {1000 * (stop - onset):.0f} ms after the onset")
    return stop - onset


# -- the conversation

def test_the_caller_is_heard_by_recognition(demo):
    said, heard = callers_lines(), [text for text, _ in demo.asked]
    assert len(heard) == len(said), heard
    for line, text in zip(said, heard):
        right = sum(word in words(text) for word in words(line))
        assert right >= 0.6 * len(words(line)), f"“{line}” was heard as “{text}”"


def test_what_was_heard_is_printed(demo):
    printed = [line.split("Caller: ")[1] for line in demo.lines if "  Caller: " in line]
    assert printed == [text for text, _ in demo.asked]


def test_there_are_eight_turns_or_more(demo):
    assert len(demo.turns) >= 8, [(turn.agent, turn.text) for turn in demo.turns]
    assert {turn.agent for turn in demo.turns} == demo.names and len(demo.names) == 3


def test_it_opens_by_name(demo):
    text, grants = demo.asked[0]
    assert [(grant["agent"], grant["reason"]) for grant in grants] == [(named(text, demo)[0], "address")]


def test_a_follow_up_without_a_name_stays(demo):
    text, grants = demo.asked[1]
    assert named(text, demo) == []
    assert [(grant["agent"], grant["reason"]) for grant in grants] == [(demo.turns[0].agent, "floor")]


def test_another_name_switches(demo):
    holders = [grants[0]["agent"] for _, grants in demo.answered]
    switches = [text for (text, grants), before in zip(demo.answered[1:], holders)
                if grants[0]["reason"] == "address" and named(text, demo) == [grants[0]["agent"]] != [before]]
    assert len(switches) >= 2, demo.asked


def test_a_mere_mention_moves_nothing(demo):
    before = None
    mentions = []
    for text, grants in demo.answered:
        if grants[0]["reason"] == "floor" and named(text, demo):
            assert grants[0]["agent"] == before and before not in named(text, demo), text
            mentions.append(text)
        before = grants[-1]["agent"]
    assert mentions, demo.asked


def test_an_agent_hands_over(demo):
    request = demo.of("turn.requested")[0]
    turn = next(turn for turn in demo.turns if turn.reason == "request")
    asking = [other for other in demo.turns if other.end <= turn.start + 0.001][-1]
    assert (request["from"], request["to"]) == (asking.agent, turn.agent)
    assert asking.outcome == "completed", "its sentence is finished first"
    assert request["reason"]


def test_a_backchannel_ends_nothing_and_asks_nobody(demo):
    _, turn = demo.cut_into_by("I see")
    assert turn.outcome == "completed" and turn.text in [rule["say"] for rule in script(turn.agent)]
    assert [grants for text, grants in demo.asked if "I see" in text] == [[]]
    assert not demo.of("transcript.final", turn=turn.id)[0]["interrupted"]
    assert demo.remark("I see") == f"▸ {turn.agent.capitalize()} goes on"


def test_a_correction_passes_the_question_on(demo):
    _, cut = demo.cut_into_by("not you")
    text, grants = next((text, grants) for text, grants in demo.asked if "not you" in text)
    wrong, right = named(text, demo)
    assert cut.agent == wrong and cut.outcome == "interrupted"
    assert [(grant["agent"], grant["reason"]) for grant in grants] == [(right, "address")]
    # Who was meant knows the question, which was put to another.
    turn = next(turn for turn in demo.turns if turn.id == grants[0]["turn"])
    assert turn.text.startswith("With pleasure.")


def test_what_was_cut_off_was_not_said(demo):
    for words in ("not you", "Stop"):
        _, cut = demo.cut_into_by(words)
        said = demo.of("transcript.final", turn=cut.id)[0]
        whole = next(rule["say"] for rule in script(cut.agent) if rule["say"].startswith(cut.text[:8]))
        assert said["interrupted"] and said["text"] == cut.text and cut.outcome == "interrupted"
        assert whole.startswith(cut.text) and len(cut.text) < len(whole) / 2, "the whole answer was heard"


def test_stop_leaves_the_floor_open(demo):
    _, cut = demo.cut_into_by("Stop")
    assert cut.outcome == "interrupted"
    assert [grants for text, grants in demo.asked if "Stop" in text] == [[]]
    assert demo.remark("Stop") == "▸ the floor is open: nobody is asked to answer"


def test_everybody_answers_once(demo):
    text, grants = demo.asked[-1]
    assert "everybody" in words(text)
    assert [grant["reason"] for grant in grants] == ["all"] * 3
    assert {grant["agent"] for grant in grants} == demo.names
    assert [turn.agent for turn in demo.turns[-3:]] == [grant["agent"] for grant in grants]
    assert all(turn.outcome == "completed" for turn in demo.turns[-3:])


# -- the recording

def test_never_two_at_once(demo):
    """Two turns' sound at one time would make the sounding time shorter than what was heard of each, summed up."""
    for turn, following in itertools.pairwise(demo.turns):
        assert turn.end <= following.start + 0.001, (turn.id, following.id)
    sounding = sum(end - start for start, end in sound.stretches(demo.agents, demo.rate))
    heard = sum(turn.heard for turn in demo.turns)
    print(f"sounding {sounding:.2f} s, heard {heard:.2f} s")
    assert abs(sounding - heard) <= 0.03 * heard


def test_no_agent_sounds_outside_a_turn(demo):
    left = demo.agents.copy()
    for turn in demo.turns:
        left[int((turn.start - SLACK) * demo.rate):int((turn.end + SLACK) * demo.rate)] = 0
    assert sound.stretches(left, demo.rate) == []


def test_the_caller_silences_an_agent_at_once(demo):
    """From the onset of the caller's voice in the recording: in 100 ms as a rule, and on no machine later than in 250."""
    delays = [silenced(demo, demo.cut_into_by(words)[0]) for words in ("I see", "not you", "Stop")]
    assert max(delays) <= 0.25 and np.median(delays) <= 0.1, delays


def test_after_stop_nobody_sounds_until_the_caller_speaks_again(demo):
    onset, _ = demo.cut_into_by("Stop")
    lines = [start for start, _ in sound.stretches(demo.caller, demo.rate, pause=0.5, threshold=200)]
    following = next(start for start in lines if start > onset + 0.5)
    quiet = following - onset - silenced(demo, onset)
    print(f"{quiet:.1f} s of silence")
    assert quiet >= 2 and onwards(demo, onset + silenced(demo, onset), following) == []


def test_a_backchannel_costs_nothing_of_the_answer(demo, parley):
    """What sounds of it, before and after the pause, is as long as the same words when nobody cuts in."""
    onset, turn = demo.cut_into_by("I see")
    alone = said_by_itself(parley, turn)
    whole, voiced = len(alone) / demo.rate, np.count_nonzero(alone) / demo.rate
    halves = [(start, end) for start, end in sound.stretches(demo.agents, demo.rate, pause=0.5)
              if turn.start - SLACK < start < turn.end]
    # Samples that are no silence: a cut between two words makes the pause longer, and a frame that comes late puts a gap in.
    sounding = sum(np.count_nonzero(demo.agents[int(start * demo.rate):int(end * demo.rate)]) for start, end in halves) / demo.rate
    print(f"{sounding:.3f} s of {voiced:.3f} s sounded, {turn.heard:.3f} s heard, of {whole:.3f} s; paused {halves[1][0] - halves[0][1]:.2f} s")
    assert len(halves) == 2 and halves[0][1] - 0.1 <= onset <= halves[0][1] + SLACK, halves
    assert abs(turn.heard - whole) <= 0.02
    # Nothing is taken out, nothing is said twice; but what was on its way when the service cleared it counts as heard, so it may be as
    # much as a busy machine lags. A player's whole lead would be 120 ms and more.
    assert abs(sounding - voiced) <= 0.08


def test_three_voices_that_nobody_confuses(demo):
    """The voices are flite's, so the spectrum is what tells them apart, and for one of them the pitch.

    Two turns of one agent differ by 2.4 to 5.4 dB, for they say other words and few; all turns of two agents together
    must differ by more than that, and each turn must be nearer to its own agent's other turns than to anybody else's.
    """
    voices = {name: [sound.timbre(turn.samples, demo.rate) for turn in demo.turns if turn.agent == name]
              for name in sorted(demo.names)}
    for one, other in itertools.combinations(voices, 2):
        apart = sound.timbre_distance(np.mean(voices[one], axis=0), np.mean(voices[other], axis=0))
        print(f"{one} and {other}: {apart:.1f} dB apart")
        assert apart >= 5
    for name, turns in voices.items():
        for index, turn in enumerate(turns):
            rest = turns[:index] + turns[index + 1:]
            own = sound.timbre_distance(turn, np.mean(rest, axis=0))
            others = {other: sound.timbre_distance(turn, np.mean(voices[other], axis=0)) for other in voices if other != name}
            assert own < min(others.values()), f"{name}'s turn {index}: {own:.1f} dB from {name}, {others}"


def test_one_of_them_speaks_higher(demo):
    """More than a fourth (5 semitones, a third more) lies between women's and men's voices."""
    pitches = {name: np.median([sound.pitch(turn.samples, demo.rate) for turn in demo.turns if turn.agent == name])
               for name in demo.names}
    print({name: f"{pitch:.0f} Hz" for name, pitch in pitches.items()})
    low, _, high = sorted(pitches.values())
    assert high / low > 4 / 3
