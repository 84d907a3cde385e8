"""Figures with their aims, printed as one table; the run fails when an aim is missed."""

import json
import statistics


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def median_p95(values):
    return statistics.median(values), quantile(values, 0.95)


class Figures:
    def __init__(self):
        self.lines = []

    def add(self, name, value, aim="", good=None, note=""):
        """A figure as text; `good` says whether the aim is reached, None when there is none."""
        self.lines.append((name, aim, value, good, note))
        self._print(self.lines[-1])

    @staticmethod
    def _print(line):
        name, aim, value, good, note = line
        mark = {True: "ok", False: "MISSED", None: ""}[good]
        print(f"{name:46} {aim:>22} {value:>26}  {mark:6} {note}", flush=True)

    @staticmethod
    def heading():
        print(f"{'measure':46} {'aim':>22} {'measured':>26}")

    @property
    def missed(self):
        return [name for name, _, _, good, _ in self.lines if good is False]

    def save(self, path):
        keys = ("name", "aim", "value", "good", "note")
        with open(path, "w", encoding="utf-8") as file:
            json.dump([dict(zip(keys, line)) for line in self.lines], file, ensure_ascii=False,
                      indent=1)
