"""In the room: voices of others, mute, interruptions, messages, moderation, lost connections."""
import pytest
import urllib.parse
from proxy import Proxy


def sounding(visitor, since): return sum(end - max(start, since) for start, end in visitor.spans() if end > since)


def quiet(visitor):
    """What was said before may still be on its way."""
    for _ in range(100):
        if not sounding(visitor, visitor.clock() - 1):
            return
        pause(visitor, 0.2)
    raise AssertionError("it never gets quiet")


def pause(visitor, seconds): visitor.page.wait_for_timeout(seconds * 1000)


def test_two_callers_hear_each_other_and_not_themselves_and_nobody_who_is_muted(visit_chatting):
    ana, bob = visit_chatting(bypass_csp=True), visit_chatting(bypass_csp=True)
    for one, name in ((ana, "Ana"), (bob, "Bob")):
        one.join("two", name)
    for one in (ana, bob):
        one.wait("() => document.querySelectorAll('#seats li').length === 2")
        one.listen()
    for speaker, listener, name in ((ana, bob, "Ana"), (bob, ana, "Bob")):
        listener.page.keyboard.press("m")
        # What was said before that has come, when it has come that nothing more will.
        speaker.page.wait_for_selector(".seat.muted")
        quiet(speaker)
        began = {one: one.clock() for one in (ana, bob)}
        for _ in range(100):
            if sounding(listener, began[listener]) > 0.5:
                break
            pause(listener, 0.1)
        assert sounding(listener, began[listener]) > 0.5, f"{name} is not heard"
        assert sounding(speaker, began[speaker]) == 0, f"{name} hears herself, or somebody who is muted"
        listener.page.keyboard.press("m")
        speaker.page.wait_for_selector(".seat.muted", state="detached")


def test_an_agent_waits_while_somebody_cuts_in_and_everybody_sees_and_hears_it(visit_chatting, service):
    service.join("cut", "jessica")
    ana, bob = visit_chatting(bypass_csp=True), visit_chatting(bypass_csp=True)
    page = ana.join("cut", "Ana")
    page.keyboard.press("m")
    ana.wait("() => document.querySelector('#microphone span').textContent === 'Unmute'")
    bob.join("cut", "Bob", voice=False)
    bob.listen()
    bob.page.fill("#words", "Jessica, walk us through it in detail.")
    bob.page.keyboard.press("Enter")
    bob.page.wait_for_selector(".seat.holds[data-state=speaking]")
    bob.wait("() => window.heard.told.some((one) => one.type === 'turn.started')")
    page.keyboard.press("m")
    for one in (ana, bob):
        one.page.wait_for_selector(".seat.holds[data-state=waiting]:has-text('waits'), #lines .utterance s")
    bob.page.wait_for_selector("#lines .utterance s")
    page.keyboard.press("m")
    assert bob.run("return call.measures.silence.last") <= 100


def test_push_to_talk_opens_the_microphone_while_the_key_is_held(visit):
    ana = visit()
    page = ana.join("push", "Ana")
    page.click("#settings-open")
    page.check("#push")
    page.click("#settings .primary")
    page.locator("body").evaluate("() => document.activeElement.blur()")
    assert ana.run("return call.isHeard") is False
    page.keyboard.down("Space")
    assert ana.run("return call.isHeard") is True and page.inner_text("#microphone span") == "Talking"
    page.keyboard.up("Space")
    assert ana.run("return call.isHeard") is False
    page.hover("#microphone")
    page.mouse.down()
    assert ana.run("return call.isHeard") is True
    page.mouse.up()
    assert ana.run("return call.isHeard") is False


@pytest.mark.thorough
def test_escape_interrupts_a_typed_question_s_answer_at_once(visit, service):
    service.join("typed", "benjamin")
    ana = visit(bypass_csp=True)
    page = ana.join("typed", "Ana", voice=False)
    ana.listen()
    page.fill("#words", "Benjamin, walk us through the whole plan, in detail.")
    page.keyboard.press("Enter")
    page.wait_for_selector(".seat.holds[data-state=speaking]")
    ana.wait("() => window.heard.told.some((one) => one.type === 'turn.started')")
    pause(ana, 1.5)
    page.keyboard.press("Escape")
    pressed = ana.clock()
    page.wait_for_selector("#lines .utterance s")
    pause(ana, 0.5)
    late = [end - pressed for _, end in ana.spans() if end > pressed]
    assert all(lateness <= 0.1 for lateness in late), (pressed, late, ana.told("playback.clear", "turn.started", "turn.ended", "speech.started"))
    assert "With pleasure" in "\n".join(ana.lines(".utterance"))


@pytest.mark.thorough
def test_a_hand_over_is_shown_with_its_reason(visit, service):
    for agent in ("patrick", "benjamin"):
        service.join("handed", agent)
    ana = visit()
    page = ana.join("handed", "Ana", voice=False)
    page.fill("#words", "Patrick, what would a longer cable cost us?")
    page.keyboard.press("Enter")
    page.wait_for_selector("#next:not([hidden]) >> text=Benjamin handed over by Patrick: “")
    assert page.locator(".seat[data-state=next]").get_attribute("aria-label").startswith("Benjamin, agent, next, handed over by Patrick: “")
    # The ring round whoever speaks follows the sound.
    ana.wait("() => parseFloat(document.querySelector('.seat.holds')?.style.getPropertyValue('--level')) > 0.2")
    page.wait_for_selector("#lines >> text=Ninety cents for each lamp.")
    lines = "\n".join(ana.lines())
    for words in ("Patrick has the floor (addressed)", "Patrick hands over to Benjamin: “", "Benjamin has the floor (handed over)"):
        assert words in lines, lines


@pytest.mark.thorough
def test_agents_are_added_given_the_floor_muted_and_removed(visit, service):
    service.join("moderated", "patrick")
    ana = visit()
    page = ana.join("moderated", "Ana", voice=False)
    page.click("#add")
    page.click("[aria-label='Add Jessica']")
    page.click("#invite button:not([type])")
    jessica = page.locator(".seat", has_text="Jessica")
    jessica.wait_for()
    jessica.click()
    page.click("#seat-menu >> text=Give Jessica the floor")
    page.wait_for_selector(".seat.holds:has-text('Jessica')")
    assert "given the floor" in page.inner_text("#lines")
    patrick = page.locator(".seat", has_text="Patrick")
    patrick.click()
    page.click("#seat-menu >> text=Mute Patrick")
    page.wait_for_selector(".seat.muted:has-text('Patrick')")
    patrick.click()
    page.click("#seat-menu >> text=Remove Patrick")
    patrick.wait_for(state="detached")
    page.click("#end")
    page.click("#sure .danger")
    page.wait_for_selector("[data-notice=closed]")
    assert "ended for everyone" in page.inner_text("[data-notice=closed]")
    assert service.get("/rooms/moderated").status == 404


def test_a_broken_connection_mends_itself_and_what_was_said_meanwhile_is_there(visit, service):
    proxy = Proxy(urllib.parse.urlsplit(service.url).port)
    ana = visit(f"http://127.0.0.1:{proxy.port}")
    # The browser says by itself that connections broke.
    ana.forgive(r"WebSocket connection|ERR_")
    page = ana.join("broken", "Ana")
    service.post("/rooms/broken/messages", {"from": "bob", "text": "Before the break."})
    page.wait_for_selector("#lines >> text=Before the break.")
    proxy.cut()
    page.wait_for_selector("[data-notice=line]")
    service.post("/rooms/broken/messages", {"from": "bob", "text": "Said while she was away."})
    proxy.mend()
    page.wait_for_selector("#connection[data-state=open]")
    page.wait_for_selector("#lines >> text=Said while she was away.")
    assert page.locator("[data-notice=line]").count() == 0
    assert page.locator("#lines >> text=Before the break.").count() == 1, "said twice"
    proxy.close()


@pytest.mark.thorough
def test_that_a_call_is_recorded_is_shown_before_and_while_one_is_in_it(visit, service):
    service.join("kept", "patrick", recording=True)
    service.join("unkept", "patrick")
    lobby = visit().goto("/")
    lobby.locator("#rooms li", has_text="kept").first.wait_for()
    recorded = {line.split("\n")[0]: "Recorded" in line for line in lobby.locator("#rooms li").all_inner_texts()}
    assert recorded["kept"] and not recorded["unkept"]
    ana = visit()
    page = ana.goto("/r/kept")
    page.wait_for_selector("#door-recorded:not([hidden])")
    ana.join("kept", "Ana", voice=False)
    page.wait_for_selector("#recorded:not([hidden])")
    page.wait_for_selector("#lines >> text=This call is being recorded.")
    bob = visit()
    assert bob.join("unkept", "Bob", voice=False).locator("#recorded").is_hidden()


@pytest.mark.thorough
def test_who_leaves_takes_the_microphone_along_and_is_gone_for_the_others(visit, service):
    service.join("left", "patrick")
    ana = visit()
    page = ana.join("left", "Ana")
    tracks = ana.page.evaluate_handle("async () => { const { call } = await import('/page/room.js'); return call.sound.microphoneTracks; }")
    page.click("#leave")
    page.wait_for_selector("[data-notice=closed]")
    assert "You have left" in page.inner_text("[data-notice=closed]")
    assert tracks.evaluate("(all) => all.length === 1 && all.every((one) => one.readyState === 'ended')")
    bob = visit()
    bob.join("left", "Bob", voice=False)
    bob.page.wait_for_selector(".seat:has-text('Patrick')")
    assert bob.page.locator(".seat:has-text('Ana')").count() == 0


@pytest.mark.thorough
def test_whoever_reads_what_was_said_before_is_not_pulled_down(visit, service):
    ana = visit()
    page = ana.join("long", "Ana", voice=False)
    say = lambda text: service.post("/rooms/long/messages", {"from": "bob", "text": text})
    for number in range(30):
        say(f"Line {number}.")
    ana.wait("() => document.querySelectorAll('#lines .utterance').length === 30")
    at_end = "() => { const list = document.querySelector('#lines'); return list.scrollHeight - list.scrollTop - list.clientHeight < 8; }"
    ana.wait(at_end)
    assert page.locator("#latest").is_hidden()
    page.locator("#lines").hover()
    page.mouse.wheel(0, -600)
    page.wait_for_selector("#latest:not([hidden])")
    say("Line 30.")
    ana.wait("() => document.querySelectorAll('#lines .utterance').length === 31")
    assert not page.evaluate(at_end)
    page.click("#latest")
    ana.wait(at_end)
    say("Line 31.")
    ana.wait("() => document.querySelectorAll('#lines .utterance').length === 32")
    ana.wait(at_end)
