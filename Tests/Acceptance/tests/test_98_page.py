"""The web page as it is served; what it does in a browser is tested by `make test-web`."""
import re
import pytest

FILES = {"/": "text/html", "/r/some-room": "text/html", "/page/room.js": "text/javascript", "/page/room/table.js": "text/javascript",
         "/page/base.css": "text/css", "/page/icon.svg": "image/svg+xml"}


@pytest.mark.parametrize("path", FILES)
async def test_the_page_takes_nothing_from_elsewhere_and_gives_nothing_away(svc, path):
    a = await svc.get(path); assert a.status == 200 and a.headers["Content-Type"].split(";")[0] == FILES[path]
    policy = a.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self';") and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert a.headers["X-Content-Type-Options"] == "nosniff" and a.headers["Referrer-Policy"] == "no-referrer"
    assert a.headers["Cache-Control"] == "no-cache"
    again = await svc.request("GET", path, headers={"If-None-Match": a.headers["ETag"]}); assert again.status == 304 and not again.text


async def test_every_file_that_the_page_names_is_there(svc):
    seen, ahead = set(), ["/", "/r/some-room"]
    while ahead:
        path = ahead.pop(); a = await svc.get(path); assert a.status == 200, path
        seen.add(path)
        named = set(re.findall(r"""["'`](/page/[a-z./-]+)["'`]""", a.text))
        for relative in re.findall(r"""from ["'](\.[^"']+)["']""", a.text):
            parts = path.split("/")[:-1] + relative.split("/")
            while ".." in parts: i = parts.index(".."); del parts[i - 1:i + 1]
            named.add("/".join(p for p in parts if p != "."))
        ahead += [p for p in named if p not in seen]
    assert len(seen) > 20, seen
