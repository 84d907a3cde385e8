/// Headings of French reports, written for this project. Braces spell out alternatives.
enum HeadingLexicon {
  static let headings: [(SectionKind, [String])] = [
    (
      .reason,
      [
        "motif{,s}", "motif d{e l',e la ,'}{hospitalisation,admission,entrée,consultation,examen}",
        "motif de {l'admission,l'hospitalisation,la consultation,consultation,recours,venue}",
        "motif de la {rcp,demande,présentation}", "type de rcp / motif de la rcp",
        "indication{,s}", "renseignements cliniques", "raison de la consultation",
        "question posée{, à la rcp}", "contexte{, clinique}", "demande",
      ]
    ),
    (
      .history,
      [
        "anamnèse{, et examen physique, et examen clinique, et antécédents}", "anamnésie",
        "anamnesis", "anamnese", "histoire de la maladie{, actuelle}", "histoire clinique",
        "{histoire,historique}{, oncologique, de la maladie}", "hdlm", "hdm",
        "maladie actuelle", "{cas,observation} clinique", "observation{, médicale}",
        "présentation{, du cas, clinique}", "résumé {clinique,de l'histoire}",
        "parcours de soins", "rappel clinique", "rappel de l'histoire{, de la maladie}",
        "synthèse du cas présenté", "antécédents actuels", "présentation du patient",
      ]
    ),
    (
      .antecedents,
      [
        "antécédents",
        "antécédents {personnels,médicaux,chirurgicaux,pathologiques,oncologiques,médico-chirurgicaux}",
        "antécédents {personnels et familiaux,médicaux et chirurgicaux,familiaux et personnels}",
        "antécédents {gynécologiques,obstétricaux,gynéco-obstétricaux,cardiovasculaires}",
        "antécédents {pathologiques personnels,personnels pathologiques,d'intérêt,de cancer}",
        "antécédents {anesthésiques,notables,significatifs,médicaux personnels}",
        "{atcd,atcds,atc}{, médicaux, chirurgicaux, personnels}",
        "antécédents et {comorbidités,facteurs de risque,mode de vie}",
        "comorbidités", "terrain", "facteurs de risque{, cardiovasculaire, cardiovasculaires}",
      ]
    ),
    (
      .family,
      [
        "antécédents {familiaux,héréditaires,oncologiques familiaux,familiaux oncologiques}",
        "antécédents {pathologiques familiaux,familiaux pathologiques,de la famille}",
        "{atcd,atcds} familiaux", "contexte familial", "histoire familiale",
        "antécédents familiaux de cancer",
      ]
    ),
    (
      .lifestyle,
      [
        "mode de vie", "contexte social", "habitudes{, toxiques, de vie}", "toxiques",
        "tabac{, et alcool}", "intoxications", "situation {sociale,familiale,socio-familiale}",
        "antécédents toxiques",
      ]
    ),
    (.allergies, ["allergie{,s}", "allergies{, connues, et intolérances, médicamenteuses}"]),
    (
      .entryTreatment,
      [
        "traitement{,s} {à l'entrée,à l'admission,habituel,habituels,en cours,au domicile}",
        "traitement{,s} {antérieur,antérieurs,avant l'hospitalisation,personnel,de fond}",
        "médicaments à l'entrée", "médications habituelles",
      ]
    ),
    (
      .examination,
      [
        "examen{,s} {physique,physiques,clinique,cliniques,général}{, à l'admission, à l'entrée}",
        "l'examen {physique,clinique}", "exploration{,s} {physique,physiques,clinique}",
        "examen{, à l'entrée, à l'admission, de sortie, neurologique, abdominal, local}",
        "clinique", "constantes{, à l'entrée}", "examen somatique", "état à l'entrée",
        "évaluation du statut fonctionnel", "statut fonctionnel", "état général",
        "inspection physique", "examens physiques",
      ]
    ),
    (
      .tests,
      [
        "{examen,examens,tests,test,bilan,bilans,explorations} complémentaire{,s}{, réalisés}",
        "les examens complémentaires", "{épreuves,études,étude,investigations} complémentaires",
        "{imagerie,imageries,radiologie,examens radiologiques,bilan d'imagerie}",
        "{examens,explorations} paracliniques", "paraclinique", "investigations", "explorations",
        "{scanner,tdm,tomodensitométrie,irm,échographie,tep,pet-scan,tep-tdm,tep-scanner}",
        "{scanner,tdm} {thoracique,abdominal,abdominopelvien,thoraco-abdomino-pelvien,tap}",
        "irm {cérébrale,hépatique,pelvienne,rectale,mammaire}", "mammographie{, et échographie}",
        "bilan d'extension", "coloscopie", "endoscopie{, digestive}", "fibroscopie",
        "examens réalisés", "résultats{, d'examens, des examens, examens complémentaires}",
        "résultats d'examens / autres informations attendus", "technique", "comparaison",
        "tests diagnostiques", "examens d'imagerie", "tests et examens complémentaires",
        "mode de découverte du cancer", "protocole d'examen",
      ]
    ),
    (
      .biology,
      [
        "biologie", "bilan{,s} {biologique,sanguin,biologiques,hépatique,rénal}",
        "{examens,examen} de {laboratoire,biologie}", "analyses{, sanguines, hémochimiques}",
        "marqueurs{, tumoraux}", "{hémogramme,nfs,hématologie,biochimie,ionogramme}",
        "laboratoire", "résultats biologiques", "bactériologie", "sérologies",
      ]
    ),
    (
      .pathology,
      [
        "anatomie pathologique", "anatomopathologie{, définitive}", "anapath", "anatomo-pathologie",
        "{compte rendu,compte-rendu,résultat,examen,rapport} anatomopathologique",
        "examen {histologique,anatomo-pathologique,extemporané,macroscopique,microscopique}",
        "{histologie,macroscopie,microscopie,immunohistochimie,cytologie,biologie moléculaire}",
        "résultats anatomopathologiques", "compte rendu anatomocytopathologique{, (cr-acp)}",
        "étude {histologique,immunohistochimique,génétique,moléculaire,anatomopathologique}",
        "{compte rendu,compte-rendu} d'{analyse moléculaire,anatomie pathologique}",
        "analyse moléculaire", "génétique{, moléculaire}",
      ]
    ),
    (
      .operation,
      [
        "{compte rendu,compte-rendu} opératoire{, (cro)}", "intervention{, chirurgicale}",
        "geste{, opératoire, chirurgical}", "acte opératoire", "cro", "opération",
        "traitement chirurgical", "technique opératoire", "chirurgie", "protocole opératoire",
        "constatations {opératoires,per-opératoires,peropératoires}", "voie d'abord",
      ]
    ),
    (
      .postoperative,
      [
        "suites{, opératoires, post-opératoires, postopératoires, immédiates, simples}",
        "période postopératoire", "{évolution,surveillance} {postopératoire,post-opératoire}",
        "complications{, postopératoires, post-opératoires}",
      ]
    ),
    (
      .diagnosis,
      [
        "diagnostic{,s}", "le diagnostic", "diagnose", "jugement {diagnostique,clinique}",
        "diagnostic{,s} {retenu,retenus,principal,final,définitif,provisoire,histologique,actuel}",
        "diagnostic {différentiel,associé,clinique,anatomopathologique,pathologique,de sortie}",
        "diagnostics {à la sortie,de sortie,secondaires,associés}", "tumeur", "diagnostique",
        "{orientation,démarche} diagnostique", "diagnostic positif", "diagnostic et traitement",
      ]
    ),
    (
      .treatment,
      [
        "traitement{,s}", "le traitement", "traitement et {évolution,suivi,surveillance}",
        "{prise en charge,conduite thérapeutique}{, thérapeutique, et évolution}",
        "traitement{,s} {systémique,oncologique,reçu,reçus,instauré,réalisé,médical}",
        "{chimiothérapie,radiothérapie,thérapeutique,thérapie}", "protocole de traitement",
        "traitements {thérapeutiques passés ou en cours,arrêtés durant le séjour}",
        "traitements arrêtés", "plan de traitement", "traitement proposé",
        "traitement, évolution et suivi", "ligne{,s} de traitement",
      ]
    ),
    (
      .evolution,
      [
        "évolution{, et traitement, clinique, et suivi, actuelle, clinique et traitement}",
        "l'évolution", "développement{,s}", "progrès", "progression", "suivi{, clinique}",
        "évolution {dans le service,hospitalière,ultérieure,de la maladie,et pronostic}",
        "évolution au cours de l'hospitalisation", "synthèse médicale du séjour",
        "{déroulement,au cours} du séjour", "séjour{, hospitalier}", "surveillance",
        "phase clinique de la maladie",
      ]
    ),
    (
      .conclusion,
      [
        "conclusion{,s}", "au total", "en conclusion", "synthèse{, clinique, du séjour}",
        "en résumé", "résumé", "discussion", "impression", "avis", "interprétation",
      ]
    ),
    (
      .dischargeTreatment,
      [
        "traitement{,s} {de sortie,à la sortie,de relais,à poursuivre,au retour à domicile}",
        "ordonnance{, de sortie}", "prescription{,s}{, de sortie}", "médicaments à la sortie",
        "prescriptions médicales de sortie",
      ]
    ),
    (
      .plan,
      [
        "conduite à tenir", "cat", "projet thérapeutique", "proposition{, de la rcp}",
        "{décision,propositions,avis} {de la rcp,thérapeutique}", "plan de soins", "plan",
        "suites à donner", "rendez-vous", "recommandations", "programme", "décision",
        "cadre de la proposition thérapeutique", "consignes",
      ]
    ),
    (
      .identity,
      ["identité{, du patient}", "patient{,e}", "état civil", "nom", "destinataire{,s}"]
    ),
    (
      .other,
      [
        "commentaires{, / précisions sur le patient}", "statut du document", "remarques",
        "dispositifs médicaux", "voir ci-dessous", "date{, de naissance}", "médecin{, traitant}",
        "service", "objet", "copie{,s}", "participants", "quorum",
      ]
    ),
  ]
}
