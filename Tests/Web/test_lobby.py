"""The lobby: who may be picked, which rooms run, and from there to a table."""


def test_from_the_lobby_to_a_table_with_those_who_were_picked(visit, service):
    visitor = visit()
    page = visitor.goto("/")
    page.wait_for_selector(".card")
    assert page.locator(".card .name").all_inner_texts() == ["Benjamin", "Jessica", "Patrick"]
    assert "File is sound" in page.locator(".card").first.inner_text()
    page.uncheck("input[value=patrick]")
    assert page.inner_text("#picked") == "With Benjamin and Jessica."
    page.fill("#room", "from-the-lobby")
    page.click("#go")
    page.wait_for_selector("#door[open]")
    page.fill("#name", "Ana")
    page.click("#join")
    visitor.wait("() => document.querySelectorAll('#seats li').length === 3")
    assert sorted(page.locator(".seat .name").all_inner_texts()) == ["Ana (you)", "Benjamin", "Jessica"]
    assert service.get("/rooms/from-the-lobby").json["floor"]["holder"] is None
    other = visit().goto("/")
    other.wait_for_selector("#rooms li")
    assert "Benjamin" in other.locator("#rooms li", has_text="from-the-lobby").inner_text()


def test_a_broken_persona_cannot_be_picked_and_says_why(visit, serve, tmp_path):
    (tmp_path / "good.md").write_text("---\nname: Good\n---\nYou are Good.\n")
    (tmp_path / "broken.md").write_text("---\nname: Broken\nvoice: [1\n---\nYou are broken.\n")
    page = visit(serve("--agents", tmp_path).url).goto("/")
    card = page.locator(".card", has_text="broken.md:")
    card.wait_for()
    assert card.locator("input").is_disabled() and page.locator("input[value=good]").is_checked()


def test_a_page_that_is_not_there_is_a_problem_and_what_is_there_is_not_sent_twice(service):
    page = service.get("/r/any-room")
    assert page.status == 200 and page.headers["Content-Type"] == "text/html; charset=utf-8"
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self';") and "unsafe" not in policy
    assert page.headers["X-Content-Type-Options"] == "nosniff" and page.headers["Referrer-Policy"] == "no-referrer"
    again = service.get("/r/any-room", If_None_Match=page.headers["ETag"])
    assert again.status == 304 and not again.body
    script = service.get("/page/room/table.js")
    assert script.status == 200 and script.headers["Content-Type"].startswith("text/javascript")
    assert service.request("HEAD", "/").status == 200
    for path in ("/page/nothing.js", "/page/room/../room.js", "/r/no%20room", "/page/"):
        assert service.get(path).status == 404, path
