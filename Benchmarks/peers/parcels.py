"""Peers of `vigie evaluate parcels changes`: classical differences, and a scikit-learn booster by
3-fold cross-validation over scenes (in matched colours and in the pictures' own, the cut of a pair
from the other scenes of its set), on a folder with `pairs.csv`, with the same figures.

Usage: python3 parcels.py FOLDER [PREDICTIONS]   (numpy, scipy, pillow, scikit-learn)
With PREDICTIONS, the figures of a folder that `vigie evaluate --predictions` wrote are added.
"""
import csv
import os
import sys
import time

import numpy as np
from PIL import Image
from scipy import ndimage
from sklearn.ensemble import HistGradientBoostingClassifier

SMALLEST = {"fotbcd": 100, "levir": 16, "dsifn": 16, "oscd": 4}


def load(path, mode="RGB"):
    return np.asarray(Image.open(path).convert(mode)).astype(np.float32)


def matched(source, target):
    """Histogram matching, two rounds, the second on the 70 % that changed least."""
    def once(mask):
        out = source.copy()
        for c in range(3):
            s = np.bincount(source[..., c][mask].astype(int), minlength=256)
            t = np.bincount(target[..., c][mask].astype(int), minlength=256)
            curve = np.searchsorted(np.cumsum(t), np.cumsum(s) - s / 2, side="right").clip(0, 255)
            out[..., c] = curve[source[..., c].astype(int)]
        return out
    first = once(np.ones(source.shape[:2], bool))
    difference = np.abs(first - target).sum(2)
    return once(difference <= np.quantile(difference, 0.7))


def smooth(plane, deviation):
    return ndimage.gaussian_filter(plane, deviation, mode="nearest", truncate=3)


def channels(picture):
    r, g, b = picture[..., 0], picture[..., 1], picture[..., 2]
    total = r + g + b + 30
    return [(r + g + b) / 3, r - g, (r + g) / 2 - b, 255 * (2 * g - r - b) / total, 255 * b / total]


def features(before, after):
    planes = []
    for a, b in zip(channels(before), channels(after)):
        a, b = a - np.median(a), b - np.median(b)
        for s in (1, 2, 4, 8):
            x, y = smooth(a, s), smooth(b, s)
            planes += [y - x, abs(y - x), np.maximum(x, y), np.minimum(x, y)]
    light = channels(before)[0], channels(after)[0]
    for s in (1, 2, 4, 8):
        pair = []
        for plane in light:
            gy, gx = np.gradient(smooth(plane, 0.7))
            pair.append(np.sqrt(smooth(gx * gx + gy * gy, s)))
        planes += [pair[1] - pair[0], abs(pair[1] - pair[0]), np.maximum(*pair), np.minimum(*pair)]
    for radius in (2, 4, 8):
        mean = lambda x: ndimage.uniform_filter(x, 2 * radius + 1, mode="nearest")
        ma, mb = mean(light[0]), mean(light[1])
        va = np.maximum(mean(light[0] ** 2) - ma * ma, 0)
        vb = np.maximum(mean(light[1] ** 2) - mb * mb, 0)
        planes.append((mean(light[0] * light[1]) - ma * mb + 20) / np.sqrt((va + 20) * (vb + 20)))
        planes += [np.sqrt(vb) - np.sqrt(va), np.sqrt(np.maximum(va, vb))]
    return np.stack(planes, -1).astype(np.float32)


def otsu(values):
    counts, edges = np.histogram(values, 256)
    p = counts / counts.sum()
    centres = (edges[1:] + edges[:-1]) / 2
    w = np.cumsum(p)
    m = np.cumsum(p * centres)
    between = (m[-1] * w - m) ** 2 / np.maximum(w * (1 - w), 1e-12)
    return centres[np.argmax(between)]


def components(mask, smallest):
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    sizes = np.bincount(labels.ravel())
    return [labels == i for i in range(1, count + 1) if sizes[i] >= smallest]


def figures(items):
    tp = fp = fn = objects = matches = loose = 0
    ranked = []
    for scores, mask, label, smallest in items:
        found, true = components(mask, smallest), components(label, smallest)
        m = np.any(found, 0) if found else np.zeros_like(label)
        t = np.any(true, 0) if true else np.zeros_like(label)
        tp += (m & t).sum()
        fp += (m & ~t).sum()
        fn += (~m & t).sum()
        objects += len(true)
        loose += sum((c & m).sum() >= 0.3 * c.sum() for c in true)
        pairs = sorted(((-(a & b).sum() / (a | b).sum(), i, j) for i, a in enumerate(found)
                        for j, b in enumerate(true) if (a & b).any()))
        left, right = set(), set()
        for value, i, j in pairs:
            if value <= -0.3 and i not in left and j not in right:
                left.add(i)
                right.add(j)
        matches += len(left)
        ranked += [(scores[c].mean(), i in left) for i, c in enumerate(found)]
    ranked.sort(key=lambda one: -one[0])
    hits, ap = 0, 0.0
    for place, (_, hit) in enumerate(ranked):
        if hit:
            hits += 1
            ap += hits / (place + 1)
    return (2 * tp / max(1, 2 * tp + fp + fn), 2 * matches / max(1, len(ranked) + objects),
            ap / max(1, objects), loose / max(1, objects), len(ranked), objects)


def main():
    root = sys.argv[1]
    rows = [r for r in csv.DictReader(open(os.path.join(root, "pairs.csv")))
            if os.path.exists(os.path.join(root, r["set"], r["folder"], "label.png"))]
    pairs = []
    for r in rows:
        folder = os.path.join(root, r["set"], r["folder"])
        before, after = load(folder + "/before.png"), load(folder + "/after.png")
        label = load(folder + "/label.png", "L") > 127
        metres = float(r["gsd_m"] or 0.5)
        n = [max(1, round(k / max(1, 0.5 / metres))) for k in before.shape[:2]]
        shrink = lambda p: np.asarray(Image.fromarray(p.astype(np.uint8)).resize(
            (n[1], n[0]), Image.BOX)).astype(np.float32)
        a, b = shrink(before), shrink(after)
        own, b = b, matched(b, a)
        small = np.asarray(Image.fromarray(label).resize((n[1], n[0]), Image.NEAREST))
        pairs.append(dict(set=r["set"], folder=r["folder"], a=a, b=b, own=own, small=small, label=label))
    report("difference + Otsu", pairs, difference)
    report("CVA + Otsu", pairs, cva)
    report("1 - SSIM + Otsu", pairs, unlike)
    booster("matched colours", pairs, "b")
    booster("own colours", pairs, "own")
    if len(sys.argv) > 2:
        for p in pairs:
            p["map"] = load(os.path.join(sys.argv[2], p["set"], p["folder"] + ".png"), "L")
        table("vigie", [(p, p["map"], p["map"] >= 128) for p in pairs])


def large(plane, p):
    return np.asarray(Image.fromarray(plane.astype(np.float32)).resize(p["label"].shape[::-1], 2))


def difference(p):
    return np.abs(p["a"] - p["b"]).sum(2)


def cva(p):
    d = p["b"] - p["a"]
    return np.sqrt((((d - d.mean((0, 1))) / (d.std((0, 1)) + 1e-6)) ** 2).sum(2))


def unlike(p):
    a, b = p["a"].mean(2), p["b"].mean(2)
    mean = lambda x: smooth(x, 1.5)
    ma, mb = mean(a), mean(b)
    va, vb = mean(a * a) - ma * ma, mean(b * b) - mb * mb
    both = mean(a * b) - ma * mb
    return 1 - (2 * ma * mb + 6.5) * (2 * both + 58) / (
        (ma * ma + mb * mb + 6.5) * (va + vb + 58))


def report(name, pairs, score):
    out = []
    for p in pairs:
        s = smooth(score(p), 1)
        mask = ndimage.binary_opening(s > otsu(s), iterations=1)
        out.append((p, large(s, p), large(mask.astype(np.float32), p) > 0.5))
    table(name, out)


CUTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]


def scene(p):
    """Pairs cut from one scene share the first parts of their names."""
    parts = p["folder"].split("_")
    return "_".join(parts[:2]) if p["set"] == "levir" else p["folder"]


def booster(name, pairs, colours):
    start = time.process_time()
    random = np.random.default_rng(0)
    fine = [p for p in pairs if p["set"] != "oscd"]
    numbers = {}
    for p in fine:
        p["x"] = features(p["a"], p[colours])
        of = numbers.setdefault(p["set"], {})
        p["fold"] = of.setdefault(scene(p), len(of)) % 3
        y = p["small"].ravel()
        yes, no = np.flatnonzero(y), np.flatnonzero(~y)
        p["drawn"] = np.concatenate([random.permutation(yes)[:1200], random.permutation(no)[:1800]])
    for fold in range(3):
        teachers = [p for p in fine if p["fold"] != fold]
        x = np.concatenate([p["x"].reshape(-1, p["x"].shape[-1])[p["drawn"]] for p in teachers])
        y = np.concatenate([p["small"].ravel()[p["drawn"]] for p in teachers])
        model = HistGradientBoostingClassifier(max_leaf_nodes=15, min_samples_leaf=200)
        model.fit(x, y)
        for p in fine:
            if p["fold"] == fold:
                s = model.predict_proba(p["x"].reshape(-1, p["x"].shape[-1]))[:, 1]
                p["score"] = large(smooth(s.reshape(p["small"].shape), 1), p)
    out = []
    for set_ in dict.fromkeys(p["set"] for p in fine):
        own = [p for p in fine if p["set"] == set_]
        for p in own:
            p["counts"] = {c: overlap(p["score"] >= c, p["label"]) for c in CUTS}
        for p in own:
            others = [q for q in own if scene(q) != scene(p)]
            best = max(CUTS, key=lambda c: f1([q["counts"][c] for q in others]))
            out.append((p, p["score"], p["score"] >= best))
    table("scikit-learn booster, %s, 3 folds (%.0f s)" % (name, time.process_time() - start), out)


def overlap(mask, label):
    return (mask & label).sum(), (mask & ~label).sum(), (~mask & label).sum()


def f1(counts):
    tp, fp, fn = np.sum(counts, 0)
    return 2 * tp / max(1, 2 * tp + fp + fn)


def table(name, out):
    print(name)
    for set_ in dict.fromkeys(p["set"] for p, _, _ in out):
        one = [(s, m, p["label"], SMALLEST.get(set_, 16)) for p, s, m in out if p["set"] == set_]
        f1, obj, ap, loose, candidates, objects = figures(one)
        print(f"  {set_:7} F1 {f1:.3f}  objF1 {obj:.3f}  AP {ap:.3f}  looseR {loose:.2f}"
              f"  candidates {candidates}  ({len(one)} pairs, {objects} objects)", flush=True)


main()
