"""Three curves over one time, as an SVG that needs nothing to be looked at: memory, descriptors and threads, latency."""
WIDTH, PANEL, LEFT, TOP, GAP = 900, 170, 70, 50, 45
COLOURS = ["#1f6feb", "#d1570a", "#2da44e"]


def svg(title, windows, seconds):
    """`windows`: gauge.Window, oldest first."""
    panels = [
        ("resident memory, MiB", [("RSS", [(w.at, w.rss) for w in windows])]),
        ("descriptors, threads", [("descriptors", [(w.at, w.descriptors) for w in windows]), ("threads", [(w.at, w.threads) for w in windows])]),
        ("end of speech → first sound, ms", [("p50", [(w.at, 1000 * w.p50) for w in windows if w.p50 is not None]),
                                             ("p95", [(w.at, 1000 * w.p95) for w in windows if w.p95 is not None])]),
        ("faults in each window", [("faults", [(b.at, b.faults - a.faults) for a, b in zip(windows, windows[1:])])]),
    ]
    height = TOP + len(panels) * (PANEL + GAP)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="12">',
           f'<rect width="{WIDTH}" height="{height}" fill="white"/><text x="{LEFT}" y="24" font-size="16">{escaped(title)}</text>']
    for number, (name, curves) in enumerate(panels):
        out += panel(name, curves, seconds, TOP + number * (PANEL + GAP))
    return "\n".join([*out, "</svg>"])


def panel(name, curves, seconds, top):
    values = [y for _, points in curves for _, y in points]
    highest = nice(max(values, default=1))
    across = lambda x: LEFT + (WIDTH - LEFT - 20) * x / max(seconds, 1)
    up = lambda y: top + PANEL - (PANEL - 20) * y / highest
    out = [f'<text x="{LEFT}" y="{top + 8}">{escaped(name)}</text>']
    for share in (0, 0.5, 1):
        y = up(highest * share)
        out.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - 20}" y2="{y:.1f}" stroke="#ddd"/>'
                   f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{highest * share:g}</text>')
    for share in range(5):
        x = across(seconds * share / 4)
        out.append(f'<text x="{x:.1f}" y="{top + PANEL + 16}" text-anchor="middle">{seconds * share / 4:.0f} s</text>')
    for (label, points), colour, place in zip(curves, COLOURS, range(3)):
        path = " ".join(f"{across(x):.1f},{up(y):.1f}" for x, y in points)
        out.append(f'<polyline fill="none" stroke="{colour}" stroke-width="1.5" points="{path}"/>'
                   f'<text x="{WIDTH - 30 - 90 * place}" y="{top + 8}" text-anchor="end" fill="{colour}">{escaped(label)}</text>')
    return out


def nice(value):
    """A round number not below it."""
    candidates = sorted(step * 10 ** power for step in (1, 2, 3, 4, 5, 6, 8) for power in range(-1, 6))
    return next((c for c in candidates if c >= value), value)


def escaped(text): return text.replace("&", "&amp;").replace("<", "&lt;")
