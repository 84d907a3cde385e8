"""The models for tables that a user could install today, on what is known of an establishment
before its inspection: activity, place, chain, past outcomes, neighbours. Never the date."""

import re
import time
import unicodedata

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import BallTree
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from measured import answer

NEIGHBOURS = 50
PARTS = 5  # Into which training rows are divided to learn rates out of fold.
EARTH_KM = 6371.0
BAD = ("a ameliorer", "a corriger de maniere urgente")


def folded(text):
    plain = unicodedata.normalize("NFD", (text or "").lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def outcome(row):
    """0 very good … 3 urgent, or None."""
    names = ["tres satisfaisant", "satisfaisant", *BAD]
    value = folded(row["Synthese_eval_sanit"])
    return names.index(value) if value in names else None


def is_bad(row):
    return int(folded(row["Synthese_eval_sanit"]) in BAD)


def place(row):
    parts = (row.get("geores") or "").replace(" ", "").split(",")
    try:
        return float(parts[0]), float(parts[1])
    except (ValueError, IndexError):
        return None


class Features:
    """Learned from the training rows and from earlier years only."""

    def __init__(self, training, history, known=None):
        self.past = {}
        for row in sorted(history, key=lambda row: row["Date_inspection"]):
            if outcome(row) is not None:
                self.past.setdefault(row["SIRET"], []).append(outcome(row))
        counts = {}
        for row in training:
            for activity in self.activities(row):
                counts[activity] = counts.get(activity, 0) + 1
        self.known = known or sorted(name for name, count in counts.items() if count >= 30)
        self.rates = self.rate_by(training, lambda row: (row["Code_postal"] or "")[:2])
        self.chains = self.rate_by(training, lambda row: folded(row["APP_Libelle_etablissement"]))
        self.base = float(np.mean([is_bad(row) for row in training]))
        located = [(place(row), is_bad(row)) for row in training if place(row)]
        self.tree = BallTree(np.radians([point for point, _ in located]), metric="haversine")
        self.near = np.asarray([bad for _, bad in located])

    @staticmethod
    def activities(row):
        return [folded(part) for part in row["APP_Libelle_activite_etablissement"].split("|")]

    @staticmethod
    def rate_by(rows, key):
        sums = {}
        for row in rows:
            total = sums.setdefault(key(row), [0, 0])
            total[0] += is_bad(row)
            total[1] += 1
        return sums

    def smoothed(self, sums, key, strength):
        bad, count = sums.get(key, (0, 0))
        return (bad + strength * self.base) / (count + strength), count

    def neighbours(self, rows):
        points = [place(row) for row in rows]
        rates, distances = np.full(len(rows), self.base), np.full(len(rows), 100.0)
        there = [index for index, point in enumerate(points) if point]
        if there:
            found, near = self.tree.query(
                np.radians([points[index] for index in there]), k=NEIGHBOURS)
            rates[there] = self.near[near].mean(1)
            distances[there] = found[:, -1] * EARTH_KM
        return rates, distances

    def matrix(self, rows):
        rates, distances = self.neighbours(rows)
        table = []
        for row, rate, distance in zip(rows, rates, distances):
            activities = self.activities(row)
            past = self.past.get(row["SIRET"], [])
            region, _ = self.smoothed(self.rates, (row["Code_postal"] or "")[:2], 50)
            chain, size = self.smoothed(self.chains, folded(row["APP_Libelle_etablissement"]), 10)
            table.append(
                [float(name in activities) for name in self.known]
                + [len(activities), region, chain, np.log1p(size), rate, np.log1p(distance),
                   float(bool(row.get("Agrement"))), len(past), past[-1] if past else -1,
                   max(past, default=-1), float(bool(past))])
        return np.asarray(table)


def lightgbm():
    from lightgbm import LGBMClassifier
    return LGBMClassifier(n_estimators=250, learning_rate=0.03, num_leaves=15,
                          min_child_samples=40, subsample=0.8, subsample_freq=1,
                          colsample_bytree=0.6, n_jobs=2, random_state=1, verbose=-1)


def xgboost():
    from xgboost import XGBClassifier
    return XGBClassifier(n_estimators=250, learning_rate=0.03, max_depth=4, min_child_weight=10,
                         subsample=0.8, colsample_bytree=0.6, n_jobs=2, random_state=1)


def histogram():
    return HistGradientBoostingClassifier(
        max_iter=150, learning_rate=0.04, max_leaf_nodes=15, min_samples_leaf=40, random_state=1)


def logistic():
    return make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=2000))


MODELS = {"LightGBM": lightgbm, "XGBoost": xgboost, "HistGradientBoosting": histogram,
          "logistic regression": logistic}


def out_of_fold(features, training, history):
    """Features of the training rows, their rates from other rows: a rate that holds the row's own
    outcome, or leaves only it out, tells the outcome."""
    numbers = {siret: number for number, siret in
               enumerate(sorted({row["SIRET"] for row in training}))}
    parts = np.asarray([numbers[row["SIRET"]] * 7919 % PARTS for row in training])
    table = None
    for part in range(PARTS):
        inside = [row for row, own in zip(training, parts) if own == part]
        outside = [row for row, own in zip(training, parts) if own != part]
        made = Features(outside, history, features.known).matrix(inside)
        table = np.zeros((len(training), made.shape[1])) if table is None else table
        table[parts == part] = made
    return table


def handle(request):
    begin = time.perf_counter()
    training, history = request["training"], request["history"]
    features = Features(training, history)
    model = MODELS[request["model"]]()
    model.fit(out_of_fold(features, training, history),
              np.asarray([is_bad(row) for row in training]))
    middle, used = time.perf_counter(), time.process_time()
    scores = model.predict_proba(features.matrix(request["test"]))[:, 1]
    return {"scores": [float(score) for score in scores], "train": middle - begin,
            "predict": time.perf_counter() - middle, "predict cpu": time.process_time() - used,
            "is probability": True}


if __name__ == "__main__":
    answer(handle)
