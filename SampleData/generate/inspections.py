#!/usr/bin/env python3
"""Writes SampleData/inspections: an invented département. Same seed, same bytes."""

import csv
import datetime as dt
import io
import math
import pathlib
import random
import zipfile

OUT = pathlib.Path(__file__).resolve().parent.parent / "inspections"
TODAY = dt.date(2026, 11, 20)
random.seed(2018_11_07)

COURSES = [  # name, start, direction, nitrate level, season
    ("La Vaudrelle", (47.42, 4.60), (-0.035, 0.050), 24.0), ("Ru de Vaux", (47.52, 4.72), (-0.030, 0.022), 38.0),
    ("L'Orsine", (47.30, 4.55), (0.022, 0.050), 15.0), ("La Fouille-Terre", (47.36, 4.86), (-0.045, 0.015), 29.0),
    ("Le Grand Bief", (47.22, 4.70), (0.012, 0.055), 19.0), ("La Nive-Morte", (47.48, 4.92), (-0.020, -0.030), 12.0),
]
COMMUNES = ["Vaudrey-les-Bois", "Orsigny", "Fouilleterre", "Biefmont", "Nivelle-sous-Roche", "Saint-Ours-le-Val",
            "Montbrelan", "Clairefonte", "La Combe-aux-Geais", "Beaumarais", "Rocheserve", "Ardoisay"]
ACTIVITIES = [("Élevage de porcs", "Enregistrement"), ("Élevage de vaches laitières", "Déclaration"),
              ("Polyculture", ""), ("Maïsiculture", ""), ("Station d'épuration", "Autorisation"),
              ("Traitement de surface", "Autorisation"), ("Distillerie", "Enregistrement"), ("Carrière", "Autorisation")]
NAMES = ["des Saules", "du Moulin Neuf", "de la Croix-Rouge", "des Grands Prés", "du Bief", "de l'Étang", "des Charmes",
         "du Clos Martin", "de la Vieille Tour", "des Genêts", "du Pont-aux-Ânes", "de la Source"]
THEMES = ["pollution diffuse (nitrates)", "assainissement et rejets", "zones humides et travaux"]
AGENTS = ["Service Nord", "Service Sud", "Brigade mobile"]
STRICT = {"Service Nord": 0.9, "Service Sud": -0.7, "Brigade mobile": 0.1}

# --- stations and series
stations, measures = [], []
for course, (name, (lat, lon), (dlat, dlon), level) in enumerate(COURSES):
    for place in range(5):
        code = f"99{course + 1:02d}{(place + 1) * 10:04d}"
        stations.append(dict(code=code, name=f"{name.upper()} À {COMMUNES[(course * 2 + place) % 12].upper()}",
                             lat=lat + dlat * place, lon=lon + dlon * place, course=name, course_code=f"Z{course:03d}",
                             commune=COMMUNES[(course * 2 + place) % 12], level=level * (0.75 + 0.14 * place)))
day = dt.date(2018, 1, 8)
weather = 0.0
while day <= TODAY - dt.timedelta(days=12):
    weather = 0.7 * weather + random.gauss(0, 0.16)
    season = 0.32 * math.cos(2 * math.pi * (day.timetuple().tm_yday - 35) / 365)
    for station in stations:
        if random.random() < 0.12:
            continue
        drift = 0.05 * (day.year - 2018) if station["course"] == "Ru de Vaux" else 0.0
        nitrates = station["level"] * math.exp(season + weather + drift + random.gauss(0, 0.17))
        when = day + dt.timedelta(days=random.randint(0, 9))
        measures.append((station["code"], station["name"], "1340", when, nitrates, "mg(NO3)/L", 0.5))
        if random.random() < 0.35:
            ammonium = 0.08 * math.exp(random.gauss(0, 0.9)) * (4 if station["course"] == "Le Grand Bief" else 1)
            measures.append((station["code"], station["name"], "1335", when, ammonium, "mg(NH4)/L", 0.05))
        if random.random() < 0.3:
            phosphorus = 0.06 * math.exp(random.gauss(0, 0.7)) * (3 if station["course"] == "Le Grand Bief" else 1)
            measures.append((station["code"], station["name"], "1350", when, phosphorus, "mg(P)/L", 0.02))
    day += dt.timedelta(days=30)

def french(day):
    return day.isoformat()

def write(name, header, rows, delimiter=";"):
    with open(OUT / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)

OUT.mkdir(exist_ok=True)
write("stations.csv", ["code_station", "libelle_station", "coordonnee_x", "coordonnee_y", "code_projection", "longitude",
                       "latitude", "libelle_commune", "code_departement", "code_cours_eau", "nom_cours_eau",
                       "code_masse_deau", "code_eu_sous_bassin", "altitude_point_caracteristique"],
      [[s["code"], s["name"], "", "", "", f"{s['lon']:.5f}", f"{s['lat']:.5f}", s["commune"], "99", s["course_code"],
        s["course"], f"FRZZ{s['course_code']}", "FRZ_INVENTE", 210 + 7 * i % 90] for i, s in enumerate(stations)])

def analyses(rows, unit_slip=False):
    for number, (code, name, parameter, when, value, unit, limit) in enumerate(rows):
        below = value < limit
        yield [code, name, "3", "3", french(when), parameter, f"{limit if below else value:.3g}", unit,
               "10" if below else "1",
               "Résultat < au seuil de quantification" if below
               else "Résultat > seuil de quantification et < au seuil de saturation", "", f"{limit}", "1"]

header = ["code_station", "libelle_station", "code_support", "code_fraction", "date_prelevement", "code_parametre", "resultat",
          "symbole_unite", "code_remarque", "mnemo_remarque", "limite_detection", "limite_quantification",
          "code_qualification"]
recent = [m for m in measures if m[3].year >= 2023]
write("analyses.csv", header, analyses(recent))

# The older ones as Naïades delivers them: a ZIP, a byte order mark, semicolons.
older = io.StringIO()
writer = csv.writer(older, delimiter=";", lineterminator="\r\n")
writer.writerow(["CdStationMesureEauxSurface", "LbStationMesureEauxSurface", "CdSupport", "LbSupport", "CdFractionAnalysee",
                 "LbFractionAnalysee", "DatePrel", "CdParametre", "LbLongParamètre", "RsAna", "CdUniteMesure",
                 "SymUniteMesure", "CdRqAna", "MnemoRqAna", "LdAna", "LqAna", "MnemoStatutAna", "LbQualAna"])
labels = {"1340": "Nitrates", "1335": "Ammonium", "1350": "Phosphore total"}
for code, name, parameter, when, value, unit, limit in measures:
    if when.year >= 2023:
        continue
    below = value < limit
    writer.writerow([code, name, "3", "Eau", "3", "Phase aqueuse de l'eau", when.isoformat(), parameter, labels[parameter],
                     f"{limit if below else value:.3g}", "162", unit, "10" if below else "1",
                     "Résultat < au seuil de quantification" if below else "Domaine de validité", "", str(limit),
                     "Donnée contrôlée niveau 1", "Correcte"])
with zipfile.ZipFile(OUT / "naiades.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    entry = zipfile.ZipInfo("Analyses.CSV", (2026, 11, 20, 8, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, "\ufeff" + older.getvalue())

# --- sites
sites = []
for number in range(110):
    course = number % len(COURSES)
    _, (lat, lon), (dlat, dlon), level = COURSES[course]
    along = random.uniform(-0.3, 4.4)
    activity, regime = ACTIVITIES[min(7, int(random.expovariate(0.45)))]
    prefix = "EARL" if "levage" in activity or "culture" in activity else "SAS"
    name = f"{prefix} {NAMES[number % 12]}" + ("" if number < 12 else f" {number // 12 + 1}")
    if activity == "Station d'épuration":
        name = f"STEP de {COMMUNES[number % 12]}"
    sites.append(dict(code=f"0099.{number + 101:05d}", name=name, activity=activity, regime=regime, course=course,
                      lat=lat + dlat * along + random.gauss(0, 0.012), lon=lon + dlon * along + random.gauss(0, 0.012),
                      commune=COMMUNES[(course * 2 + int(max(0, along))) % 12], risk=random.gauss(0, 1.0), level=level))
sites[0].update(name="EARL des Saules", activity="Élevage de porcs", regime="Enregistrement", course=1, lat=47.468, lon=4.752,
                risk=2.4, level=38.0, commune="Orsigny")
sites[7].update(name="SAS Chromage du Bief", activity="Traitement de surface", regime="Autorisation", risk=1.9)
write("icpe.csv", ["Numéro d'inspection", "Nom établissement", "Code postal", "Commune", "Département", "Régime en vigueur",
                   "Statut SEVESO", "Etat d’activité", "Priorité nationale", "IED-MTD", "activite", "latitude", "longitude"],
      [[s["code"], s["name"], "99000", s["commune"].upper(), "DÉPARTEMENT INVENTÉ", s["regime"], "Non Seveso",
        "Cessation déclarée" if i == 31 else "En fonctionnement", "Non", "Non", s["activity"], f"{s['lat']:.5f}",
        f"{s['lon']:.5f}"] for i, s in enumerate(sites)])

# --- past inspections
def water(site, when):
    near = [m for m in measures if m[2] == "1340" and 0 < (when - m[3]).days < 400
            and abs(next(s for s in stations if s["code"] == m[0])["lat"] - site["lat"]) < 0.06
            and abs(next(s for s in stations if s["code"] == m[0])["lon"] - site["lon"]) < 0.08]
    return sum(m[4] > 25 for m in near) / len(near) if near else 0.2

controls = []
number = 0
when = dt.date(2018, 3, 1)
while when < TODAY - dt.timedelta(days=10):
    site = random.choices(sites, [1.0 + max(0, s["risk"]) for s in sites])[0]
    theme = THEMES[0] if "levage" in site["activity"] or "culture" in site["activity"] else THEMES[1]
    if random.random() < 0.15:
        theme = THEMES[2]
    agent = random.choice(AGENTS)
    odds = -2.5 + 0.9 * site["risk"] + STRICT[agent] + (2.2 * water(site, when) if theme == THEMES[0] else 0.4)
    bad = random.random() < 1 / (1 + math.exp(-odds))
    offence = bad and random.random() < 0.2
    number += 1
    outcome = "infraction" if offence else "manquement" if bad else "conforme"
    follow = due = repaired = ""
    if bad:
        follow = "procès-verbal" if offence else random.choice(["rapport en manquement", "mise en demeure"])
        limit = when + dt.timedelta(days=random.choice([60, 90, 120]))
        due = limit.isoformat()
        fixed = limit + dt.timedelta(days=random.randint(-50, 70))
        if random.random() < 0.82 and fixed < TODAY:
            repaired = fixed.isoformat()
    controls.append([f"C{when.year}-{number:04d}", when.strftime("%d/%m/%Y"), site["code"], site["name"], theme, agent, outcome,
                     follow, due, repaired, site["commune"], "99", f"{site['lat']:.5f}", f"{site['lon']:.5f}",
                     random.choice([40, 60, 85, 120, 180]) if "levage" in site["activity"] else "",
                     0 if not bad else random.randint(1, 4)])
    when += dt.timedelta(days=random.choice([1, 2, 3, 4, 5, 7]))
# Stories: a farm on the worst river whose formal notice ran out; a workshop repaired in time.
controls.append(["C2024-9001", "12/02/2024", sites[0]["code"], sites[0]["name"], THEMES[0], "Service Nord", "manquement",
                 "mise en demeure", "2024-05-12", "", sites[0]["commune"], "99", "47.46800", "4.75200", 180, 3])
controls.append(["C2026-9002", "03/03/2026", sites[7]["code"], sites[7]["name"], THEMES[1], "Brigade mobile", "infraction",
                 "procès-verbal", "2026-06-01", "2026-05-20", sites[7]["commune"], "99", f"{sites[7]['lat']:.5f}",
                 f"{sites[7]['lon']:.5f}", "", 2])
controls.sort(key=lambda row: dt.datetime.strptime(row[1], "%d/%m/%Y"))
write("controles.csv", ["Numero", "Date", "Code site", "Nom du site", "Theme", "Agent", "Resultat", "Suites", "Echeance",
                        "Regularise le", "Commune", "Departement", "Latitude", "Longitude", "UGB", "Nb constats"], controls)
(OUT / "controles.yaml").write_text("""\
# Colonnes de controles.csv (inventé) : demandées une fois, gardées ici.
id: Numero
date: Date
site: Code site
name: Nom du site
label: Resultat
theme: Theme
agent: Agent
followUp: Suites
due: Echeance
repaired: Regularise le
commune: Commune
department: Departement
latitude: Latitude
longitude: Longitude
numeric: [UGB]
severity: [Nb constats]
""", encoding="utf-8")
