#!/usr/bin/env python3
"""Peers of `vigie evaluate inspections`, on the same rows and the same features, in one run.

    vigie evaluate inspections outcomes … --features FOLDER     (or exceedance)
    python3 Benchmarks/peers/inspections.py FOLDER

FOLDER holds what Vigie's models saw: train-N.tsv and test-N.tsv (label, day, agent, then the columns), one pair a window, and
vigie-N.tsv (score, score without the agent). Needs scikit-learn, lightgbm, xgboost, pandas.
"""

import os
import pathlib
import resource
import sys
import time

import lightgbm
import numpy as np
import pandas as pd
import xgboost
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

# More threads than idle cores wait by spinning: one on a machine that others use.
THREADS = int(os.environ.get("PEER_THREADS", "2"))
MODELS = {
    "LightGBM": lambda: lightgbm.LGBMClassifier(
        n_estimators=300, learning_rate=.03, num_leaves=15, min_child_samples=40, reg_lambda=5, subsample=.8,
        subsample_freq=1, colsample_bytree=.8, n_jobs=THREADS, random_state=1, verbose=-1),
    "XGBoost": lambda: xgboost.XGBClassifier(
        n_estimators=300, learning_rate=.03, max_depth=4, min_child_weight=8, reg_lambda=5, subsample=.8,
        colsample_bytree=.8, n_jobs=THREADS, random_state=1, tree_method="hist"),
    "HistGradientBoosting": lambda: HistGradientBoostingClassifier(
        max_iter=300, learning_rate=.03, max_leaf_nodes=15, min_samples_leaf=40, l2_regularization=5, random_state=1),
    "LogisticRegression": lambda: make_pipeline(
        SimpleImputer(add_indicator=True, keep_empty_features=True), StandardScaler(), LogisticRegression(C=.1, max_iter=2000)),
}


def calibration_error(scores, labels):
    order = np.argsort(-scores, kind="stable")
    return sum(abs(scores[bin].sum() - labels[bin].sum()) for bin in np.array_split(order, 10)) / len(labels)


def inside(scores, labels, agents):
    total = weight = 0
    for agent in pd.unique(agents):
        rows = agents == agent
        positives = labels[rows].sum()
        pairs = positives * (rows.sum() - positives)
        if agent and pairs:
            total, weight = total + pairs * roc_auc_score(labels[rows], scores[rows]), weight + pairs
    return total / weight if weight else float("nan")


def days_earlier(scores, labels, days, windows):
    gained = positives = 0
    for window in np.unique(windows):
        rows = windows == window
        order = np.argsort(-scores[rows], kind="stable")
        gain = days[rows][order] - np.sort(days[rows])
        hits = labels[rows][order] > 0
        gained, positives = gained + gain[hits].sum(), positives + hits.sum()
    return gained / max(1, positives)


def line(name, scores, table, windows, train="", rate=""):
    labels, agents, days = table.label.to_numpy(), table.agent.fillna("").to_numpy(), table.day.to_numpy()
    top = np.argsort(-scores, kind="stable")[:int(np.ceil(len(labels) / 10))]
    onset = table.previous.to_numpy() <= 1 if "previous" in table else None
    extra = ""
    if onset is not None:
        extra = f"  onset AUC {roc_auc_score(labels[onset], scores[onset]):.3f} AP {average_precision_score(labels[onset], scores[onset]):.3f}"
    print(f"{name:32s} AUC {roc_auc_score(labels, scores):.3f}  AP {average_precision_score(labels, scores):.3f}  "
          f"P@10 {labels[top].mean():.3f}  Brier {np.mean((scores - labels) ** 2):.4f}  ECE {calibration_error(scores, labels):.3f}  "
          f"in list {inside(scores, labels, agents):.3f}  days {days_earlier(scores, labels, days, windows):5.1f}{extra}  {train:>7s} {rate:>9s}",
          flush=True)


def main(folder):
    names = sorted(path.name[6:-4] for path in folder.glob("train-*.tsv"))
    pairs = [(pd.read_csv(folder / f"train-{n}.tsv", sep="\t", dtype={"agent": str}),
              pd.read_csv(folder / f"test-{n}.tsv", sep="\t", dtype={"agent": str}),
              pd.read_csv(folder / f"vigie-{n}.tsv", sep="\t")) for n in names]
    table = pd.concat([test for _, test, _ in pairs], ignore_index=True)
    windows = np.concatenate([np.full(len(test), place) for place, (_, test, _) in enumerate(pairs)])
    fixed = [c for c in ("label", "day", "agent", "previous") if c in table]
    columns = [c for c in table if c not in fixed]
    print(f"{len(names)} windows, {len(table)} rows, {int(table.label.sum())} positive, {len(columns)} columns")
    for column in ("score", "score_without_agent"):
        if column in pairs[0][2]:
            line(f"Vigie, {column}", np.concatenate([v[column].to_numpy() for _, _, v in pairs]), table, windows)
    has_agents = table.agent.notna().any()
    for with_agent in ([False, True] if has_agents else [False]):
        for name, make in MODELS.items():
            scores, took, predicted = [], 0, 0
            for train, test, _ in pairs:
                def matrix(rows):
                    values = rows[columns].to_numpy(dtype=np.float32)
                    if not with_agent:
                        return values
                    return np.hstack([values] + [(rows.agent == a).to_numpy(np.float32)[:, None] for a in known])
                known = sorted(train.agent.dropna().unique())
                model = make()
                start = time.perf_counter()
                model.fit(matrix(train), train.label)
                took += time.perf_counter() - start
                start = time.perf_counter()
                scores.append(model.predict_proba(matrix(test))[:, 1])
                predicted += time.perf_counter() - start
            line(name + (" + agent" if with_agent else ""), np.concatenate(scores), table, windows,
                 f"{took / len(pairs):.2f} s", f"{len(table) / predicted / 1000:.0f} k/s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
