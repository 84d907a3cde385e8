#!/usr/bin/env python3
"""Peers of the letters panel, on the developers' half of the data (pip install scikit-learn).

python3 Benchmarks/peers/letters.py ../shared/data/letters

Vigilance: TF-IDF of words and pairs with logistic regression, five folds grouped by block. Themes:
TF-IDF with linear support vectors trained on annotation and SIANCE's predictions, tested on the
hand-labelled sentences, which are kept out of the training; beside it SIANCE's stored predictions.
Repeats: cosine of TF-IDF among the demands of a site, threshold chosen on the same data (an
advantage our own method does not take).
"""
import collections
import json
import pathlib
import sys

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC


def rows(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


def vigilance(data, sentences):
    judged = rows(data / "vigilance.jsonl")
    block = {row["id"]: row["block"] for row in sentences}
    labels = np.array([row["level"] >= 1 for row in judged]).astype(int)
    texts = np.array([row["text"] for row in judged])
    scores = np.zeros(len(labels))
    groups = [block[row["id"]] for row in judged]
    for train, test in GroupKFold(5).split(texts, labels, groups):
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=1)
        model = LogisticRegression(C=10, class_weight="balanced", max_iter=2000)
        model.fit(words.fit_transform(texts[train]), labels[train])
        scores[test] = model.predict_proba(words.transform(texts[test]))[:, 1]
    top = labels[np.argsort(-scores, kind="stable")[:50]].mean()
    print(
        f"vigilance  TF-IDF + LR      AP {average_precision_score(labels, scores):.3f} "
        f"Brier {brier_score_loss(labels, scores):.3f} P@50 {top:.2f}"
    )
    flags = np.array([bool({648, 699, 706} & set(row["siance_pred"])) for row in judged]).astype(int)
    print(f"vigilance  SIANCE as a flag  AP {average_precision_score(labels, flags):.3f}")


def themes(data, sentences):
    judged = [row for row in rows(data / "vigilance.jsonl") if row["hand_themes"]]
    hidden = {row["id"] for row in judged}
    names = sorted({theme for row in sentences for theme in row["themes"]})
    train = [row for row in sentences if row["id"] not in hidden]
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    matrix = words.fit_transform([row["text"] for row in train])
    shown = words.transform([row["text"] for row in judged])
    scores = np.zeros((len(judged), len(names)))
    for column, name in enumerate(names):
        labels = [name in row["themes"] or name in row["siance_themes"] for row in train]
        model = LinearSVC(C=0.1, class_weight="balanced").fit(matrix, labels)
        scores[:, column] = model.decision_function(shown)
    hits = [names[best] in row["hand_themes"] for best, row in zip(scores.argmax(1), judged)]
    print(f"themes     TF-IDF + SVC      P@1 {np.mean(hits):.3f} of {len(judged)}")
    known = {row["id"]: row["siance_themes"] for row in sentences}
    answered = [row for row in judged if known.get(row["id"])]
    right = [bool(set(known[row["id"]]) & set(row["hand_themes"])) for row in answered]
    print(f"themes     SIANCE stored     {np.mean(right):.3f} right on {len(answered)} it answers")


def repeats(data):
    letters = rows(data / "assembled" / "truth.jsonl")
    sites = collections.defaultdict(list)
    for letter in sorted(letters, key=lambda letter: (letter["date"], letter["inspection"])):
        sites[letter["site"]].append(letter)
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    words.fit([item["text"] for letter in letters for item in letter["items"]])
    found = []
    for own in sites.values():
        earlier = []
        for letter in own:
            for item in letter["items"]:
                vector = words.transform([item["text"]])
                best = max(((vector @ v.T)[0, 0], i) for v, i in earlier) if earlier else (0, None)
                found.append((best[0], best[1], item["repeat_of"]))
            earlier += [(words.transform([i["text"]]), i["id"]) for i in letter["items"]]
    total = sum(truth is not None for _, _, truth in found)
    best, hits = 0, 0
    for count, (_, guess, truth) in enumerate(sorted(found, key=lambda row: -row[0]), 1):
        hits += truth is not None and guess == truth
        best = max(best, 2 * hits / (count + total))
    print(f"repeats    TF-IDF cosine     F1 {best:.3f} at its best threshold, {total} planted")


def main():
    data = pathlib.Path(sys.argv[1])
    sentences = rows(data / "sentences.jsonl")
    vigilance(data, sentences)
    themes(data, sentences)
    repeats(data)


main()
