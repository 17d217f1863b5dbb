"""The same page in another maker's browser: in, heard, answered, interrupted; and without a loudspeaker, for which Firefox waits
for ever."""

ENTER = "\ue007"
ESCAPE = "\ue00c"


def test_a_person_joins_with_a_microphone_types_hears_the_answer_and_interrupts_it(visit, service, loudspeaker):
    service.join("fox", "jessica")
    person = visit("/r/fox", loudspeaker)
    person.type_into("#name", "Ana")
    person.click("#join")
    person.is_in()
    assert person.run("[call.sound.context.state, call.sound.hasMicrophone]") == ["running", True]
    # What the microphone hears goes out in frames.
    person.run("""(() => {
        window.sent = [];
        const send = call.line.sendSound.bind(call.line);
        call.line.sendSound = (frame) => { sent.push(new Int16Array(frame).reduce((most, one) => Math.max(most, Math.abs(one)), 0)); return send(frame); };
    })()""")
    person.wait("sent.length > 50 && Math.max(...sent) > 100")
    person.run("document.activeElement.blur()")
    person.type("m")
    person.wait("sent.slice(-10).every((peak) => peak === 0)")
    person.type_into("#words", "Jessica, walk us through the plan in detail.", ENTER)
    person.wait("document.querySelector('.seat.holds[data-state=speaking]') !== null")
    person.wait("call.sound.heardLevel > 0.2")
    person.wait("document.querySelector('#lines').innerText.split(' ').length > 12")
    person.type("", ESCAPE)
    person.wait("document.querySelector('#lines .utterance s') !== null")
    assert person.run("call.measures.silence.last") <= 100


def test_without_a_loudspeaker_a_person_is_told_and_may_read_and_type(visit, service):
    service.join("mute", "jessica")
    person = visit("/r/mute", "unix:/nowhere")
    person.type_into("#name", "Ana")
    person.click("#join")
    person.wait("document.querySelector('#door-trouble').innerText.includes('loudspeaker')")
    assert person.run("document.querySelector('#door').open")
    person.click("#listen")
    person.is_in()
    person.wait("document.querySelector('[data-notice=sound]')?.innerText.includes('loudspeaker')")
    person.type_into("#words", "Jessica, what is the plan?", ENTER)
    person.wait("document.querySelector('#lines').innerText.split(' ').length > 12")
