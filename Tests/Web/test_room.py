"""In the room: voices of others, mute, interruptions, messages, moderation, lost connections."""
import re, urllib.parse
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


def test_two_callers_hear_each_other_and_not_themselves_and_nobody_who_is_muted(visit):
    ana, bob = visit(bypass_csp=True), visit(bypass_csp=True)
    ana.join("two", "Ana")
    bob.join("two", "Bob")
    for one in (ana, bob):
        one.wait("() => document.querySelectorAll('#seats li').length === 2")
        one.listen()
    for speaker, listener, name in ((ana, bob, "Ana"), (bob, ana, "Bob")):
        listener.page.keyboard.press("m")
        listener.wait("() => document.querySelector('#microphone span').textContent === 'Unmute'")
        quiet(speaker)
        began = {one: one.clock() for one in (ana, bob)}
        pause(speaker, 5)
        assert sounding(listener, began[listener]) > 0.5, f"{name} is not heard"
        assert sounding(speaker, began[speaker]) == 0, f"{name} hears herself, or somebody who is muted"
        assert speaker.page.locator(".seat.muted").count() == 1
        listener.page.keyboard.press("m")
        listener.wait("() => document.querySelector('#microphone span').textContent === 'Mute'")


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
    # The browser says by itself that connections broke; nothing else may be there.
    ana.complaints[:] = [one for one in ana.complaints if not re.search(r"WebSocket connection|ERR_", one)]


def test_a_microphone_that_is_refused_is_explained_and_one_can_still_type(visit):
    ana = visit()
    page = ana.goto("/r/refused")
    page.evaluate("() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError')); }")
    page.fill("#name", "Ana")
    page.click("#join")
    page.wait_for_selector("#door-trouble:not([hidden])")
    assert "not allowed to use the microphone" in page.inner_text("#door-trouble")
    page.click("#listen")
    page.wait_for_selector("#connection[data-state=open]")
    page.fill("#words", "Can you read me?")
    page.click("#send")
    page.wait_for_selector("#lines >> text=Can you read me?")
    assert page.inner_text("#microphone span") == "No microphone"


def test_a_microphone_that_is_unplugged_is_replaced(visit):
    ana = visit()
    page = ana.join("unplugged", "Ana")
    ana.run("""window.found = call.sound.hasMicrophone;
        call.sound.addEventListener('microphone', () => { window.replaced = true; });
        call.sound.closeMicrophone();
        call.sound.dispatchEvent(new Event('unplugged'));""")
    ana.wait("() => window.found && window.replaced")
    ana.wait("() => document.querySelector('[data-notice=microphone]') === null")
    assert ana.run("return call.isHeard") is True and page.inner_text("#microphone span") == "Mute"
