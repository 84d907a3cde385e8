#!/usr/bin/env python3
"""Writes SampleData/letters: invented follow-up letters, invented answers, invented judgements.

Everything is made up: sites, people, equipment, events. Run it from the top of the repository:
python3 SampleData/generate/letters.py
"""
import json
import pathlib
import random
import textwrap

OUT = pathlib.Path(__file__).resolve().parent.parent / "letters"
MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)

SITES = {
    "vaugneray": ("CNPE de Vaugneray", "INB n° 901 et 902", "LYO", "Lyon", "REP"),
    "rochebrune": ("CNPE de Rochebrune", "INB n° 903 et 904", "BDX", "Bordeaux", "REP"),
    "port-aubin": ("CNPE de Port-Aubin", "INB n° 905, 906 et 907", "CAE", "Caen", "REP"),
    "orvalia": ("usine Orvalia de Montferrier", "INB n° 911", "MRS", "Marseille", "LUDD"),
    "valcombe": ("centre hospitalier de Valcombe", "", "LIL", "Lille", "NPX"),
    "tilleuls": ("clinique des Tilleuls", "", "STR", "Strasbourg", "NPX"),
}

# theme: (context, request)
BANK = {
    "Incendie": [
        (
            "Les inspecteurs ont constaté que la porte coupe-feu 2 JSN 201 PD du local des tableaux "
            "électriques était maintenue ouverte par une cale, sans mesure compensatoire.",
            "de prendre les dispositions nécessaires pour que les portes coupe-feu des locaux "
            "électriques soient maintenues fermées en permanence.",
        ),
        (
            "Le permis de feu du chantier de soudage ne mentionnait pas la neutralisation de la "
            "détection incendie du local.",
            "de compléter l’analyse de risques jointe aux permis de feu en y faisant figurer les "
            "détecteurs neutralisés.",
        ),
        (
            "Les charges calorifiques entreposées dans le local de la pompe JPP dépassaient la limite "
            "affichée à l’entrée.",
            "d’évacuer les charges calorifiques en excès et de tracer les contrôles mensuels de ces "
            "entreposages.",
        ),
    ],
    "Maintenance": [
        (
            "La périodicité de l’essai de la vanne 1 RIS 215 VP n’a pas été respectée : le dernier "
            "essai tracé date de trente mois pour une périodicité de dix-huit mois.",
            "de réaliser l’essai périodique de la vanne 1 RIS 215 VP et d’analyser les causes du "
            "dépassement de périodicité.",
        ),
        (
            "Une fuite d’huile était visible sous le palier de la pompe 2 ASG 011 PO ; aucune demande "
            "de travaux n’avait été ouverte.",
            "d’ouvrir une demande de travaux pour la fuite d’huile de la pompe 2 ASG 011 PO et de "
            "justifier sa disponibilité dans l’attente.",
        ),
        (
            "Plusieurs ancrages de l’armoire 1 LHP 002 AR présentaient une corrosion avancée.",
            "de vérifier la tenue au séisme des ancrages de l’armoire 1 LHP 002 AR.",
        ),
    ],
    "Organisation et moyens de crise": [
        (
            "Deux des six équipiers de crise interrogés n’avaient pas participé à un exercice depuis "
            "plus de trois ans.",
            "de vous assurer que chaque équipier de crise participe à un exercice au moins une fois "
            "par an.",
        ),
        (
            "Les inspecteurs ont noté la bonne tenue du local de crise et la rigueur des gréements.",
            "de me transmettre le bilan des exercices de crise de l’année.",
        ),
    ],
    "Environnement": [
        (
            "L’alarme de niveau haut de la cuve d’effluents 0 KER 003 BA était acquittée depuis six "
            "jours sans qu’aucune ronde n’ait été tracée.",
            "de définir la conduite à tenir en cas d’alarme de niveau haut des cuves d’effluents et "
            "d’en assurer la traçabilité.",
        ),
        (
            "La rétention du bac d’acide n’était pas étanche : des fissures étaient visibles en fond "
            "de fosse.",
            "de remettre en état la rétention du bac d’acide et de me communiquer l’échéancier des "
            "travaux.",
        ),
        (
            "Des fûts d’huile usagée étaient entreposés hors rétention derrière l’atelier.",
            "de supprimer les entreposages de fûts hors rétention.",
        ),
    ],
    "Radioprotection des travailleurs": [
        (
            "Le débit de dose relevé à l’entrée du local n’était pas affiché alors que la zone venait "
            "d’être reclassée en zone orange.",
            "d’afficher le débit de dose à l’entrée des locaux classés en zone orange.",
        ),
        (
            "Les analyses de poste de travail n’ont pas été révisées depuis le changement de "
            "l’appareil.",
            "de mettre à jour les analyses de poste de travail en tenant compte du nouvel appareil.",
        ),
        (
            "Trois praticiens sur huit n’étaient pas à jour de leur formation à la radioprotection "
            "des travailleurs.",
            "de vous assurer que l’ensemble des travailleurs classés bénéficie de la formation à la "
            "radioprotection tous les trois ans.",
        ),
    ],
    "Radioprotection des patients": [
        (
            "La dose délivrée ne figurait pas sur quatre des dix comptes rendus d’acte consultés.",
            "de faire figurer la dose délivrée sur les comptes rendus d’acte.",
        ),
        (
            "Le plan d’organisation de la physique médicale ne précise pas le temps de présence du "
            "physicien médical.",
            "de compléter votre plan d’organisation de la physique médicale.",
        ),
    ],
    "Transport": [
        (
            "L’arrimage d’un colis de type A contenant une source de césium 137 n’était pas décrit dans "
            "la consigne remise au chauffeur.",
            "de décrire l’arrimage des colis dans les consignes remises aux chauffeurs.",
        ),
    ],
    "Séisme": [
        (
            "Un échafaudage était adossé à la tuyauterie 2 RRI 104 TY, en écart à la démarche "
            "« séisme événement ».",
            "de déposer l’échafaudage adossé à la tuyauterie 2 RRI 104 TY et de rappeler la démarche "
            "« séisme événement » à vos prestataires.",
        ),
        (
            "Les capteurs sismiques du bâtiment réacteur étaient dépourvus d’étiquette de repérage.",
            "de repérer les capteurs sismiques du bâtiment réacteur.",
        ),
    ],
    "Prestataires": [
        (
            "Le plan de surveillance du prestataire de robinetterie ne comportait aucune action sur le "
            "terrain.",
            "de compléter le plan de surveillance des prestataires de robinetterie par des contrôles "
            "sur le terrain.",
        ),
        (
            "Vos représentants ont indiqué que l’engagement pris de réviser la note de surveillance "
            "avait pris du retard.",
            "de me préciser l’échéance de révision de votre note de surveillance des prestataires.",
        ),
    ],
    "Conduite": [
        (
            "La consigne temporaire affichée en salle de commande était périmée depuis deux mois.",
            "de retirer les consignes temporaires périmées et de vérifier leur liste à chaque relève.",
        ),
    ],
}
OBSERVATIONS = [
    "Les inspecteurs ont noté la bonne implication du personnel rencontré.",
    "Le repérage de plusieurs robinets pourrait être amélioré.",
    "Les inspecteurs ont relevé la qualité des supports de formation.",
    "Une marche de l’escalier d’accès à la galerie était descellée.",
]
SYNTHESIS = [
    "Les inspecteurs ont examiné l’organisation du site et se sont rendus dans plusieurs locaux.",
    "L’organisation est apparue globalement satisfaisante.",
    "Toutefois, plusieurs écarts ont été relevés et des actions correctives sont attendues.",
    "Les inspecteurs ont consulté par sondage les comptes rendus d’essais périodiques.",
]

# site, date, theme, old/new layout, [(section, theme, entry, again)]; None leaves the choice to
# the draw.
STORIES = [
    ("vaugneray", "2019-11-20", "Incendie", "old", [("A", "Incendie", 0, False)]),
    ("vaugneray", "2022-05-03", "Incendie", "new", [("II", "Incendie", 0, False)]),
    ("vaugneray", "2024-06-18", "Incendie", "new",
     [("I", "Incendie", 0, True), ("II", "Incendie", 1, False)]),
    ("vaugneray", "2026-05-12", "Maintenance", "new",
     [("II", "Maintenance", 0, False), ("II", "Maintenance", 1, False)]),
    ("rochebrune", "2018-03-14", "Séisme", "old", [("A", "Séisme", 0, False)]),
    ("rochebrune", "2023-09-27", "Séisme", "new", [("II", "Séisme", 0, True)]),
    ("port-aubin", "2021-06-02", "Environnement", "old", [("A", "Environnement", 0, False)]),
    ("port-aubin", "2025-02-11", "Environnement", "new", [("I", "Environnement", 0, True)]),
    ("orvalia", "2020-10-07", "Environnement", "old", [("B", "Environnement", 1, False)]),
    ("orvalia", "2024-11-19", "Environnement", "new", [("II", "Environnement", 1, False)]),
    ("valcombe", "2019-04-09", "Radioprotection des travailleurs", "old",
     [("A", "Radioprotection des travailleurs", 2, False)]),
    ("valcombe", "2023-03-22", "Radioprotection des travailleurs", "new",
     [("II", "Radioprotection des travailleurs", 2, True)]),
    ("valcombe", "2026-03-04", "Transport", "new", [("II", "Transport", 0, False)]),
    ("tilleuls", "2022-12-06", "Radioprotection des patients", "new",
     [("II", "Radioprotection des patients", 0, False)]),
]


def day(iso):
    year, month, number = (int(part) for part in iso.split("-"))
    return f"{'1er' if number == 1 else number} {MONTHS[month - 1]} {year}"


def wrapped(paragraph):
    return "\n".join(textwrap.wrap(paragraph, 96, break_on_hyphens=False))


def demand(section, number, layout, draw, request, again):
    if again:
        form = f"L’ASN vous demande à nouveau {request}"
    else:
        form = f"Je vous demande {request}"
    if layout == "new":
        return f"Demande {section}.{number} : {form}"
    return f"Demande {section}{number} : {form}" if draw.random() < 0.5 else form


def letter(site, iso, theme, layout, wanted, number, draw):
    name, inb, code, town, sector = SITES[site]
    year = iso[:4]
    kind = "INSNP" if sector == "NPX" else "INSSN"
    dash = draw.choice(["-", "-", " – "])
    inspection = dash.join([kind, code, year, f"{number:04d}"])
    reference = dash.join(["CODEP", code, year, f"{draw.randrange(1000, 59999):06d}"])
    plant = f" – {inb}" if inb else ""
    body = [f"DIVISION DE {town.upper()}", f"{town}, le {day(iso)}"]
    if layout == "new":
        body.append(f"Référence courrier : {reference}")
    else:
        body.append(f"N/Réf. : {reference}")
    body.append(f"Monsieur le directeur – {name}")
    subject = f"Objet : Contrôle des installations nucléaires – {name}{plant}"
    if layout == "new":
        body.append(
            wrapped(subject)
            + f"\nLettre de suite de l’inspection du {day(iso)} sur le thème « {theme} »"
            + f"\nN° dossier : Inspection n° {inspection}"
        )
    else:
        body.append(
            wrapped(subject) + f"\nInspection n° {inspection} du {day(iso)}\nThème : « {theme} »"
        )
    body.append(
        "Réf. : [1] Code de l’environnement, notamment ses articles L. 592-22 et L. 596-1\n"
        "[2] Arrêté du 7 février 2012 fixant les règles générales relatives aux INB"
    )
    body.append("Monsieur le directeur,")
    body.append(f"Dans le cadre de ses attributions, l’ASN a mené une inspection le {day(iso)}.")
    body.append(draw.choice(["SYNTHÈSE DE L’INSPECTION", "Synthèse de l’inspection"]))
    body.append(wrapped(" ".join(draw.sample(SYNTHESIS, 3))))
    titles = {
        "old": [
            ("A", draw.choice(["A. Demandes d’actions correctives", "A – DEMANDES D’ACTIONS CORRECTIVES"])),
            ("B", draw.choice(["B. Compléments d’information", "B – Demandes de compléments"])),
            ("C", "C. Observations"),
        ],
        "new": [
            ("I", "I. DEMANDES À TRAITER PRIORITAIREMENT"),
            ("II", "II. AUTRES DEMANDES"),
            ("III", "III. CONSTATS OU OBSERVATIONS N’APPELANT PAS DE RÉPONSE À L’ASN"),
        ],
    }[layout]
    for section, title in titles:
        body.append(title)
        items = [item for item in wanted if item[0] == section]
        if section in ("C", "III"):
            mark = "C.1. " if layout == "old" else "Observation III.1 : "
            body.append(mark + draw.choice(OBSERVATIONS) if draw.random() < 0.6 else "Néant.")
        elif not items:
            body.append("Sans objet." if layout == "new" else "Néant.")
        for index, (_, subject_theme, entry, again) in enumerate(items, 1):
            context, request = BANK[subject_theme][entry]
            if again:
                context += " Ce constat avait déjà été fait lors de précédentes inspections."
            body.append(wrapped(context))
            body.append(wrapped(demand(section, index, layout, draw, request, again)))
    body.append(
        "Vous voudrez bien me faire part, sous deux mois, de vos remarques et observations ainsi que\n"
        "des dispositions que vous prendrez."
    )
    body.append("Le chef de la division")
    plain = "-".join([kind, code, year, f"{number:04d}"])
    return plain, "\n\n".join(body) + "\n"


def pages(text):
    """Cuts a text into pages with feet, as pdftotext shows them."""
    lines = text.split("\n")
    cuts = [lines[start : start + 46] for start in range(0, len(lines), 46)]
    return "\f".join(
        "\n".join(cut) + f"\n\n{index}/{len(cuts)}\n" for index, cut in enumerate(cuts, 1)
    )


def pdf(text):
    """A PDF of Helvetica lines, one page for each form feed."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    sheets = text.split("\f")
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(sheets)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>")
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    for index, sheet in enumerate(sheets):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Contents {5 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        drawing = ["BT /F1 10 Tf 50 800 Td 14 TL"]
        for line in sheet.split("\n"):
            safe = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            drawing.append(f"({safe}) Tj T*")
        drawing.append("ET")
        stream = "\n".join(drawing).encode("cp1252", "replace").decode("latin-1")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out = "%PDF-1.4\n"
    offsets = []
    for index, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{index} 0 obj\n{content}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


JUDGED = [
    (2, "La périodicité des contrôles techniques de radioprotection n’a pas été respectée."),
    (2, "Aucun essai de la pompe de secours n’avait été réalisé depuis deux ans."),
    (2, "Les inspecteurs ont à nouveau constaté que la porte coupe-feu était maintenue ouverte."),
    (2, "L’appareil était utilisé sans autorisation."),
    (2, "L’engagement pris en 2021 de remplacer les sondes n’a toujours pas été tenu."),
    (2, "La détection incendie du local n’était pas disponible, sans mesure compensatoire."),
    (2, "Deux travailleurs classés n’avaient pas de dosimètre opérationnel en zone contrôlée."),
    (2, "Ce même écart avait déjà été relevé lors de la précédente inspection."),
    (2, "La source scellée périmée n’a pas été reprise par son fournisseur."),
    (2, "Les inspecteurs ont constaté l’absence de rétention sous la cuve d’acide."),
    (1, "Je vous demande de mettre à jour le plan de prévention."),
    (1, "Toutefois, la traçabilité des rondes doit être améliorée."),
    (1, "Vous me transmettrez le bilan des formations."),
    (1, "Le document ne précise pas les critères d’acceptation."),
    (1, "Néanmoins, quelques imprécisions ont été relevées dans les gammes."),
    (1, "Il conviendra de formaliser cette organisation."),
    (1, "Le repérage des vannes était incomplet."),
    (1, "Je vous demande de m’indiquer les suites données à cet événement."),
    (1, "Cette analyse mériterait d’être complétée."),
    (1, "L’affichage à l’entrée du local était erroné."),
    (1, "Les inspecteurs s’étonnent de l’absence de procédure."),
    (1, "Des traces de corrosion étaient visibles sur le support."),
    (1, "Vous veillerez à la bonne application de cette consigne."),
    (1, "La note d’organisation n’est pas à jour."),
    (1, "Cependant, les comptes rendus ne sont pas toujours signés."),
    (1, "Le suivi des actions correctives reste à renforcer."),
    (0, "Les inspecteurs se sont rendus en salle de commande."),
    (0, "Ils ont examiné par sondage les comptes rendus d’essais."),
    (0, "L’article R. 4451-18 du code du travail prévoit une évaluation des risques."),
    (0, "Les inspecteurs ont noté la bonne tenue des locaux."),
    (0, "L’organisation mise en place est satisfaisante."),
    (0, "Le responsable a indiqué que la formation avait eu lieu en mars."),
    (0, "Les résultats des mesures sont conservés dans une base de données."),
    (0, "Aucun écart n’a été relevé sur ce point."),
    (0, "L’inspection avait pour objet le suivi des prestataires."),
    (0, "Ces équipements assurent le refroidissement des locaux."),
    (0, "Le guide de l’ASN est disponible sur le site internet."),
    (0, "Les contrôles sont réalisés tous les six mois."),
    (0, "Les inspecteurs ont rencontré le chef d’établissement et le physicien médical."),
    (0, "La décision fixe les modalités de ces contrôles."),
    (0, "Le personnel rencontré était impliqué et transparent."),
    (0, "Une visite des locaux d’entreposage a été effectuée."),
    (0, "Le véhicule était correctement signalé."),
    (0, "Les plans de prévention sont signés avec les entreprises extérieures."),
]


def main():
    draw = random.Random(20261125)
    OUT.mkdir(parents=True, exist_ok=True)
    for old in list(OUT.glob("*.txt")) + list(OUT.glob("*.pdf")):
        old.unlink()
    stories = [(story, True) for story in STORIES]
    usual = [theme for theme in BANK if theme != "Radioprotection des patients"]
    for index in range(26):
        site = list(SITES)[index % len(SITES)]
        medical = SITES[site][4] == "NPX"
        themes = ["Radioprotection des travailleurs", "Radioprotection des patients", "Transport"]
        theme = draw.choice(themes if medical else usual)
        year = 2015 + (index * 7) % 12
        iso = f"{year}-{draw.randrange(1, 10):02d}-{draw.randrange(1, 28):02d}"
        layout = "new" if iso >= "2022" else "old"
        sections = ["A", "B"] if layout == "old" else ["II", "II"]
        entries = list(range(len(BANK[theme])))
        draw.shuffle(entries)
        wanted = [(section, theme, entry, False) for section, entry in zip(sections, entries)]
        stories.append(((site, iso, theme, layout, wanted), False))
    answers = ["inspection;item;answered_on;closed_on"]
    for index, ((site, iso, theme, layout, wanted), _) in enumerate(stories):
        name, text = letter(site, iso, theme, layout, wanted, 101 + 13 * index, draw)
        if index == 3:
            (OUT / f"{name}.pdf").write_bytes(pdf(pages(text)))
        else:
            (OUT / f"{name}.txt").write_text(pages(text), encoding="utf-8")
        # The answer to the letter of May 2026 never came: it is overdue.
        if iso < "2026-05" and not (site == "orvalia" and iso > "2024"):
            answered = f"{int(iso[:4]) + (1 if iso[5:7] > '10' else 0)}-12-15"
            for number, item in enumerate([w for w in wanted], 1):
                same = [w for w in wanted[:number] if w[0] == item[0]]
                closed = answered if iso < "2024" and not item[3] else ""
                answers.append(f"{name};{item[0]}{len(same)};{answered};{closed}")
    (OUT / "reponses.csv").write_text("\n".join(answers) + "\n", encoding="utf-8")
    with open(OUT / "jugements.jsonl", "w", encoding="utf-8") as file:
        for index, (level, text) in enumerate(JUDGED):
            row = {"id": f"invente-{index}", "text": text, "level": level, "block": f"b{index}"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


main()
