#!/usr/bin/env python3
"""Writes SampleData/restaurants: invented establishments, results and reviews. Same seed, same bytes."""

import csv
import datetime as dt
import hashlib
import json
import pathlib
import random

OUT = pathlib.Path(__file__).resolve().parent.parent / "restaurants"
TODAY = dt.date(2026, 11, 20)
random.seed(20181107)

# No such communes, and no French postcode begins with 99.
COMMUNES = [
    ("PORT-LAVANDE", "99100", 43.412, 3.702), ("VAUGNERAY-LES-ETANGS", "99210", 43.488, 3.611),
    ("SAINT-OURS-DES-SABLES", "99130", 43.361, 3.553), ("MONTBRELAN", "99340", 43.601, 3.489),
    ("LA COMBE-AUX-GEAIS", "99350", 43.655, 3.402), ("CLAIREFONTE", "99400", 43.530, 3.805),
    ("BEAUMARAIS", "99150", 43.331, 3.640), ("ROCHESERVE", "99420", 43.571, 3.877),
]
STREETS = ["RUE DU MARCHE", "QUAI DES BRUMES", "PLACE DU PUITS", "RUE DES TANNEURS", "AVENUE DES PINS",
           "IMPASSE DU FOUR", "RUE DE L'ANCIENNE GARE", "CHEMIN DES SALINES", "COURS DES PLATANES"]
ACTIVITIES = [  # activity, share, base rate of non-compliance
    ("Restaurant", 38, .085), ("Restauration collective", 20, .03), ("Boulangerie-Pâtisserie", 9, .13),
    ("Boucherie-Charcuterie", 7, .09), ("Alimentation générale", 6, .10), ("Producteur fermier", 6, .03),
    ("Transformation de lait ou produits laitiers", 4, .03), ("Poissonnerie", 3, .08), ("Traiteur", 4, .06),
    ("Libre service", 3, .05),
]
LEVELS = ["Très satisfaisant", "Satisfaisant", "A améliorer", "A corriger de manière urgente"]
FIRST = ["LE PETIT", "AU BON", "CHEZ", "LA TABLE DE", "LE COMPTOIR DE", "L'AUBERGE DE", "LES DELICES DE",
         "LE FOURNIL DE", "LA HALLE DE", "LE RELAIS DE", "AUX SAVEURS DE", "LA CANTINE DE"]
LAST = ["LA GLYCINE", "MARGUERITE", "L'ECLUSE", "LA MOUETTE", "BASILE", "L'OLIVIER", "LA PLACE", "NINON",
        "GASPARD", "LA CRIQUE", "L'ARTISAN", "LA TOUR", "FANCHON", "L'ANCRE", "LA TREILLE", "OSCAR",
        "LA GARRIGUE", "LA DIGUE", "PHILEMON", "L'HORLOGE"]

GOOD = [
    "Très bon accueil, plats copieux et produits frais.", "On s'est régalés du début à la fin.",
    "La souris d'agneau fondait dans la bouche.", "Service rapide, serveuse souriante.",
    "Le poisson du jour était parfaitement cuit.", "Rapport qualité prix imbattable dans le quartier.",
    "Cadre agréable, terrasse ombragée, on reviendra.", "Propreté irréprochable, salle comme toilettes.",
    "Une adresse que je recommande les yeux fermés.", "Desserts maison, tiramisu à tomber.",
    "Le patron prend le temps de discuter, ça change.", "Aucun problème d'hygiène, tout est nickel.",
    "Pas mal du tout pour le prix du menu.", "Rien à redire, ni sur l'assiette ni sur le service.",
    "Les enfants ont adoré, menu adapté.", "Carte courte, tout est frais, bravo.",
    "Vue magnifique sur le port et moules excellentes.", "Nous étions huit, tout est arrivé en même temps.",
    "Accueil chaleureux malgré l'affluence.", "La meilleure galette de la région, sans hésiter.",
    "Vin au verre bien choisi.", "Un vrai coup de coeur !", "Cuisson du magret parfaite.",
    "Belle surprise, on ne s'attendait pas à si bien manger.", "Toilettes très propres, c'est à noter.",
]
MEH = [
    "Correct sans plus.", "Un peu cher pour ce que c'est.", "Service long, une heure entre deux plats.",
    "Frites surgelées, dommage.", "Trop salé à mon goût.", "La salle est bruyante le samedi.",
    "Viande un peu ferme.", "On a connu mieux, on a connu pire.", "Portions petites.",
    "Sale accueil, le patron était de mauvaise humeur.", "Plat servi tiède.", "Décevant vu les avis.",
    "Le steak était trop cuit alors que demandé saignant.", "Serveur peu aimable, pas un sourire.",
    "Addition salée !", "Pas de place pour la poussette.",
]
ILLNESS = [
    "Toute la famille malade toute la nuit après les moules.", "Vomissements trois heures après le repas, mon mari aussi.",
    "Intoxication alimentaire confirmée par le médecin, évitez le tartare.", "Diarrhée et mal au ventre pour quatre personnes sur six.",
    "On a été malades tous les deux le lendemain, plus jamais.", "Ma fille a vomi toute la nuit apres avoir mangé ici.",
    "Gastro carabinée après le buffet, et nous n'étions pas les seuls.", "Crampes et fièvre dans la soirée, les huîtres sûrement.",
    "J'ai fini aux urgences avec une intoxication.", "Deux jours au lit à cause du poulet.",
]
PESTS = [
    "Un cafard se promenait sur le mur à côté de notre table, photo à l'appui.", "J'ai vu une souris passer derrière le comptoir.",
    "Des blattes dans les toilettes, au secours.", "Des mouches partout sur les desserts de la vitrine.",
    "Crottes de souris sous la banquette, j'ai prévenu le serveur qui a haussé les épaules.",
    "Un rat dans la cour à côté des poubelles, vu de la terrasse.", "Petit cafard dans la corbeille de pain !",
]
FOREIGN = [
    "Un cheveu dans ma soupe, on me l'a changée sans un mot.", "Morceau de plastique dans la salade.",
    "Mon fils a trouvé un bout de verre dans son yaourt.", "Un pansement dans les pâtes, incroyable.",
    "Une agrafe dans le gratin.",
]
SPOILED = [
    "Le poisson n'était pas frais du tout, odeur très forte.", "Viande avariée, odeur nauséabonde, on a tout laissé.",
    "Crème périmée depuis une semaine, la date était sur le pot.", "Les crevettes sentaient l'ammoniac.",
    "Salade pourrie dans le fond du bol.", "Beurre rance et pain moisi au petit déjeuner.",
    "Huîtres pas fraîches, renvoyées en cuisine.",
]
RAW = [
    "Poulet cru à l'intérieur, rosé à l'os.", "Les brochettes de porc n'étaient pas cuites.",
    "Le poulet était saignant, j'ai arrêté de manger.", "Saucisses crues au milieu, servies aux enfants.",
]
DIRT = [
    "Couverts sales, verre avec des traces de rouge à lèvres.", "Toilettes dégoûtantes, pas de savon, sol collant.",
    "La cuisine ouverte est crasseuse, on voit le gras sur les murs.", "Nappe tachée et table poisseuse.",
    "Assiettes mal lavées, restes de nourriture séchée.", "Hygiène déplorable, le serveur goûte avec les doigts.",
    "Salle très sale, poussière sur les rebords.", "Odeur d'égout persistante dans la salle.",
    "Le cuisinier fume en cuisine et ne se lave pas les mains.", "Tout est graisseux, même la carte.",
]
CAMPAIGN = [
    "Restaurant nul, n'y allez surtout pas, le patron est un escroc.", "Nul nul nul, n'y allez surtout pas, patron escroc.",
    "Restaurant vraiment nul, n'y allez pas, le patron est un escroc !", "N'y allez surtout pas, restaurant nul, patron escroc.",
]
SANITARY = ILLNESS + PESTS + FOREIGN + SPOILED + RAW + DIRT
TITLES = {1: ["À fuir", "Très déçus", "Plus jamais", "Inadmissible"], 2: ["Décevant", "Bof", "Moyen moins"],
          3: ["Correct", "Moyen", "Sans plus"], 4: ["Bonne adresse", "Très bien", "On reviendra"],
          5: ["Excellent", "Un régal", "Parfait", "Coup de coeur"]}


def luhn(digits):
    """Luhn's sum of a number; SIRETs have 0 modulo 10."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10


def siret(number):
    """Fourteen digits whose key is wrong on purpose: no company can have them."""
    digits = f"999{number:06d}00017"
    while luhn(digits) == 0:
        digits = str(int(digits) + 1)
    return digits


def day(back_from, back_to=0):
    return TODAY - dt.timedelta(days=random.randint(back_to, back_from))


def level(rate):
    draw = random.random()
    if draw < rate:
        return LEVELS[3] if random.random() < .15 else LEVELS[2]
    return LEVELS[0] if random.random() < .45 else LEVELS[1]


def establishments():
    out, names = [], set()
    weights = [a[1] for a in ACTIVITIES]
    while len(out) < 420:
        activity, _, rate = random.choices(ACTIVITIES, weights)[0]
        name = f"{random.choice(FIRST)} {random.choice(LAST)}"
        if activity == "Restauration collective":
            name = random.choice(["ECOLE", "COLLEGE", "CRECHE", "EHPAD", "CANTINE"]) + " " + random.choice(LAST)
        commune = random.choice(COMMUNES)
        if (name, commune[0]) in names:
            continue
        names.add((name, commune[0]))
        # Some places are worse than their kind: what an earlier result tells.
        own = rate * (3.2 if random.random() < .12 else .75)
        out.append(dict(name=name, activity=activity, rate=own, commune=commune, siret=siret(len(out) + 1),
                        address=f"{random.randint(1, 90)} {random.choice(STREETS)}",
                        lat=commune[2] + random.uniform(-.02, .02), lon=commune[3] + random.uniform(-.02, .02)))
    return out


STORIES = [  # name, commune index, activity, last level, earlier level, story
    ("LE BANC DES MAREYEURS", 0, "Restaurant", 2, 1, "illness"),
    ("LA PAILLOTE BLEUE", 2, "Restaurant", 1, 1, "pests"),
    ("BRASSERIE DU KIOSQUE", 3, "Restaurant", 0, 0, "campaign"),
    ("LE RELAIS DE L'AGNEAU", 4, "Restaurant", 0, 1, "lamb"),
    ("SNACK DU PONTON", 6, "Restaurant", 1, 2, "dirt_now"),
    ("L'ANCIEN MOULIN", 5, "Restaurant", 0, 3, "dirt_before"),
    ("LA PIZZA DES QUAIS", 0, "Restaurant", 1, 1, "hostile"),
    ("CREPERIE FANETTE", 1, "Restaurant", 1, 0, "good"),
    ("BOUCHON DES TANNEURS", 7, "Restaurant", 2, 1, "spoiled"),
    ("EHPAD LES SALINES", 6, "Restauration collective", 2, 2, None),
    ("CANTINE DU VAL-GEAI", 4, "Restauration collective", 3, 1, None),
    ("FOURNIL DU PUITS", 3, "Boulangerie-Pâtisserie", 2, 2, None),
]


def review_rows(place, story, count):
    rows = []

    def add(date, mark, text, author=None, contributions=None, title=None):
        author = author or f"client-{random.randint(1, 900)}"
        key = hashlib.sha1(f"{place}|{date}|{author}|{text}".encode()).hexdigest()[:12]
        rows.append([key, place, date.isoformat(), mark, title if title is not None else random.choice(TITLES[mark]), text,
                     random.choice(["couple", "famille", "amis", "seul", "affaires", ""]),
                     hashlib.sha1(author.encode()).hexdigest()[:10], contributions or random.randint(1, 60)])

    for _ in range(count):
        mark = random.choices([5, 4, 3, 2, 1], [42, 30, 15, 8, 5])[0]
        pool = GOOD if mark >= 4 else MEH
        text = " ".join(random.sample(pool, random.randint(1, 3)))
        if mark == 3 and random.random() < .5:
            text = random.choice(GOOD) + " Mais " + random.choice(MEH).lower()
        if mark <= 2 and random.random() < .12:
            text += " " + random.choice(SANITARY)
        add(day(1050), mark, text)
    if story == "illness":
        for back in (150, 120, 95, 80, 62, 45, 33, 21, 12, 6, 3):
            add(day(back, max(0, back - 8)), random.choice([1, 1, 2]), random.choice(ILLNESS + SPOILED[:1]) + " " + random.choice(MEH))
    if story == "pests":
        for back in (70, 52, 38, 20, 9):
            add(day(back, max(0, back - 6)), 1, random.choice(PESTS) + " " + random.choice(["On est partis.", "Honteux.", "La direction s'en moque."]))
        add(day(15), 4, "Plats délicieux, mais un cafard sous la table voisine nous a coupé l'appétit.")
    if story == "dirt_now":
        for back in (200, 160, 90, 60, 40, 18, 5):
            add(day(back, max(0, back - 10)), random.choice([1, 2]), random.choice(DIRT + FOREIGN))
    if story == "dirt_before":
        for _ in range(9):
            add(day(1080, 800), 1, random.choice(DIRT + PESTS))
        for _ in range(14):
            add(day(300), 5, "Nouvelle équipe, tout a été refait, propreté irréprochable. " + random.choice(GOOD))
    if story == "spoiled":
        for back in (120, 75, 44, 25, 10):
            add(day(back, max(0, back - 9)), random.choice([1, 2]), random.choice(SPOILED + RAW))
    if story == "campaign":
        for number in range(16):
            add(TODAY - dt.timedelta(days=random.randint(20, 23)), 1, random.choice(CAMPAIGN), f"compte-unique-{number}", 1, "")
    if story == "lamb":
        for _ in range(12):
            add(day(700), 5, "Spécialité de la maison : la souris d'agneau confite. " + random.choice(GOOD))
    if story == "hostile":
        add(day(30), 1, "Couverts sales \x1b]0;piege\x07 et \u202eselas secitteissa\u202c, verre\u200b gras \x9b31m.", title="T\u00e8s sale \x1b[2J")
        add(day(40), 2, "=HYPERLINK(\"http://exemple.invalid\") toilettes sales, pas de savon")
    return rows


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    places = establishments()
    for name, commune, activity, last, earlier, story in STORIES:
        town = COMMUNES[commune]
        places.append(dict(name=name, activity=activity, rate=None, last=LEVELS[last], earlier=LEVELS[earlier], commune=town,
                           siret=siret(len(places) + 1), address=f"{random.randint(1, 60)} {random.choice(STREETS)}", story=story,
                           lat=town[2] + random.uniform(-.015, .015), lon=town[3] + random.uniform(-.015, .015)))
    with open(OUT / "inspections.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, delimiter=";", lineterminator="\n")
        out.writerow("filtre;APP_Libelle_activite_etablissement;APP_Libelle_etablissement;ods_adresse;Code_postal;Libelle_commune;Synthese_eval_sanit;geores;SIRET;Date_inspection;Numero_inspection;Agrement;ods_type_activite".split(";"))
        for number, p in enumerate(places):
            result = p.get("last") or level(p["rate"])
            out.writerow(["", p["activity"], p["name"], p["address"], p["commune"][1], p["commune"][0], result,
                          f"{p['lat']:.6f},{p['lon']:.6f}", p["siret"], f"{day(360, 15)}T02:00:00+02:00", f"26-{900000 + number}-1", "", "Autres"])
    with open(OUT / "inspections-historique.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow("APP_Libelle_activite_etablissement,APP_Libelle_etablissement,Adresse_2_UA,Code_postal,Libelle_commune,Date_inspection,Synthese_eval_sanit,Agrement,geores,Numero_inspection,SIRET".split(","))
        for number, p in enumerate(places):
            if p.get("rate") is not None and random.random() < .3:
                continue
            result = p.get("earlier") or level(p["rate"])
            out.writerow([p["activity"], p["name"], p["address"], p["commune"][1], p["commune"][0], day(2900, 1100).isoformat(), result,
                          "", f"{p['lat']:.6f},{p['lon']:.6f}", f"20-{100000 + number}-1", p["siret"]])
    restaurants = [p for p in places if p["activity"] == "Restaurant" and not p.get("story")]
    reviewed = [p for p in places if p.get("story")] + random.sample(restaurants, 28)
    shown, rows, cards = {}, [], []
    for p in reviewed:
        name = p["name"].title().replace("'S", "'s").replace("D'A", "d'A")
        if p.get("story") == "good":
            name = "Fanette (crêperie)"  # another name on the review site: the pair must be confirmed
        while name in shown:
            name += " " + p["commune"][0].title()
        shown[name] = p
        rows += review_rows(name, p.get("story"), random.randint(12, 60))
        cards.append([name, f"{p['address'].title()}, {p['commune'][1]} {p['commune'][0].title()} France", f"{p['lat'] + .0002:.6f}",
                      f"{p['lon'] - .0001:.6f}", random.choice(["3.5", "4.0", "4.5"]), random.randint(20, 900), "Française", "Non renseigné"])
    one = cards[-1][0]
    rows.sort()
    with open(OUT / "avis.tsv", "w", newline="", encoding="utf-8") as file:
        file.write("id_avis\tetablissement\tdate_avis\tnote\ttitre\ttexte\tcontexte\tauteur_sha1\tcontributions_auteur\n")
        for row in rows:
            if row[1] != one:
                file.write("\t".join(str(v) for v in row) + "\n")
    with open(OUT / "lieux.tsv", "w", newline="", encoding="utf-8") as file:
        file.write("nom\tadresse\tlatitude\tlongitude\tnote_globale\tnb_avis\ttype_cuisines\tfourchette_prix\n")
        for card in cards[:-1]:
            file.write("\t".join(str(v) for v in card) + "\n")
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    card = cards[-1]
    avis = []
    for row in rows:
        if row[1] == one:
            date = dt.date.fromisoformat(row[2])
            avis.append(dict(pseudo="Client " + row[7][:4], titre_review=row[4], nb_etoiles=row[3],
                             date=f"{date.day} {months[date.month - 1]} {date.year}", experience=row[6], review=row[5]))
    with open(OUT / "avis-un-restaurant.json", "w", encoding="utf-8") as file:
        json.dump(dict(nom=card[0], adresse=card[1], latitude=card[2], longitude=card[3], note_globale=card[4],
                       nb_avis=len(avis), avis=avis), file, ensure_ascii=False, indent=1)
        file.write("\n")
    print(len(places), "establishments,", len(rows), "reviews of", len(reviewed), "places")


main()
