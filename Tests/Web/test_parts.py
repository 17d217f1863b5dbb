"""The page's parts by themselves, in the Chromium that runs them: resampler, jitter buffer, ledger, model, words."""
import pytest
from browser import Visitor


@pytest.fixture(scope="module")
def run(browser, service):
    """Runs the body of an async function in a page of the service's origin."""
    visitor = Visitor(browser, service.url)
    visitor.forgive("404")  # a picture names no icon of its own
    page = visitor.goto("/page/icon.svg")
    yield lambda code: page.evaluate("async () => {" + code + "}")
    visitor.close()


# Puts a sine of `pitch` through, in blocks of `block`; how loud it comes out in decibels (its own level, and all else).
SINE = """
    const { Resampler } = await import('/page/sound/resampler.js');
    const through = (from, to, pitch, block) => {
        const resampler = new Resampler(from, to), out = new Float32Array(to + 4096), input = new Float32Array(block);
        let written = 0;
        for (let n = 0; n + block <= from; n += block) {
            for (let i = 0; i < block; i++) input[i] = Math.sin(2 * Math.PI * pitch * (n + i) / from);
            written += resampler.process(input, block, out, written);
        }
        // Its beginning is silence running out of the filter.
        const part = out.subarray(Math.floor(to / 4), Math.floor(to * 3 / 4));
        let sine = 0, cosine = 0, all = 0;
        part.forEach((value, n) => {
            sine += value * Math.sin(2 * Math.PI * pitch * n / to);
            cosine += value * Math.cos(2 * Math.PI * pitch * n / to);
            all += value * value;
        });
        const own = 2 * (sine * sine + cosine * cosine) / part.length;
        const decibels = (power) => 10 * Math.log10(Math.max(power, 1e-12) / (part.length / 2));
        return { written, own: decibels(own), rest: decibels(all - own), all: decibels(all) };
    };
"""


@pytest.mark.parametrize("from_,to", [(48000, 24000), (44100, 24000), (24000, 48000), (24000, 44100), (16000, 24000), (96000, 24000)])
def test_what_a_rate_can_hold_passes_and_the_rest_is_gone(run, from_, to):
    band = min(from_, to) / 2
    for pitch in (200, 1000, 0.5 * band, 0.8 * band):
        through = run(SINE + f"return through({from_}, {to}, {pitch}, 128);")
        assert abs(through["own"]) < 0.1 and through["rest"] < -60, (pitch, through)
        assert abs(through["written"] - to) < 0.01 * to
    if from_ > to:
        # Would come back as another tone.
        folded = run(SINE + f"return through({from_}, {to}, {1.15 * band}, 128);")
        assert folded["all"] < -60, folded


def test_blocks_of_any_size_make_the_same_sound(run):
    assert run("""
        const { Resampler } = await import('/page/sound/resampler.js');
        const noise = Float32Array.from({ length: 6000 }, (_, i) => Math.sin(i * i * 0.001));
        const cut = (sizes) => {
            const resampler = new Resampler(44100, 24000), out = new Float32Array(8000);
            let at = 0, written = 0;
            for (let k = 0; at < noise.length; k++) {
                const count = Math.min(sizes[k % sizes.length], noise.length - at);
                written += resampler.process(noise.subarray(at, at + count), count, out, written);
                at += count;
            }
            return [...out.subarray(0, written)];
        };
        const whole = cut([6000]), parts = cut([1, 128, 7, 480]);
        return whole.length === parts.length && whole.every((value, i) => Math.abs(value - parts[i]) < 1e-6);""")


# Frames come as `arrivals` says, in milliseconds; who plays them notes when there are none left.
JITTER = """
    const { Jitter } = await import('/page/sound/jitter.js');
    const listen = (arrivals) => {
        const jitter = new Jitter();
        let until = null;
        for (const at of arrivals) {
            if (until !== null && at > until) jitter.ranDry(until);
            jitter.arrived(at);
            until = Math.max(until ?? at, at) + 20;
        }
        const { target, jitter: spread, underruns, missing } = jitter;
        return { target, spread, underruns, missing };
    };
    const flow = (count, from = 0, step = 20) => Array.from({ length: count }, (_, n) => from + n * step);
"""


def test_the_jitter_buffer_follows_the_network(run):
    calm, rough, lead = run(JITTER + """
        const late = (n) => (n * 7919 % 13) * 8;
        const inOrder = (arrivals) => arrivals.map((at, n) => Math.max(...arrivals.slice(0, n + 1)));
        return [listen(flow(500)), listen(inOrder(flow(500).map((at, n) => at + late(n)))),
                listen(inOrder(flow(500).map((at, n) => Math.max(0, at - 180) + late(n))))];""")
    assert calm["spread"] < 1 and calm["target"] < 45 and calm["underruns"] == 0, calm
    assert 45 < rough["target"] <= 160 and 15 < rough["spread"] < 100, rough
    assert lead["target"] < 60, "the service's lead already covers it"


@pytest.mark.parametrize("arrivals", [
    "flow(300, 0, 31)",                                                          # made slower than it is spoken
    "[...flow(100), ...flow(100, 2300), ...flow(100, 4700)]",                    # stops twice, and begins as steadily
    "[...flow(100, 0), ...flow(5, 2200, 0), ...flow(100, 2220)]",                # begins again with a lead
    "[...flow(100), ...flow(100, 2080), ...flow(100, 4160), ...flow(100, 6240)]"])
def test_a_voice_that_is_slow_to_come_is_not_the_network_s_fault(run, arrivals):
    heard = run(JITTER + f"return listen({arrivals});")
    assert heard["spread"] < 3 and heard["target"] < 45 and heard["underruns"] == 0 and heard["missing"] == 0, heard


def test_what_a_network_holds_back_and_brings_at_once_is_counted_as_silence(run):
    heard = run(JITTER + "return listen([...flow(100), ...flow(15, 2300, 0), ...flow(100, 2300)]);")
    assert heard["underruns"] == 1 and abs(heard["missing"] - 300) < 21 and heard["target"] > 50, heard


def test_nothing_is_missing_when_somebody_cut_in(run):
    assert run(JITTER + """
        const jitter = new Jitter();
        for (const at of flow(50)) jitter.arrived(at);
        jitter.ranDry(1000);
        jitter.cleared();
        for (const at of [...flow(5, 1300, 0), ...flow(50, 1300)]) jitter.arrived(at);
        return [jitter.underruns, jitter.missing];""") == [0, 0]


LEDGER = "const { Ledger } = await import('/page/sound/ledger.js'); const ledger = new Ledger(); const ms = (n) => n * 24;"


def test_a_turn_is_played_from_the_frames_that_came_with_its_start(run):
    assert run(LEDGER + """
        ledger.granted();
        for (let n = 0; n < 10; n++) ledger.arrived(ms(20), 1000 + n * 0.1);
        ledger.started('tu_1');
        ledger.played(ms(130));
        return ledger.position;""") == {"turn": "tu_1", "ms": 130}


def test_a_turn_that_was_held_goes_on_where_it_stopped(run):
    assert run(LEDGER + """
        ledger.granted();
        for (let n = 0; n < 20; n++) ledger.arrived(ms(20), n * 20);
        ledger.started('tu_1');
        ledger.cleared(ms(250));
        const held = ledger.position;
        for (let n = 0; n < 10; n++) ledger.arrived(ms(20), 2000 + n);
        ledger.played(ms(400 + 100));
        const resumed = ledger.position;
        ledger.ended('tu_1');
        return [held, resumed, ledger.position];""") == [{"turn": "tu_1", "ms": 250}, {"turn": "tu_1", "ms": 350}, None]


def test_with_other_voices_in_the_frames_a_turn_begins_with_its_burst_and_goes_on_when_they_have_stopped(run):
    assert run(LEDGER + """
        ledger.isShared = true;
        ledger.granted();
        for (let n = 0; n < 50; n++) ledger.arrived(ms(20), n * 20);
        for (let n = 0; n < 5; n++) ledger.arrived(ms(20), 1100 + n * 0.1);
        ledger.started('tu_2');
        ledger.played(ms(1000 + 60));
        const known = ledger.position;
        ledger.isTalkedInto = true;
        ledger.cleared(ms(1000 + 80));
        for (let n = 0; n < 40; n++) ledger.arrived(ms(20), 1300 + n * 20);
        ledger.played(ms(1100 + 500));
        const held = [ledger.position, ledger.isHeld];
        ledger.isTalkedInto = false;
        for (let n = 0; n < 5; n++) ledger.arrived(ms(20), 2600 + n * 0.1);
        ledger.played(ms(1100 + 800 + 40));
        return [known, ...held, ledger.position, ledger.isHeld];""") == [
            {"turn": "tu_2", "ms": 60}, {"turn": "tu_2", "ms": 80}, True, {"turn": "tu_2", "ms": 120}, False]


@pytest.mark.parametrize("announced,heard,left", [
    ("With pleasure. In January we spend money", "With pleasure. In", "January we spend money"),
    ("Ninety cents for each lamp.", "", "Ninety cents for each lamp."),
    ("Order today.", "Order today.", ""), ("One, two", "One", "two"), ("January", "Janu", "January"),
])
def test_words_that_nobody_heard_are_found(run, announced, heard, left):
    assert run(f"return (await import('/page/room/words.js')).unheard({announced!r}, {heard!r});") == left


def test_the_room_is_what_its_events_say(run):
    seen = run("""
        const { RoomModel } = await import('/page/room/model.js');
        const room = new RoomModel('ana');
        let seq = 0;
        const tell = (type, fields) => room.apply({ seq: ++seq, at: new Date(1e12 + seq * 100).toISOString(), type, ...fields });
        room.take({ participants: [
            { identity: 'scout', kind: 'agent', name: 'Scout', status: 'listening', muted: false },
            { identity: 'ana', kind: 'caller', name: 'Ana', status: 'joined', muted: false, heard: true }],
            floor: { holder: null, turn: null, reason: null, queue: [] } });
        tell('speech.started', { identity: 'ana' });
        tell('transcript.delta', { identity: 'ana', text: 'Hey' });
        tell('transcript.delta', { identity: 'ana', text: ' Scout' });
        tell('speech.stopped', { identity: 'ana' });
        tell('transcript.final', { identity: 'ana', text: 'Hey Scout.', interrupted: false });
        tell('turn.granted', { turn: 'tu_1', agent: 'scout', reason: 'address', why: 'Ana named Scout.' });
        tell('floor.changed', { holder: 'scout', turn: 'tu_1', reason: 'address', queue: [] });
        tell('transcript.delta', { identity: 'scout', turn: 'tu_1', text: 'Three firms sell it.' });
        tell('turn.started', { turn: 'tu_1', agent: 'scout', latency_ms: 640 });
        tell('transcript.final', { identity: 'scout', turn: 'tu_1', text: 'Three firms', interrupted: true });
        tell('turn.ended', { turn: 'tu_1', agent: 'scout', outcome: 'interrupted', heard_ms: 700, text: 'Three firms' });
        tell('no.such.event', { anything: 1 });
        return { lines: room.lines.map((line) => [line.kind, line.text, line.unheard ?? '']), holder: room.floor.holder,
                 spans: room.spans.map((span) => [span.identity, span.kind, span.outcome ?? '', span.latency ?? null]) };""")
    assert seen["lines"] == [
        ["utterance", "Hey Scout.", ""], ["granted", "has the floor (addressed)", ""],
        ["utterance", "Three firms", "sell it."], ["cut", "was interrupted after 700 ms", ""]]
    assert seen["spans"] == [["ana", "speech", "", None], ["scout", "turn", "interrupted", 640]] and seen["holder"] == "scout"


@pytest.mark.parametrize("reason,given,words", [
    ("address", "null", "addressed"), ("all", "null", "everyone in turn"), ("request", "null", "handed over"),
    ("request", "{ from: 'Atlas', reason: 'pricing question' }", "handed over by Atlas: “pricing question”"),
    ("request", "{ from: 'Atlas', reason: '' }", "handed over by Atlas")])
def test_why_somebody_comes_next_is_said_in_a_few_words(run, reason, given, words):
    assert run(f"return (await import('/page/room/words.js')).promise({reason!r}, {given});") == words


def test_a_recording_is_told_once_and_a_hand_over_until_it_has_happened(run):
    assert run("""
        const { RoomModel } = await import('/page/room/model.js');
        const room = new RoomModel('ana');
        const tell = (type, fields = {}) => room.apply({ at: new Date(1e12).toISOString(), type, ...fields });
        tell('recording.started');
        tell('recording.started');
        const isRecorded = room.isRecorded;
        tell('recording.stopped', { reason: 'failed' });
        tell('turn.requested', { from: 'atlas', to: 'nova', reason: 'pricing' });
        const next = { agent: 'nova', reason: 'request', turn: 'tu_2', why: 'Atlas handed over.' };
        const promised = room.promise(next);
        tell('turn.granted', { turn: 'tu_2', agent: 'nova', reason: 'request', why: 'Atlas handed over.' });
        return [isRecorded, room.isRecorded, room.lines.map((line) => line.text), promised, room.promise(next)];""") == [
            True, False, ["This call is being recorded.", "The recording broke off.", "hands over to nova: “pricing”", "has the floor (handed over)"],
            "handed over by atlas: “pricing”", "handed over"]


def test_tools_are_shown_with_what_they_were_given_and_how_they_ended(run):
    assert run("""
        const { RoomModel } = await import('/page/room/model.js');
        const room = new RoomModel('ana');
        const tell = (type, fields = {}) => room.apply({ at: new Date(1e12).toISOString(), type, agent: 'scout', ...fields });
        for (const [call_id, ok] of [['c1', true], ['c2', false]]) {
            tell('tool.called', { call_id, name: 'lookup_order', arguments: '{"order_id":"7"}' });
            tell('tool.returned', { call_id, name: 'lookup_order', ok, duration_ms: 120 });
        }
        return room.lines.map((line) => [line.kind, line.text, line.detail, line.failed]);""") == [
            ["tool", "uses lookup_order · 120 ms", '{"order_id":"7"}', False],
            ["tool", "uses lookup_order · failed after 120 ms", '{"order_id":"7"}', True]]
