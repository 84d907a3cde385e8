#!/usr/bin/env python3
"""Peers beside Vigie on the restaurants panel: the same rows, the same grouped folds, one run.

usage: restaurants.py VIGIE DATA [--tasks …] [--folds N]   (DATA holds `restaurants/`; see `run`)

Every model, Vigie included, learns from the other folds and predicts the fold left out; folds keep
an establishment (a SIRET) whole. Predictions of all folds are pooled before figures are taken.
Each fit is a process of its own: processor seconds and peak memory are the system's. `predicted/s`
is rows a second of prediction alone (features included, on one fitted model, processor time).
"""

import argparse
import csv
import os
import sys
import tempfile

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold

import measured
import measures
import table_models

HERE = os.path.dirname(os.path.abspath(__file__))
SENTIMENT = ["words 1–2 + chars 3–5, LR balanced", "words 1–2 + chars 3–5, LinearSVC",
             "NB-SVM, words 1–2", "fastText, default", "fastText, tuned"]
SANITARY = ["25 stems", "25 stems and mark ≤ 3", "words 1–2 + chars 3–5, LR balanced",
            "NB-SVM, words 1–2", "LR balanced, hand + weak labels of the stems"]
ESTABLISHMENT = list(table_models.MODELS)
SPEED_COPIES = 4  # How often all rows are given again to time prediction alone.


def read(path, delimiter, quoting=csv.QUOTE_MINIMAL):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter, quoting=quoting))


class Files:
    """Fold files in the formats that Vigie reads, and its predictions."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, rows, delimiter):
        path = self.path(name)
        with open(path, "w", encoding="utf-8", newline="") as file:
            if delimiter == "\t":
                columns = list(rows[0])
                lines = ["\t".join(columns)] + [
                    "\t".join(row[c] or "" for c in columns) for row in rows]
                file.write("\n".join(lines) + "\n")
            else:
                writer = csv.DictWriter(
                    file, list(rows[0]), delimiter=delimiter, lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
        return path

    def scores(self, path, key):
        return {row[key]: float(row["score"])
                for row in read(path, "\t", csv.QUOTE_NONE)}


class Run:
    """One task: rows, labels, groups, and how each model is asked."""

    def __init__(self, vigie, files, task, rows, labels, groups, folds):
        self.vigie, self.files, self.task = vigie, files, task
        self.rows, self.labels = rows, np.asarray(labels)
        splitter = StratifiedGroupKFold(n_splits=folds, shuffle=True, random_state=1)
        self.folds = list(splitter.split(np.zeros(len(rows)), self.labels, groups))

    def line(self, model, scores, costs, speed, is_probability=True):
        """A line of the table from the costs of all folds."""
        wall, cpu = (sum(cost[name] for cost in costs) for name in ("wall", "cpu"))
        handled = sum(len(a) + len(b) for a, b in self.folds)
        return {"model": model, **measures.figures(self.labels, scores, is_probability),
                "wall s": wall, "cpu s": cpu, "rows/s": handled / cpu, "predicted/s": speed,
                "MB": max(cost["MB"] for cost in costs)}

    def peer(self, model, script, request_of):
        scores, costs, predicted, seconds = np.zeros(len(self.rows)), [], 0, 0.0
        is_probability = True
        for training, test in self.folds:
            answer, cost = measured.work(
                os.path.join(HERE, script), {"model": model, **request_of(training, test)})
            scores[test] = answer["scores"]
            costs.append(cost)
            predicted += len(test)
            seconds += answer["predict cpu"]
            is_probability = answer["is probability"]
        print(f"… {self.task}: {model}", file=sys.stderr, flush=True)
        return self.line(model, scores, costs, predicted / max(seconds, 1e-9), is_probability)

    def ours(self, key, delimiter, more_of, speed_rows):
        """Vigie on the same folds, through its command."""
        scores, costs = np.zeros(len(self.rows)), []
        for number, (training, test) in enumerate(self.folds):
            train_file = self.files.write(
                f"{self.task}-train{number}", [self.rows[i] for i in training], delimiter)
            test_file = self.files.write(
                f"{self.task}-test{number}", [self.rows[i] for i in test], delimiter)
            found, cost = self.evaluate(train_file, test_file, key, more_of(training, number))
            costs.append(cost)
            scores[test] = [found[self.rows[i][key]] for i in test]
        speed = self.speed(key, delimiter, more_of, speed_rows)
        print(f"… {self.task}: Vigie", file=sys.stderr, flush=True)
        return self.line("Vigie", scores, costs, speed)

    def evaluate(self, train, test, key, more):
        out = self.files.path("predictions.tsv")
        cost = measured.command(
            [self.vigie, "evaluate", "restaurants", self.task, "--train", train, "--test", test,
             "--predictions", out, "--quiet", *more], accepted=(0, 3))
        return self.files.scores(out, key), cost

    def speed(self, key, delimiter, more_of, rows):
        """Rows a second of reading and predicting: many rows against one, same training."""
        training = self.folds[0][0]
        train = self.files.path(f"{self.task}-train0")
        copies = [{**row, key: f"{row[key]}-{copy}"} for copy in range(SPEED_COPIES)
                  for row in rows]
        used = []
        for name, some in (("many", copies), ("one", copies[:1])):
            test = self.files.write(f"{self.task}-{name}", some, delimiter)
            runs = [self.evaluate(train, test, key, more_of(training, 0))[1]["cpu"]
                    for _ in range(3)]
            used.append(min(runs))
        return (len(copies) - 1) / max(used[0] - used[1], 1e-3)


def reviews(data):
    rows = read(os.path.join(data, "avis_dev.tsv"), "\t", csv.QUOTE_NONE)
    return [row for row in rows if row["texte"]]


def text(row):
    return (row["titre"] + ". " if row["titre"] else "") + row["texte"]


def texts(rows):
    return [text(row) for row in rows]


def sentiment(vigie, data, files, folds):
    rows = [row for row in reviews(data) if row["note"] != "3"]
    labels = [int(int(row["note"]) <= 2) for row in rows]
    run = Run(vigie, files, "sentiment", rows, labels, [r["etablissement"] for r in rows], folds)

    def request(training, test):
        return {"texts": texts(rows[i] for i in training), "labels": [labels[i] for i in training],
                "test": texts(rows[i] for i in test), "marks": []}

    lines = [run.ours("id_avis", "\t", lambda *_: [], rows)]
    lines += [run.peer(model, "text_models.py", request) for model in SENTIMENT]
    measures.table(
        f"sentiment: {len(rows):,} reviews, {sum(labels):,} negative, {folds} folds grouped by "
        "establishment", lines)


def sanitary(vigie, data, files, folds):
    labelled = {row["id_avis"]: row["sanitaire"]
                for row in read(os.path.join(data, "sanitaire_labels_dev.tsv"), "\t")
                if row["sanitaire"] in ("0", "1")}
    everything = reviews(data)
    rows = [row for row in everything if row["id_avis"] in labelled]
    labels = [int(labelled[row["id_avis"]]) for row in rows]
    run = Run(vigie, files, "sanitary", rows, labels, [r["etablissement"] for r in rows], folds)

    def request(training, test):
        places = {rows[i]["etablissement"] for i in test}
        pool = [row for row in everything
                if row["etablissement"] not in places and row["id_avis"] not in labelled]
        return {"texts": texts(rows[i] for i in training), "labels": [labels[i] for i in training],
                "pool": texts(pool), "test": texts(rows[i] for i in test),
                "marks": [int(rows[i]["note"]) for i in test]}

    def more(training, number):
        some = [{"id_avis": rows[i]["id_avis"], "sanitaire": str(labels[i])} for i in training]
        return ["--labels", files.write(f"sanitary-labels{number}", some, "\t")]

    lines = [run.ours("id_avis", "\t", more, everything)]
    lines += [run.peer(model, "text_models.py", request) for model in SANITARY]
    measures.table(
        f"sanitary: {len(rows):,} hand labels, {sum(labels):,} positive, {folds} folds grouped by "
        "establishment", lines)


def establishment(vigie, data, files, folds):
    rows = read(os.path.join(data, "alimconfiance_2021_dev.csv"), ";")
    rows = [row for row in rows if table_models.outcome(row) is not None]
    past = os.path.join(data, "alimconfiance_history_2017_2019_dev.csv")
    history = read(past, ";")
    labels = [table_models.is_bad(row) for row in rows]
    run = Run(vigie, files, "establishment", rows, labels, [row["SIRET"] for row in rows], folds)

    def request(training, test):
        return {"training": [rows[i] for i in training], "history": history,
                "test": [rows[i] for i in test]}

    lines = [run.ours("Numero_inspection", ";", lambda *_: ["--history", past], rows)]
    lines += [run.peer(model, "table_models.py", request) for model in ESTABLISHMENT]
    measures.table(
        f"establishment: {len(rows):,} inspections, {sum(labels):,} not compliant, {folds} folds "
        "grouped by SIRET", lines)


TASKS = {"sentiment": sentiment, "sanitary": sanitary, "establishment": establishment}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("vigie", help="the binary")
    parser.add_argument("data", help="the folder that holds `restaurants/`")
    parser.add_argument("--tasks", nargs="+", choices=list(TASKS), default=list(TASKS))
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    data = os.path.join(options.data, "restaurants")
    if not os.path.isdir(data):
        sys.exit(f"no data at {data}: nothing to compare on")
    with tempfile.TemporaryDirectory(prefix="vigie-folds-") as folder:
        for task in options.tasks:
            TASKS[task](os.path.abspath(options.vigie), data, Files(folder), options.folds)


if __name__ == "__main__":
    main()
