"""Where the service has a key: a token link opens one room, for talking; the token is shown to nobody."""
import pytest

KEY = "a-key-for-the-web-tests"


@pytest.fixture(scope="module")
def guarded(serve):
    service = serve("--max-callers-per-room", 2, PARLEY_API_KEY=KEY)
    joined = service.post("/voice/join", {"room": "private", "agent": "jessica"}, Authorization=f"Bearer {KEY}", Prefer="wait=20")
    assert joined.status == 200, joined
    return service


def token(service, room="private", identity="ana", ttl=60):
    answer = service.post(f"/rooms/{room}/tokens", {"identity": identity, "name": "Ana Lind", "ttl_s": ttl}, Authorization=f"Bearer {KEY}")
    return answer.json["token"]


def test_a_token_link_leads_to_its_room_and_leaves_the_address_bar(visit, guarded):
    ana = visit(guarded.url)
    # The browser notes that the room itself may not be read without the key.
    ana.forgive("401")
    asked = []
    ana.page.on("request", lambda request: asked.append(request.url))
    secret = token(guarded)
    page = ana.join("private", hash_=f"#token={secret}", voice=False)
    assert page.url == f"{guarded.url}/r/private" and page.input_value("#name") == "Ana Lind"
    page.wait_for_selector(".seat:has-text('Jessica')")
    assert not any(secret in url for url in asked), "the token is in an address over HTTP"
    assert page.locator("#add").is_disabled() and page.locator("#end").is_disabled()
    page.locator(".seat", has_text="Jessica").click()
    assert page.locator("#seat-menu button:enabled").count() == 0 and "Needs the service’s key" in page.inner_text("#seat-menu")
    page.keyboard.press("Escape")
    page.fill("#words", "Hello Jessica!")
    page.click("#send")
    page.wait_for_selector("#lines >> text=Hello Jessica!")


@pytest.mark.thorough
def test_without_a_token_the_page_asks_for_a_link_and_says_what_is_wrong_with_another(visit, guarded):
    ana = visit(guarded.url)
    ana.forgive("401")
    page = ana.goto("/r/private")
    page.wait_for_selector("#door-link:not([hidden])")
    page.fill("#link", f"{guarded.url}/r/other#token={token(guarded, room='other')}")
    page.wait_for_selector("#door-trouble:not([hidden])")
    assert "for the room “other”" in page.inner_text("#door-trouble")
    page.fill("#link", f"{guarded.url}/r/private#token={token(guarded, identity='bea')}")
    page.wait_for_selector("#door-inside:not([hidden])")
    page.click("#listen")
    page.wait_for_selector("#connection[data-state=open]")


def test_a_lobby_without_a_key_says_how_to_get_in(visit, guarded):
    ana = visit(guarded.url)
    ana.forgive("401")
    page = ana.goto("/")
    page.wait_for_selector("#notice:not([hidden])")
    assert "parley token ROOM NAME" in page.inner_text("#notice")


@pytest.mark.thorough
def test_who_is_refused_is_told_why(visit, guarded):
    link = lambda identity: f"#token={token(guarded, room='full', identity=identity)}"
    ours = link("ana")
    visit(guarded.url).join("full", hash_=ours, voice=False)

    def refused(hash_, status):
        other = visit(guarded.url)
        other.forgive(f"status of {status}|response code: {status}|HTTP Authentication failed")
        page = other.goto(f"/r/full{hash_}")
        page.click("#listen")
        page.wait_for_selector("[data-notice=closed]")
        assert page.locator("#say input:enabled").count() == 0
        return page.inner_text("[data-notice=closed]")

    assert "Your link is in use" in refused(ours, 409)
    assert "was not made by this service" in refused(link("cem")[:-4] + "AAAA", 401)
    visit(guarded.url).join("full", hash_=link("bea"), voice=False)
    assert "has 2 callers, its limit" in refused(link("cem"), 503)
