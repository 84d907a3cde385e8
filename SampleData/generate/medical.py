#!/usr/bin/env python3
"""Writes SampleData/medical: eight invented patients with bulky, contradictory, badly ordered files.

Everything is invented: names, numbers, dates, places, reports. Run from the repository's top:
python3 SampleData/generate/medical.py
"""
import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent / "medical"


def write(path, text, encoding="utf-8", newline="\n"):
    target = ROOT / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.strip("\n").replace("\n", newline).encode(encoding) + newline.encode())


HEAD = "CHU INVENTÉ - Service de chirurgie digestive - dossier fictif\n"

# --- 0147: right or left colon, fistula, allergy -----------------------------------------------
write("0147/01_lettre_medecin_2026-09-02.txt", """
LETTRE DU MÉDECIN TRAITANT
Nom : MARTIN   Prénom : Jeanne
Née le 12/03/1954
Toulouse, le 2 septembre 2026

Cher confrère,
Merci de recevoir Mme Jeanne MARTIN, 72 ans, pour des rectorragies évoluant depuis trois mois avec
asthénie et amaigrissement de 6 kg.

Antécédents : hypertension artérielle traitée par amlodipine 5 mg par jour, appendicectomie en 1971.
Pas de diabète. Sa mère était diabétique et son frère est décédé d'un cancer du côlon à 58 ans.

Allergies : allergie à l'amoxicilline (œdème de Quincke en 1998).

Mode de vie : vit seule, autonome. Pas de tabagisme.

Traitement habituel : amlodipine 5 mg/j, lévothyroxine 75 µg/j.

Dr Paul DURIEUX
12 rue des Lilas 31000 Toulouse
Tél : 05 61 00 00 00
""")
write("0147/02_coloscopie_2026-09-14.txt", """
COMPTE RENDU DE COLOSCOPIE
Patiente : Jeanne MARTIN
Date : 14/09/2026

Indication : rectorragies.

Résultat : lésion bourgeonnante et sténosante du côlon ascendant, étendue sur 5 cm. Biopsies le
14/09/2026. Polype sessile du sigmoïde de 6 mm, réséqué.

Conclusion : aspect évocateur d'un adénocarcinome du côlon ascendant. Pas d'argument pour une maladie
de Crohn.
""", encoding="cp1252", newline="\r\n")
write("0147/03_anapath_biopsies_2026-09-21.txt", """
ANATOMIE PATHOLOGIQUE - biopsies coliques
Patiente : Jeanne MARTIN
Date : 21/09/2026

Macroscopie : six fragments.
Microscopie : prolifération glandulaire infiltrante.

Conclusion : adénocarcinome lieberkühnien bien différencié du côlon ascendant.
""")
write("0147/04_scanner_tap_2026-09-28.txt", """
SCANNER THORACO-ABDOMINO-PELVIEN
Patiente : Jeanne MARTIN
Date : 28/09/2026

Indication : bilan d'extension d'un adénocarcinome colique.

Résultats : épaississement tumoral du côlon gauche de 52 mm avec infiltration de la graisse. Trois
adénopathies péri-coliques infracentimétriques. Pas de métastase hépatique. Pas de lésion pulmonaire
suspecte. Kyste simple du rein droit de 23 mm.

Conclusion : adénocarcinome du côlon gauche cT3 N1 M0. Absence de métastase hépatique.
""")
write("0147/05_biologie_2026-10-01.txt", """
LABORATOIRE - bilan biologique préopératoire
Patiente : Jeanne MARTIN
Date : 01/10/2026

Hémoglobine : 9,4 g/dL (12,0-16,0)
Plaquettes : 312 000 /mm3
Créatinine : 71 µmol/L (45-84)
Albumine : 31 g/L (35-52)
CRP : 18 mg/L
ACE : 14,2 ng/mL (0-5)
""")
write("0147/06_cro_2026-10-14.txt", """
COMPTE RENDU OPÉRATOIRE
Patiente : Jeanne MARTIN
Date : 14/10/2026
Opérateur : Dr Sophie LACAZE

Indication : adénocarcinome du côlon ascendant.

Intervention : colectomie droite par cœlioscopie avec curage et anastomose iléo-colique. Exploration :
pas de carcinose, foie sans métastase visible. Drain pelvien laissé en place.

Suites : sepsis à J4 sur fistule anastomotique, reprise chirurgicale le 18/10/2026 avec lavage
péritonéal et iléostomie de protection. Antibiothérapie par pipéracilline-tazobactam 4 g toutes les 8
heures jusqu'au 28/10/2026. Drain pelvien : 150 mL/24h puis retiré le 26/10/2026.
""")
write("0147/07_anapath_piece_2026-10-20.txt", """
COMPTE RENDU ANATOMOPATHOLOGIQUE - pièce de colectomie droite
Patiente : Jeanne MARTIN
Date : 20/10/2026

Macroscopie : tumeur de 48 mm du côlon ascendant.
Immunohistochimie : expression conservée de MLH1 et MSH2. MSI : stable.

Conclusion : adénocarcinome lieberkühnien moyennement différencié du côlon ascendant, pT3 N1b M0
(2 ganglions sur 17), marges saines (R0). KRAS muté, BRAF sauvage.
""")
write("0147/08_lettre_sortie_2026-11-02.txt", """
LETTRE DE LIAISON À LA SORTIE
Patiente : Jeanne MARTIN, née le 12/03/1954
IPP : 8004123456
Toulouse, le 2 novembre 2026

Synthèse médicale du séjour
Mme MARTIN, 72 ans, OMS 1, a été opérée le 14/10/2026 d'une colectomie droite pour adénocarcinome du
côlon ascendant. Les suites ont été marquées à J4 par une fistule anastomotique reprise au bloc.
Évolution ensuite favorable, transit repris, sans fièvre.

Traitement de sortie
Énoxaparine 4000 UI par jour jusqu'au 11/11/2026
Paracétamol 1 g toutes les 6 heures si douleur
Amlodipine 5 mg par jour
Augmentin 1 g trois fois par jour pendant 5 jours

Conduite à tenir
Présentation en RCP digestive pour discuter une chimiothérapie adjuvante par FOLFOX.
""")
write("0147/09_consultation_oncologie_2026-11-16.txt", """
CONSULTATION D'ONCOLOGIE
Patiente : Jeanne MARTIN
Date : 16/11/2026

Motif : avis en RCP digestive après colectomie droite, adénocarcinome pT3 N1b.

État général : OMS 1, poids 58 kg. Iléostomie fonctionnelle.

Au total, tumeur de stade III opérée, fistule anastomotique résolue. Phase initiale.

Question posée à la RCP : indication d'une chimiothérapie adjuvante par FOLFOX à six semaines d'une
fistule anastomotique ?
""")

# --- 0203: breast, two clinical stages ----------------------------------------------------------
write("0203/mammographie_2026-08-20.txt", """
MAMMOGRAPHIE ET ÉCHOGRAPHIE
Nom : PETIT   Prénom : Claire
Née le 4 mai 1969
Date : 20/08/2026

Indication : dépistage organisé.
Résultats : masse spiculée du quadrant supéro-externe du sein gauche de 24 mm, ACR 5. Une adénopathie
axillaire gauche suspecte de 12 mm.
Conclusion : lésion très suspecte du sein gauche, cT2 N1. Biopsie à prévoir.
""")
write("0203/anapath_microbiopsie_2026-08-31.txt", """
ANATOMIE PATHOLOGIQUE
Patiente : Claire PETIT
Date : 31/08/2026

Conclusion : carcinome micropapillaire infiltrant du sein gauche, grade SBR II. Récepteurs aux œstrogènes
90 %, RP 60 %, HER2 négatif (score 1+), Ki67 18 %. Cytologie axillaire négative pour une métastase.
""")
write("0203/irm_mammaire_2026-09-08.txt", """
IRM MAMMAIRE
Patiente : Claire PETIT
Date : 08/09/2026

Résultats : prise de contraste de 26 mm du sein gauche. Hypersignal T2 d'un kyste controlatéral.
Conclusion : cT2 N0 M0, pas d'adénopathie axillaire suspecte.
""")
write("0203/consultation_senologie_2026-09-15.txt", """
CONSULTATION DE SÉNOLOGIE
Nom : PETIT   Prénom : Claire
Date : 15/09/2026

Antécédents : asthme. Deux grossesses. Antécédents familiaux : mère opérée d'un cancer du sein à 49 ans, tante
maternelle atteinte d'un cancer de l'ovaire. Consultation d'oncogénétique à la recherche d'une mutation
BRCA1.
Tabagisme sevré depuis 2010.

Examen clinique : OMS 0. Masse du quadrant supéro-externe gauche de 25 mm.

Traitement proposé : tumorectomie gauche avec ganglion sentinelle, radiothérapie, hormonothérapie.

Question : chimiothérapie première ou chirurgie première ?
""")

# --- 0318: lung ---------------------------------------------------------------------------------
for number, (date, oms) in enumerate([("2026-07-03", 1), ("2026-07-15", 3)]):
    write(f"0318/consultation_pneumologie_{date}.txt", f"""
CONSULTATION DE PNEUMOLOGIE
Nom : BERNARD   Prénom : Michel
Né le 30/11/1958
Date : {date[8:]}/{date[5:7]}/{date[:4]}

Histoire de la maladie
Patient de 67 ans adressé pour hémoptysies et toux chronique. Découverte fortuite d'une opacité du lobe
supérieur droit sur une radiographie.

Antécédents
- BPCO sous tiotropium
- tabagisme actif, 45 paquets-années
- infarctus du myocarde en 2015, sous aspirine 75 mg par jour

Examen clinique : performance status {oms}. Pas d'adénopathie palpable.

{"Suspicion de carcinome bronchique du lobe supérieur droit." if number == 0 else
"Altération de l'état général récente. Adénocarcinome pulmonaire du lobe supérieur droit prouvé par biopsie le 08/07/2026."}
""")
write("0318/tep_scanner_2026-07-10.txt", """
TEP-SCANNER
Patient : Michel BERNARD
Date : 10/07/2026

Résultats : hyperfixation du lobe supérieur droit (SUV max 12,4). Foyer surrénalien gauche compatible
avec une métastase. Pas de métastase hépatique.
Conclusion : cT2a N2 M1b, sous réserve d'une confirmation de la lésion surrénalienne.
""")
write("0318/anapath_2026-07-13.txt", """
ANATOMIE PATHOLOGIQUE
Patient : Michel BERNARD
Date : 13/07/2026

Conclusion : adénocarcinome bronchique TTF1 positif. EGFR sauvage, ALK négatif, PD-L1 60 %.
""")
write("0318/rcp_thoracique_2026-07-21.txt", """
FICHE RCP
Patient : Michel BERNARD
Date : 21/07/2026

Motif de la RCP : proposition thérapeutique initiale.
Diagnostic : adénocarcinome pulmonaire du lobe supérieur droit de stade IV.
Synthèse : patient de 67 ans, BPCO, adénocarcinome de stade IVA, PD-L1 60 %.
Proposition : pembrolizumab 200 mg toutes les 3 semaines. IRM cérébrale à la recherche de métastases.
Cadre de la proposition : standard.
Quorum : atteint.
""")

# --- 0422: rectum, stopped drug -------------------------------------------------------------------
pages = "".join(
    f"""CHU INVENTÉ - dossier fictif 0422 - page {page}/4
{body}
""" + "\n" * 3 + "\n".join(f"Surveillance du {day:02d}/06/2026 : apyrétique, transit présent, diurèse conservée, cicatrice propre."
                          for day in range(page * 5, page * 5 + 8)) + "\n"
    for page, body in enumerate([
        "COMPTE RENDU D'HOSPITALISATION\nNom : ROUX   Prénom : André\nNé le 17/01/1961\nDate : 29/06/2026\n",
        "Antécédents : diabète de type 2 sous metformine, dyslipidémie. Pas d'allergie connue.\n\n"
        "Histoire de la maladie : adénocarcinome du bas rectum cT3 N1 M0 diagnostiqué en janvier 2026, "
        "traité par radiochimio-\nthérapie préopératoire de 50 Gy terminée le 20/03/2026.",
        "Intervention du 10/06/2026 : proctectomie avec exérèse du mésorectum et iléostomie de protection.\n"
        "Suites opératoires : rétention urinaire à J2, sonde urinaire retirée à J5. Insuffisance rénale "
        "aiguë à J3 : metformine arrêtée le 13/06/2026.",
        "Traitement de sortie :\nMetformine 1000 mg deux fois par jour\nÉnoxaparine 4000 UI par jour pendant "
        "4 semaines\nParacétamol 1 g si besoin\n",
    ], start=1))
write("0422/crh_2026-06-29.txt", pages)
write("0422/anapath_2026-06-18.txt", """
COMPTE RENDU ANATOMOPATHOLOGIQUE
Patient : André ROUX
Date : 18/06/2026

Conclusion : adénocarcinome lieberkühnien du rectum après traitement, ypT2 N0 (0/14), marge
circonférentielle saine.
""")
write("0422/rcp_demande_2026-07-02.txt", """
DEMANDE DE RCP
Patient : André ROUX
Date : 02/07/2026

Motif : suite à donner après proctectomie.
Question : surveillance ou chimiothérapie adjuvante ?
""", encoding="latin-1")

# --- 0509: prostate, marker over time --------------------------------------------------------------
rows = [("2024-03-11", "8,2"), ("2024-09-17", "11,5"), ("2025-03-20", "0,08"), ("2025-09-22", "0,21"),
        ("2026-03-18", "0,64"), ("2026-09-21", "1,9")]
write("notes_0509.jsonl", "\n".join(json.dumps({
    "note_id": f"psa-{date}", "person_id": "0509", "note_datetime": date, "note_class": "biologie",
    "note_text": f"LABORATOIRE\nNom : GARCIA   Prénom : Luis\nDate : {date}\n\nPSA : {value} ng/mL (0-4)\nCréatinine : 88 µmol/L"},
    ensure_ascii=False) for date, value in rows) + "\n" + "\n".join(json.dumps({
    "note_id": key, "person_id": "0509", "note_datetime": date, "note_class": kind, "note_text": text},
    ensure_ascii=False) for key, date, kind, text in [
    ("op", "2025-01-15", "compte rendu opératoire",
     "COMPTE RENDU OPÉRATOIRE\nNé le 02/02/1957\n\nIntervention : prostatectomie radicale le 15/01/2025. Sonde urinaire 7 jours."),
    ("acp", "2025-01-24", "anatomopathologie",
     "Conclusion : adénocarcinome acinaire de la prostate, Gleason 4+3, pT3a N0, marge apicale positive."),
    ("cs", "2026-10-05", "consultation",
     "Motif : récidive biologique après prostatectomie radicale.\nPatient de 69 ans, OMS 0, fibrillation auriculaire permanente sous apixaban 5 mg deux fois par jour.\n"
     "TEP-PSMA du 28/09/2026 : récidive locale possible, pas de métastase osseuse.\nQuestion : radiothérapie de rattrapage avec hormonothérapie ?")]))

# --- 0611: pancreas, HL7 ---------------------------------------------------------------------------
write("0611/bio_2026-05-21.hl7", """
MSH|^~\\&|LABO|CHU INVENTE|DPI|CHU INVENTE|20260521083000||ORU^R01|M0611A|P|2.5
PID|1||8009990611^^^CHU^PI||LEROY^Hélène||19490825|F|||3 allée des Tilleuls^^Toulouse^^31400||0561000611
OBR|1|||BIO^Bilan biologique|||20260521
OBX|1|NM|HB^Hémoglobine||10.1|g/dL|12-16|L
OBX|2|NM|BILI^Bilirubine||184|µmol/L|3-17|H
OBX|3|NM|CA199^CA 19-9||420|U/mL|0-37|H
OBX|4|NM|CRP^CRP||42|mg/L|0-5|H
""")
write("0611/cro_2026-06-02.txt", """
COMPTE RENDU OPÉRATOIRE
Patiente : Hélène LEROY
Née le 25/08/1949
Date : 02/06/2026

Indication : adénocarcinome de la tête du pancréas avec ictère.
Intervention : duodénopancréatectomie céphalique. Deux drains de Blake.
""")
write("0611/suites_2026-06-24.txt", """
COMPTE RENDU D'HOSPITALISATION
Patiente : Hélène LEROY
Date : 24/06/2026

Antécédents : hypertension artérielle, diabète de type 2 découvert il y a deux mois. Pas d'antécédent familial.

Suites opératoires : fistule pancréatique à J5. Drainage radiologique d'une collection infectée le 11/06/2026.
Drain sous-hépatique : 300 mL/24h le 10/06/2026. Antibiothérapie par méropénem du 09/06/2026 jusqu'au 23/06/2026.
Transfusion de deux culots globulaires. Pas d'hémorragie postopératoire.

Traitement de sortie : énoxaparine 4000 UI par jour pendant 28 jours, pantoprazole 40 mg par jour.
""")
write("0611/anapath_2026-06-12.txt", """
ANATOMIE PATHOLOGIQUE
Patiente : Hélène LEROY
Date : 12/06/2026
Conclusion : adénocarcinome canalaire de la tête du pancréas, moyennement différencié, pT2 N1 (3/18) M0, engainements
périnerveux.
""")

# --- 0730: melanoma, little is known ---------------------------------------------------------------
write("0730/dermatologie_2026-10-12.txt", """
CONSULTATION DE DERMATOLOGIE
Nom : MOREAU   Prénom : Lucas
Né le 09/09/1988
Date : 12/10/2026

Exérèse d'une lésion pigmentée du dos. Anatomie pathologique : mélanome superficiel extensif, Breslow 1,8 mm, ulcération
absente, pT2a. Pas d'antécédent notable. Son père a eu un mélanome à 60 ans.
""")
write("0730/echographie_2026-10-20.txt", """
ÉCHOGRAPHIE GANGLIONNAIRE
Patient : Lucas MOREAU
Date : 20/10/2026
Conclusion : pas d'adénopathie axillaire suspecte. Ganglion axillaire droit de 9 mm d'allure banale.
""")

# --- 0856: ovary, CDA ------------------------------------------------------------------------------
write("0856/lettre_sortie.xml", """
<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3">
  <code code="34105-7" codeSystem="2.16.840.1.113883.6.1"/>
  <title>Lettre de liaison à la sortie</title>
  <effectiveTime value="20260817"/>
  <recordTarget><patientRole>
    <id extension="8001110856" root="1.2.3"/>
    <telecom value="tel:0600000856"/>
    <patient><name><family>ANDRÉ</family><given>Nadia</given></name>
      <administrativeGenderCode code="F"/><birthTime value="19630614"/></patient>
  </patientRole></recordTarget>
  <component><structuredBody>
    <component><section><title>Motif de l'hospitalisation</title>
      <text>Chirurgie de cytoréduction d'un carcinome séreux de l'ovaire.</text></section></component>
    <component><section><title>Antécédents</title>
      <text><list><item>Maladie de Crohn sous surveillance</item><item>Thrombose veineuse profonde en 2012</item></list></text></section></component>
    <component><section><title>Synthèse médicale du séjour</title>
      <text><paragraph>Hystérectomie totale, annexectomie bilatérale et curage le 03/08/2026, résection complète.
      Carcinose péritonéale réséquée.</paragraph>
      <paragraph>Anatomie pathologique : carcinome séreux de haut grade de l'ovaire, pT3c N1, stade FIGO IIIC. BRCA1 muté.</paragraph>
      <paragraph>Suites : iléus postopératoire à J3, sonde naso-gastrique 48 heures.</paragraph></text></section></component>
    <component><section><title>Traitements à la sortie</title>
      <text><table><tbody><tr><td>Tinzaparine</td><td>4500 UI par jour</td><td>28 jours</td></tr>
      <tr><td>Paracétamol</td><td>1 g si besoin</td></tr></tbody></table></text></section></component>
    <component><section><title>Suites à donner</title>
      <text>RCP de gynécologie : carboplatine et paclitaxel, puis entretien.</text></section></component>
  </structuredBody></component>
</ClinicalDocument>
""")
write("0856/consultation_2026-07-06.txt", """
CONSULTATION
Nom : ANDRÉ   Prénom : Nadia
Née le 14/06/1963
Date : 06/07/2026

Motif : masse ovarienne droite avec ascite. CA 125 : 1 240 U/mL.
IRM : masse ovarienne droite de 11 cm, carcinose péritonéale. Pas de métastase hépatique.
OMS 1. Antécédents familiaux : sœur atteinte d'un cancer du sein.
""")

# --- annotated sentences, to learn the attributes from -----------------------------------------------
SENTENCES = [
    ("Pas de [métastase=n] hépatique ni d'[adénopathie=n] suspecte.", 1),
    ("Absence d'[épanchement=n] pleural, [emphysème=] des sommets.", 1),
    ("Aspect compatible avec une [récidive=h] locale.", 1),
    ("[Nodule=] du foie évoquant une [métastase=h].", 1),
    ("Père décédé d'un [cancer=f] du poumon, mère atteinte d'un [diabète=f].", 1),
    ("Antécédents de [phlébite=p] et d'[asthme=p].", 1),
    ("Opéré en 2009 d'un [adénome=p] du côlon, il consulte pour des [rectorragies=].", 1),
    ("Sans antécédent notable, il présente une [masse=] cervicale.", 1),
    ("Une [embolie pulmonaire=n] a été éliminée par l'angioscanner.", 1),
    ("On ne peut exclure un [lymphome=h] associé.", 1),
    ("Suivie depuis dix ans pour une [hypertension=p] bien équilibrée.", 1),
    ("Un [cancer=f] du sein a été diagnostiqué chez sa sœur à 40 ans.", 1),
    ("Les marges sont saines, sans [infiltration=n] tumorale.", 1),
    ("[Carcinose=] péritonéale confirmée par la biopsie.", 1),
    ("Suspicion de [thrombose=h] : doppler demandé.", 1),
    ("Connu diabétique, porteur d'une [cirrhose=p], admis pour une [hémorragie=] digestive.", 1),
    ("Pas d'antécédent familial de [cancer=nf].", 1),
    ("Il n'a pas été retrouvé de [lésion=n] osseuse, mais une [fracture=] de côte.", 1),
    ("[Adénocarcinome=] du rectum, sans doute ancien.", 1),
    ("Recherche d'une [mutation=h] en cours.", 1),
]
lines = []
for number, (marked, _) in enumerate(SENTENCES, start=1):
    text, entities, rest = "", [], marked
    while "[" in rest:
        before, rest = rest.split("[", 1)
        inside, rest = rest.split("]", 1)
        word, letters = inside.split("=")
        text += before
        entities.append({"label": "=" + letters, "spans": [[len(text), len(text) + len(word)]]})
        text += word
    lines.append(json.dumps({"id": f"phrase-{number}", "text": text + rest, "entities": entities}, ensure_ascii=False))
write("annotations.jsonl", "\n".join(lines))

# --- annotated tumours with their sites, to learn the tagger from ----------------------------------------
TUMOURS = [
    ("carcinome canalaire infiltrant", "8500/3"), ("carcinome lobulaire infiltrant", "8520/3"),
    ("carcinome micropapillaire infiltrant", "8507/3"), ("carcinome médullaire", "8510/3"),
    ("carcinome métaplasique", "8575/3"), ("carcinome adénosquameux", "8560/3"), ("adénocarcinome hépatoïde", "8576/3"),
    ("carcinome sarcomatoïde", "8033/3"), ("carcinome à cellules acineuses", "8550/3"),
    ("tumeur de la granulosa", "8620/3"), ("sarcome synovial", "9040/3"), ("chondrosarcome", "9220/3"),
    ("angiosarcome", "9120/3"), ("carcinosarcome", "8980/3"), ("carcinome verruqueux", "8051/3"),
    ("adénocarcinome endométrioïde", "8380/3"),
]
PLACES = [
    ("du ", "sein", "C50.9"), ("du ", "foie", "C22.0"), ("de l'", "ovaire", "C56.9"), ("du ", "pancréas", "C25.9"),
    ("du ", "rein", "C64.9"), ("de la ", "vessie", "C67.9"), ("de l'", "estomac", "C16.9"), ("du ", "poumon", "C34.9"),
]
SHAPES = [
    "Conclusion : [tumour] [site], marges saines.", "La biopsie conclut à un [tumour] [site].",
    "Découverte d'un [tumour] de {n} cm [site].", "Suivie pour un [tumour] [site], sans autre localisation.",
    "Le foie est sans particularité. On retrouve le [tumour] [site].", "[Tumour] [site] opéré en {year}.",
    "Pas d'argument pour un [tumour] [site].", "Le rein et la vessie sont normaux ; [tumour] [site] connu.",
]
lines = []
for number in range(112):
    tumour, code = TUMOURS[number % len(TUMOURS)]
    link, site, site_code = PLACES[(number * 3 + number // 16) % len(PLACES)]
    shape = SHAPES[(number + number // 16) % len(SHAPES)].replace("{n}", str(1 + number % 9)).replace("{year}", str(2005 + number % 18))
    text, spans = "", {}
    while "[" in shape:
        before, shape = shape.split("[", 1)
        slot, shape = shape.split("]", 1)
        words = link + site if slot == "site" else tumour
        text += before
        begin = len(text)
        text += words[0].upper() + words[1:] if slot == "Tumour" else words
        spans[slot.lower()] = [begin + (len(link) if slot == "site" else 0), len(text)]
    entities = [
        {"label": "morphologie", "spans": [spans["tumour"]], "icdo": code},
        {"label": "topographie", "spans": [spans["site"]], "icdo": site_code},
        {"label": "expression_CIM", "spans": [[spans["tumour"][0], spans["site"][1]]], "icdo": code},
    ]
    lines.append(json.dumps({"id": f"tumeur-{number + 1}", "text": text + shape, "entities": entities}, ensure_ascii=False))
write("tumeurs.jsonl", "\n".join(lines))

write("README.md", """
# Dossiers inventés

**Tout est inventé** : noms, numéros, dates, adresses, comptes rendus. Aucune ligne ne vient d'un patient. / *Everything here is
invented; no line comes from a patient.* Written by `SampleData/generate/medical.py`.

| patient | what it shows |
|---|---|
| 0147 | côlon droit ou gauche ; fistule anastomotique, reprise (Clavien-Dindo IIIb proposé) ; allergie à l'amoxicilline et Augmentin à la sortie ; mère diabétique ; texte en CP1252 avec CRLF |
| 0203 | sein : cT2 N1 et cT2 N0 à trois semaines ; dépistage organisé ; antécédents familiaux ; un type de tumeur que seul le modèle appris reconnaît |
| 0318 | poumon : OMS 1 et 3 à douze jours ; métastase surrénalienne suspectée |
| 0422 | rectum : en-têtes répétés, mot coupé ; metformine arrêtée et pourtant à la sortie ; ypTNM sans conflit avec le cTNM |
| 0509 | prostate : table de notes (JSON Lines, colonnes OMOP) ; PSA dans le temps |
| 0611 | pancréas : HL7 v2 ; fistule pancréatique, drains, antibiotiques |
| 0730 | mélanome : presque rien n'est renseigné |
| 0856 | ovaire : CDA R2 ; maladie de Crohn (éponyme) |

`annotations.jsonl`: invented sentences whose mentions carry their attributes (`=n` negated, `=h` hypothesis, `=f` family, `=p` past
history, `=` none), to learn from. `tumeurs.jsonl`: invented sentences whose tumours and sites are annotated, each pair as one expression: a
tagger is learned from them.
""")
