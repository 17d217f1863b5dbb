"""The results as SVG: bars side by side, one group a scenario."""
import statistics
from scenarios import PARLEY, RELAY

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 860, 330, 70, 56, 48
COLOURS = {PARLEY: "#1f6feb", RELAY: "#8c959f"}
MORE = ["#d1570a", "#2da44e", "#8250df", "#bf3989"]


def draw(s, folder, labels):
    """Writes what there are figures for; `(title, file)` of each."""
    folder.mkdir(parents=True, exist_ok=True)
    rooms = [(str(n), f"rooms-{n}") for n in (25, 80, 100, 250, 300, 500)]
    agents = [(str(n), f"agents-{n}") for n in (1, 2, 4, 8, 16, 32)]
    wanted = [
        ("cpu.svg", "CPU by rooms: milliseconds of a core for each second of each room", "rooms", rooms, lambda n, l: s.values(n, l, "cpu_per_room_s", scale=1e3), labels),
        ("to-model.svg", "Caller's voice → ear by rooms: p99, ms", "rooms", rooms, lambda n, l: s.values(n, l, "to_ear_us", "p99", 1e-3), labels),
        ("to-caller.svg", "Model → caller by rooms: p99, ms", "rooms", rooms, lambda n, l: s.values(n, l, "to_caller_us", "p99", 1e-3), labels),
        ("answer.svg", "End of speech → first sound by agents in the room: p50, ms", "agents", agents, lambda n, l: s.values(n, l, "answer_us", "p50", 1e-3), [PARLEY]),
        ("agents-cpu.svg", "CPU of one room by its agents: milliseconds of a core for each second", "agents", agents, lambda n, l: s.values(n, l, "cpu_per_room_s", scale=1e3), [PARLEY]),
        ("clear.svg", "A voice cuts in → clear at the caller: ms", "", [("p50", "p50"), ("p99", "p99")], lambda q, l: s.values("barge-in", l, "clear_us", q, 1e-3), labels),
        ("memory.svg", "Resident memory by rooms: MB", "rooms", [("1", "one"), *rooms], lambda n, l: s.values(n, l, "rss_kb", scale=1 / 1024), labels),
    ]
    drawn = []
    for file, title, axis, groups, values, which in wanted:
        groups = [(word, {l: v for l in which if (v := values(key, l))}) for word, key in groups]
        groups = [g for g in groups if g[1]]
        if not groups: continue
        (folder / file).write_text(bars(title, axis, groups, which))
        drawn.append((title, file))
    return drawn


def colour(label, labels):
    others = [l for l in labels if l not in COLOURS]
    return COLOURS.get(label) or MORE[others.index(label) % len(MORE)]


def bars(title, axis, groups, labels):
    """`groups`: a word and the values of each label; the bar is the median, the line from minimum to maximum."""
    highest = nice(max(max(v) for _, of in groups for v in of.values()))
    up = lambda y: HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * y / highest
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/><text x="{LEFT}" y="22" font-size="15">{title}</text>']
    for share in (0, 0.25, 0.5, 0.75, 1):
        y = up(highest * share)
        out.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - 20}" y2="{y:.1f}" stroke="#ddd"/><text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{highest * share:g}</text>')
    shown = [l for l in labels if any(l in of for _, of in groups)]
    slot = (WIDTH - LEFT - 20) / len(groups); width = min(60, slot * 0.8 / len(shown))
    for place, (word, of) in enumerate(groups):
        middle = LEFT + slot * (place + 0.5)
        out.append(f'<text x="{middle:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{word}</text>')
        for i, label in enumerate(shown):
            if label not in of: continue
            x, values = middle + (i - len(shown) / 2) * width, of[label]; y = up(statistics.median(values)); centre = x + width / 2
            out.append(f'<rect x="{x + 1:.1f}" y="{y:.1f}" width="{width - 2:.1f}" height="{HEIGHT - BOTTOM - y:.1f}" fill="{colour(label, labels)}"/>'
                       f'<line x1="{centre:.1f}" y1="{up(min(values)):.1f}" x2="{centre:.1f}" y2="{up(max(values)):.1f}" stroke="#24292f"/>'
                       f'<text x="{centre:.1f}" y="{up(max(values)) - 4:.1f}" text-anchor="middle" font-size="10">{statistics.median(values):.3g}</text>')
    for i, label in enumerate(shown):
        out.append(f'<rect x="{LEFT + 110 * i}" y="32" width="10" height="10" fill="{colour(label, labels)}"/><text x="{LEFT + 110 * i + 15}" y="41">{label}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - 20) / 2}" y="{HEIGHT - 10}" text-anchor="middle">{axis}</text></svg>')
    return "\n".join(out) + "\n"


def nice(value):
    """A round number not below it."""
    steps = sorted(step * 10 ** power for step in (1, 2, 3, 4, 5, 6, 8) for power in range(-4, 6))
    return next((c for c in steps if c >= value), value)
