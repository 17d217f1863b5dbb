"""The demo's caller at the page's microphone: who answers, what is heard, what is shown."""


def granted(scene): return [(turn["agent"], turn["reason"]) for turn in scene.told("turn.granted")]


def test_the_right_agents_take_turns(scene):
    assert {agent for agent, reason in granted(scene) if reason == "all"} == {"jessica", "patrick", "benjamin"}
    for agent in ("patrick", "jessica"):
        assert (agent, "address") in granted(scene), "\n".join(scene.lines())
    # Who was asked knows who knows: a hand-over, by the caller's voice alone.
    handed = [(one["from"], one["to"]) for one in scene.told("turn.requested")]
    assert ("patrick", "benjamin") in handed and ("benjamin", "request") in granted(scene), "\n".join(scene.lines())
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
    cuts = scene.cuts()
    assert any(sounded for sounded, _ in cuts) and max(late for _, late in cuts) <= 0.1, cuts


def test_what_was_not_heard_is_struck_through(scene):
    assert scene.page.locator("#lines .utterance s").count() >= 1
    assert "was interrupted after" in "\n".join(scene.lines(".note.cut"))


def test_the_service_is_told_what_was_really_played(scene):
    """About every 200 ms, and at a cut: what it holds for heard is what the page has said."""
    said = [one for one in scene.page.evaluate("() => window.heard.said") if one["type"] == "playback.position"]
    spans = scene.spans()
    gaps, cut = [], 0
    for turn in scene.told("turn.ended"):
        mine = [one for one in said if one["turn"] == turn["turn"]]
        assert [one["ms"] for one in mine] == sorted(one["ms"] for one in mine), mine
        gaps += [later["at"] - earlier["at"] for earlier, later in zip(mine, mine[1:])]
        for one in mine:
            # The voice pauses, what is played does not; so there is at most a beginning and some latency between the two.
            assert one["ms"] / 1000 <= max(0, one["at"] - min(start for start, _ in spans if start > mine[0]["at"] - 1)) + 0.3, (one, spans)
        if turn["outcome"] == "interrupted":
            cut += 1
            assert abs(turn["heard_ms"] - mine[-1]["ms"]) <= 100, (turn, mine[-3:])
    assert cut and sorted(gaps)[len(gaps) // 2] < 0.3, (cut, gaps)


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
        assert download.value.suggested_filename == f"{scene.room}.{form}"
        taken[form] = open(download.value.path(), encoding="utf-8").read()
    assert "Benjamin: It pays for itself." in taken["txt"]
    assert taken["vtt"].startswith("WEBVTT\n\n00:00:00.000 --> ") and "<v Benjamin>It pays for itself." in taken["vtt"]
    assert '"text": "It pays for itself."' in taken["json"]
    scene.context.grant_permissions(["clipboard-read", "clipboard-write"])
    scene.page.click("#copy")
    scene.page.wait_for_selector("#notices >> text=Copied.")
    assert scene.page.evaluate("() => navigator.clipboard.readText()") == taken["txt"]


def test_the_scene_leaves_no_complaint_in_the_console(scene): assert not scene.unforgiven, scene.unforgiven
