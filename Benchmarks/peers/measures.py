"""Figures of scores against labels, as EVALUATION.md defines them, and the table they stand in."""

import math

import numpy as np


def in_order(scores):
    """Places by descending score; ties in file order."""
    return np.argsort(-np.asarray(scores, dtype=float), kind="stable")


def average_precision(labels, scores):
    hits = np.asarray(labels, dtype=float)[in_order(scores)]
    ranks = np.arange(1, len(hits) + 1)
    return float((np.cumsum(hits) / ranks)[hits == 1].mean()) if hits.sum() else math.nan


def area(labels, scores):
    """Area under the receiver operating characteristic, ties counted by half."""
    labels, scores = np.asarray(labels), np.asarray(scores, dtype=float)
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    positive = int(labels.sum())
    negative = len(labels) - positive
    if not positive or not negative:
        return math.nan
    return float((ranks[labels == 1].sum() - positive * (positive + 1) / 2) / positive / negative)


def f1(labels, scores, threshold=0.5):
    labels, found = np.asarray(labels) == 1, np.asarray(scores) >= threshold
    return float(2 * (labels & found).sum() / max(1, labels.sum() + found.sum()))


def top_tenth(labels, scores):
    count = math.ceil(len(labels) / 10)
    return float(np.asarray(labels)[in_order(scores)[:count]].mean())


def brier(labels, scores):
    return float(np.mean((np.asarray(scores, dtype=float) - np.asarray(labels)) ** 2))


def figures(labels, scores, is_probability=True):
    """F1, AP, AUC, Brier and P@10 %; without a probability there is no Brier score."""
    return {
        "F1": f1(labels, scores, 0.5 if is_probability else 0.0),
        "AP": average_precision(labels, scores), "AUC": area(labels, scores),
        "Brier": brier(labels, scores) if is_probability else math.nan,
        "P@10%": top_tenth(labels, scores),
    }


COLUMNS = ["F1", "AP", "AUC", "Brier", "P@10%"]
COSTS = ["wall s", "cpu s", "rows/s", "predicted/s", "MB"]


def table(title, rows, reference="Vigie"):
    """One table; the ratios are the peer's figure over Vigie's: AP, processor, memory."""
    base = next((row for row in rows if row["model"] == reference), None)
    print(f"\n{title}")
    print(f"{'model':42}" + "".join(f"{name:>8}" for name in COLUMNS)
          + "".join(f"{name:>12}" for name in COSTS) + f"{'AP, cpu, MB / ours':>22}")
    for row in rows:
        values = "".join(
            f"{'–':>8}" if math.isnan(row[name]) else f"{row[name]:8.4f}" for name in COLUMNS)
        costs = "".join(
            f"{'–':>12}" if math.isnan(row[name]) else f"{row[name]:12,.1f}"
            if row[name] < 100 else f"{row[name]:12,.0f}" for name in COSTS)
        ratio = ""
        if base is not None and row is not base:
            ratio = " ".join(
                f"×{row[name] / base[name]:.2f}" for name in ("AP", "cpu s", "MB")
                if base[name] and not math.isnan(row[name]))
        print(f"{row['model']:42}{values}{costs}{ratio:>22}", flush=True)
