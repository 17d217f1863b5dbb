"""Many runs as one: medians with minimum and maximum. Disturbed runs count only where there are no others."""
import statistics


class Summary:
    def __init__(self, runs):
        """`runs`: as runner.run gives them."""
        self.by = {}
        for r in runs: self.by.setdefault((r["scenario"], r["label"]), []).append(r)

    def all(self, scenario, label): return [r for r in self.by.get((scenario, label), []) if "error" not in r]
    def errors(self): return [r for runs in self.by.values() for r in runs if "error" in r]

    def good(self, scenario, label):
        runs = self.all(scenario, label)
        return [r for r in runs if not r["disturbed"]] or runs

    def is_disturbed(self, scenario, label):
        runs = self.all(scenario, label)
        return bool(runs) and all(r["disturbed"] for r in runs)

    def values(self, scenario, label, key, quantile=None, scale=1.0):
        """One number of each run; a latency's `quantile` where it has values."""
        found = []
        for r in self.good(scenario, label):
            v = r.get(key)
            if quantile is not None: v = v[quantile] if v and v["n"] else None
            if v is not None: found.append(v * scale)
        return found

    def median(self, *what, **how):
        values = self.values(*what, **how)
        return statistics.median(values) if values else None

    def total(self, scenario, label, key): return sum(r[key] for r in self.good(scenario, label))

    def show(self, scenario, label, key, quantile=None, scale=1.0, digits=2):
        """`median (min–max)`."""
        values = self.values(scenario, label, key, quantile, scale)
        if not values: return "–"
        text = f"{statistics.median(values):.{digits}f}"
        if len(values) > 1: text += f" ({min(values):.{digits}f}–{max(values):.{digits}f})"
        return text

    def name(self, scenario, label):
        """Marked when every run was disturbed."""
        return label + (" †" if self.is_disturbed(scenario, label) else "")
