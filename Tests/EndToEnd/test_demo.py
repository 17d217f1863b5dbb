"""`parley demo --once`: a conversation by speech recognition, and what its recording holds."""
import itertools, re
import numpy as np
from demo_run import callers_lines
import sound

# Between an event's time and the sound it is about: its own rounding, the line's opening, a frame either way.
SLACK = 0.08


def words(text):
    return re.findall(r"[a-z']+", text.lower())


def named(text, demo):
    return [word for word in words(text) if word in demo.names]


def barge_in(demo):
    """The long answer that the caller cuts off. (On a machine that is late, an answer may run into the next line, too.)"""
    return max((turn for turn in demo.turns if turn.outcome == "interrupted"), key=lambda turn: turn.heard)


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
    holders = [grants[0]["agent"] for _, grants in demo.asked]
    switches = [text for (text, grants), before in zip(demo.asked[1:], holders)
                if grants[0]["reason"] == "address" and named(text, demo) == [grants[0]["agent"]] != [before]]
    assert len(switches) >= 2, demo.asked


def test_a_mere_mention_moves_nothing(demo):
    before = None
    mentions = []
    for text, grants in demo.asked:
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


def test_the_caller_barges_in(demo):
    cut = barge_in(demo)
    spoken = demo.of("transcript.final", turn=cut.id)[0]
    assert spoken["interrupted"] and spoken["text"] == cut.text
    assert cut.text.startswith("With pleasure.") and not cut.text.endswith("keep."), "the whole answer was heard"


def test_everybody_answers_once(demo):
    text, grants = demo.asked[-1]
    assert "everybody" in words(text)
    assert [grant["reason"] for grant in grants] == ["all"] * 3
    assert {grant["agent"] for grant in grants} == demo.names
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
    """From the onset of the caller's voice in the recording; the voice may be 250 ms old before a detector is sure."""
    cut = barge_in(demo)
    lines = sound.stretches(demo.caller, demo.rate, pause=0.5, threshold=200)
    onset = next(start for start, _ in lines if cut.start < start < cut.end)
    end = next(end for start, end in sound.stretches(demo.agents, demo.rate) if start <= onset <= end + 0.5)
    print(f"silent {1000 * (end - onset):.0f} ms after the onset")
    assert end - onset <= 0.25


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
