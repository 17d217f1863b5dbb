"""The page's parts by themselves, in the Chromium that runs them: resampler, jitter buffer, ledger, model, words."""
import pytest


@pytest.fixture(scope="module")
def run(browser, service):
    """Runs the body of an async function in a page of the service's origin."""
    page = browser.new_page()
    page.goto(service.url + "/page/icon.svg")
    yield lambda code: page.evaluate("async () => {" + code + "}")
    page.close()


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


def test_the_jitter_buffer_follows_the_network(run):
    calm, rough, lead = run("""
        const { Jitter } = await import('/page/sound/jitter.js');
        const play = (delay, lead = 0) => {
            const jitter = new Jitter();
            for (let n = 0; n < 500; n++) jitter.arrived(Math.max(0, n * 20 - lead) + delay(n));
            return jitter.target;
        };
        return [play(() => 5), play((n) => (n * 7919 % 13) * 8), play((n) => (n * 7919 % 13) * 8, 180)];""")
    assert calm < 45 < rough <= 160, (calm, rough)
    assert lead < 60, "the service's lead already covers it"


def test_sound_that_runs_dry_in_the_middle_counts_and_a_pause_does_not(run):
    assert run("""
        const { Jitter } = await import('/page/sound/jitter.js');
        const dry = new Jitter(), paused = new Jitter();
        for (const [jitter, gap] of [[dry, 80], [paused, 900]]) {
            jitter.arrived(0);
            jitter.ranDry(40);
            jitter.arrived(40 + gap);
        }
        const cleared = new Jitter();
        cleared.arrived(0); cleared.cleared(); cleared.arrived(60);
        return [dry.underruns, dry.target > 50, paused.underruns, cleared.underruns];""") == [1, True, 0, 0]


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


def test_with_other_voices_in_the_frames_a_turn_begins_with_its_burst_and_a_hold_ends_the_knowing(run):
    assert run(LEDGER + """
        ledger.isShared = true;
        ledger.granted();
        for (let n = 0; n < 50; n++) ledger.arrived(ms(20), n * 20);
        for (let n = 0; n < 5; n++) ledger.arrived(ms(20), 1100 + n * 0.1);
        ledger.started('tu_2');
        ledger.played(ms(1000 + 60));
        const known = ledger.position;
        ledger.cleared(ms(1000 + 80));
        return [known, ledger.position];""") == [{"turn": "tu_2", "ms": 60}, None]


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
