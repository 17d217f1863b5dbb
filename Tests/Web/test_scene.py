"""The demo's caller at the page's microphone: who answers, what is heard, what is shown."""


def granted(scene): return [(turn["agent"], turn["reason"]) for turn in scene.told("turn.granted")]


def test_the_right_agents_take_turns(scene):
    assert {agent for agent, reason in granted(scene) if reason == "all"} == {"jessica", "patrick", "benjamin"}
    for agent in ("patrick", "jessica"):
        assert (agent, "address") in granted(scene), "\n".join(scene.lines())
    # Who was asked knows who knows: a hand-over, by the caller's voice alone.
    [handed] = scene.told("turn.requested")
    assert (handed["from"], handed["to"]) == ("patrick", "benjamin") and ("benjamin", "request") in granted(scene), granted(scene)
    # The same, as a person reads it.
    lines = "\n".join(scene.lines())
    for words in ("Patrick has the floor (addressed)", "Jessica has the floor (addressed)", "Patrick hands over to Benjamin: “", "Ninety cents", "Gladly. We", "It pays for itself.", "People buy an evening.", "Order today."):
        assert words in lines, lines


def test_sound_comes_out_while_a_turn_is_heard_and_at_no_other_time(scene):
    spans, ends = scene.spans(), scene.told("turn.ended")
    heard = sum(turn["heard_ms"] for turn in ends) / 1000
    sounded = sum(end - start for start, end in spans)
    # Voices pause within a turn; what was heard is all there was.
    assert 0.5 * heard < sounded < heard + 0.3 * len(ends), (heard, sounded)


def test_an_interruption_is_silence_within_100_ms(scene):
    spans, clears = scene.spans(), [one["at"] for one in scene.told("playback.clear")]
    assert clears
    lateness = [max((min(end, clear + 1) - clear for start, end in spans if start < clear < end), default=0) for clear in clears]
    assert any(lateness) and max(lateness) <= 0.1, lateness


def test_what_was_not_heard_is_struck_through(scene):
    assert scene.page.locator("#lines .utterance s").count() >= 1
    assert "was interrupted after" in "\n".join(scene.lines(".note.cut"))


def test_the_service_is_told_what_was_really_played(scene):
    """A turn that was cut off was heard for as long as the page sounded, give or take its pauses at the ends."""
    starts = {turn["turn"]: turn["at"] for turn in scene.told("turn.started")}
    for turn in scene.told("turn.ended"):
        if turn["outcome"] == "interrupted" and turn["turn"] in starts:
            assert turn["heard_ms"] / 1000 <= turn["at"] - starts[turn["turn"]] + 0.5, turn


def test_the_time_line_and_the_numbers_tell_the_same(scene):
    assert "Benjamin: " in scene.page.locator("#lanes").get_attribute("aria-label")
    scene.page.keyboard.press("n")
    scene.wait("() => /ms|s \\(/.test(document.querySelector('#numbers dd').textContent)")
    scene.page.keyboard.press("n")


def test_the_transcript_can_be_taken_away(scene):
    taken = {}
    for form in ("txt", "vtt", "json"):
        scene.page.click("#download")
        with scene.page.expect_download() as download:
            scene.page.click(f"#downloads [data-form={form}]")
        assert download.value.suggested_filename == f"scene.{form}"
        taken[form] = open(download.value.path(), encoding="utf-8").read()
    assert "Benjamin: It pays for itself." in taken["txt"]
    assert taken["vtt"].startswith("WEBVTT\n\n00:00:00.000 --> ") and "<v Benjamin>It pays for itself." in taken["vtt"]
    assert '"text": "It pays for itself."' in taken["json"]


def test_the_scene_leaves_no_complaint_in_the_console(scene): assert not scene.complaints, scene.complaints
