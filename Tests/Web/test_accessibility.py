"""What axe finds, in both schemes and on a phone; and what it cannot see: the keyboard, the live regions."""
import pytest
from axe_playwright_python.sync_playwright import Axe


def serious(page, *rules):
    options = {"resultTypes": ["violations"]} | ({"runOnly": {"type": "rule", "values": list(rules)}} if rules else {})
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], one["impact"], [node["html"][:160] for node in one["nodes"]][:4]) for one in found if one["impact"] in ("serious", "critical")]


def test_axe_finds_nothing_serious_by_day_and_no_weak_contrast_in_the_evening(visit, service):
    service.join("axe", "jessica", recording=True)
    visitor = visit(bypass_csp=True)

    def judge(view):
        for scheme, rules in (("light", ()), ("dark", ("color-contrast",))):
            page.emulate_media(color_scheme=scheme)
            assert not serious(page, *rules), (view, scheme)

    # What fades from one colour to another is judged when it has.
    page = visitor.page
    page.emulate_media(reduced_motion="reduce")
    visitor.goto("/")
    page.wait_for_selector("#rooms li")
    judge("lobby")
    visitor.goto("/r/axe")
    page.wait_for_selector("#door[open]")
    judge("door")
    visitor.join("axe", "Ana", voice=False)
    page.fill("#words", "Jessica, walk us through the plan.")
    page.keyboard.press("Enter")
    page.wait_for_selector(".seat.holds[data-state=speaking]")
    page.click("#show-numbers")
    judge("room")
    page.keyboard.press("Escape")
    page.wait_for_selector("#lines .utterance s")
    page.set_viewport_size({"width": 390, "height": 844})
    judge("interrupted, on a phone")
    for button, dialog in (("#settings-open", "#settings"), ("#add", "#invite")):
        page.click(button)
        page.wait_for_selector(f"{dialog}[open]")
        judge(dialog)
        page.keyboard.press("Escape")


@pytest.mark.thorough
def test_everything_is_reached_by_the_keyboard_and_told_to_screen_readers(visit, service):
    service.join("keys", "patrick")
    visitor = visit(reduced_motion="reduce")
    page = visitor.join("keys", "Ana", voice=False)
    page.wait_for_selector(".seat:has-text('Patrick')")
    names = []
    for _ in range(30):
        page.keyboard.press("Tab")
        names.append(page.evaluate("() => document.activeElement.getAttribute('aria-label') || document.activeElement.innerText || document.activeElement.id"))
    for wanted in ("Add agent", "Numbers", "Settings", "End for all", "Interrupt", "Leave", "Patrick, agent", "Copy", "Download", "words"):
        assert any(wanted in name for name in names), (wanted, names)
    page.focus("#words")
    page.keyboard.type("Patrick, hello!")
    page.keyboard.press("Enter")
    visitor.wait("() => /has the floor/.test(document.querySelector('#told').textContent)")
    visitor.wait("() => document.querySelector('#said').textContent.startsWith('Patrick: ')")
    assert page.evaluate("() => getComputedStyle(document.querySelector('.avatar')).animationName") == "none"


@pytest.mark.thorough
def test_nothing_is_wider_than_the_screen_and_no_seat_stands_on_the_table(visit, service):
    for agent in ("jessica", "patrick", "benjamin"):
        service.join("wide", agent)
    visitor = visit()
    page = visitor.join("wide", "Ana", voice=False)
    visitor.wait("() => document.querySelectorAll('#seats li').length === 4")
    for width in (320, 390, 768, 1024, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
        for control in ("#interrupt", "#leave", "#words", "#microphone"):
            assert fits(page.locator(control), width, 800), (control, width)
            # What a control says stays inside it.
            assert page.locator(control).evaluate("(one) => one.scrollWidth <= one.clientWidth + 1"), (control, width)
    for width, height in ((1280, 860), (1024, 700)):
        page.set_viewport_size({"width": width, "height": height})
        # Seats slide to their places.
        visitor.wait("""() => {
            const board = document.querySelector('.board').getBoundingClientRect();
            const rx = board.width / 2, ry = board.height / 2;
            return [...document.querySelectorAll('.seat .state, .seat .avatar')].every((one) => {
                const box = one.getBoundingClientRect();
                const x = Math.max(box.left - board.left - rx, board.left + rx - box.right, 0);
                const y = Math.max(box.top - board.top - ry, board.top + ry - box.bottom, 0);
                return (x / rx) ** 2 + (y / ry) ** 2 >= 1 && box.left >= 0;
            });
        }""", patience=5000)


def fits(element, width, height):
    box = element.bounding_box()
    return box and box["x"] >= 0 and box["x"] + box["width"] <= width + 1 and box["y"] + box["height"] <= height + 1
