"""What a person's machine does meanwhile: microphones and speakers come and go, the tab is in the background, sound stops."""
import pytest


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


@pytest.mark.thorough
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


@pytest.mark.thorough
def test_microphone_and_speaker_are_chosen_while_one_talks(visit):
    ana = visit()
    page = ana.join("chosen", "Ana")
    page.click("#settings-open")
    page.wait_for_selector("#settings[open]")
    for id_ in ("microphones", "speakers"):
        page.select_option(f"#{id_}", index=1)
    chosen = [page.input_value(f"#{id_}") for id_ in ("microphones", "speakers")]
    ana.wait("""async ([microphone, speaker]) => {
        const { call } = await import('/page/room.js');
        return call.sound.microphoneTracks[0]?.getSettings().deviceId === microphone && call.sound.context.sinkId === speaker;
    }""", chosen)
    assert ana.run("return call.isHeard")
    # The speaker is pulled out.
    page.click("#settings .primary")
    page.evaluate("""() => {
        const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
        navigator.mediaDevices.enumerateDevices = async () => (await list()).filter((one) => one.kind !== 'audiooutput');
        navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    }""")
    page.wait_for_selector("#notices >> text=The speaker is gone")
    assert ana.run("return call.sound.context.sinkId") == ""


def test_the_sound_check_hears_a_voice_before_anybody_else_does(visit_chatting, service):
    ana = visit_chatting()
    page = ana.goto("/r/checked")
    page.wait_for_selector("#door[open]")
    page.click("#chime")
    page.click("#check")
    page.wait_for_selector("#check-words:has-text('You can be heard.')")
    assert service.get("/rooms/checked").status == 404, "nobody has come in yet"
    page.fill("#name", "Ana")
    page.click("#join")
    page.wait_for_selector("#connection[data-state=open]")
    settings = ana.run("return call.sound.microphoneTracks[0].getSettings()")
    assert settings["echoCancellation"] and settings["noiseSuppression"], settings


@pytest.mark.thorough
def test_who_talks_while_muted_is_told_so(visit_chatting):
    ana = visit_chatting()
    page = ana.join("muted", "Ana")
    assert page.locator("[data-notice=muted]").count() == 0
    page.keyboard.press("m")
    page.click("[data-notice=muted] >> text=Unmute")
    page.wait_for_selector("[data-notice=muted]", state="detached")
    assert ana.run("return call.isHeard")


@pytest.mark.thorough
def test_settings_are_kept_and_captions_grow(visit):
    ana = visit()
    page = ana.join("sized", "Ana", voice=False)
    page.click("#settings-open")
    page.focus("#captions")
    page.keyboard.press("End")
    page.check("#push")
    page.click("#settings .primary")
    size = lambda: page.evaluate("() => getComputedStyle(document.querySelector('#lines')).fontSize")
    assert size() == "30px"
    page.reload()
    page.wait_for_selector("#door[open]")
    assert size() == "30px" and page.is_checked("#push") and page.input_value("#name") == "Ana"


def test_sound_that_the_browser_stops_is_explained_and_goes_on(visit):
    ana = visit()
    page = ana.join("stopped", "Ana", voice=False)
    ana.run("await call.sound.context.suspend();")
    page.wait_for_selector("[data-notice=sound] >> text=The browser has stopped the sound")
    page.click("[data-notice=sound] >> text=Go on")
    page.wait_for_selector("[data-notice=sound]", state="detached")
    assert ana.run("return call.sound.isRunning")


@pytest.mark.thorough
def test_a_tab_in_the_background_goes_on_listening_and_says_that_the_call_goes_on(visit, service):
    ana = visit()
    page = ana.join("hidden", "Ana", voice=False)
    hide = "(is) => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => is }); document.dispatchEvent(new Event('visibilitychange')); }"
    page.evaluate(hide, True)
    assert page.title() == "● hidden · Parley"
    # A hidden page draws nothing, yet is up to date when somebody looks, or a screen reader reads.
    page.evaluate("() => { window.requestAnimationFrame = () => 0; }")
    service.post("/rooms/hidden/messages", {"from": "bob", "text": "Are you there?"})
    page.wait_for_selector("#lines >> text=Are you there?")
    page.evaluate(hide, False)
    assert page.title() == "hidden · Parley"
