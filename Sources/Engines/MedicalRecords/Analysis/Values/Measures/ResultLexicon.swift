import Language

/// Words of results, by hash of their stem.
enum ResultLexicon {
  private static func stems(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { WordStem.hash(TokenizedText(String($0)).bytes) })
  }

  /// Results said in a word.
  static let words = stems(
    """
    normal normale normaux normales negatif negative positif positive eleve elevee correct correcte \
    effondre effondree abaisse abaissee
    """)

  /// Words between what is measured and its number.
  static let links: Set<UInt64> = Set(
    ["a", "de", "est", "etait", "sont", "etaient", "estime", "chiffre", "chiffree", "autour"].map {
      StableHash.of($0)
    })

  /// What is measured or examined.
  static let analytes = stems(
    """
    hemoglobine hb hematocrite plaquette leucocyte globule blancs leucocytes pnn neutrophile \
    lymphocyte crp proteine creatinine creatininemie uree uremie glycemie natremie kaliemie \
    calcemie phosphoremie magnesemie natrium sodium potassium calcium albumine albuminemie \
    bilirubine bilirubinemie asat alat sgot sgpt transaminase ggt gamma pal phosphatase ldh lipase \
    amylase troponine bnp ntprobnp tsh t3 t4 ferritine fer inr tp tca fibrinogene prothrombine \
    vs sedimentation procalcitonine pct lactate ph hco3 bicarbonate pco2 po2 pao2 paco2 sao2 spo2 \
    saturation temperature fievre pouls frequence tension pression arterielle ta pa fc fr poids \
    taille imc bmi masse corporelle diurese proteinurie albuminurie clairance debit dfg \
    glasgow score ecbu hemoculture culture serologie antigene anticorps pcr test recherche dosage \
    taux bilan ionogramme hemogramme nfs biochimie numeration coagulation hemostase ecg \
    electrocardiogramme echographie echocardiographie scanner irm tdm radiographie examen \
    auscultation etat fonction abdomen toucher signe manoeuvre ace ca psa afp hcg ki67 index \
    fevg ejection epreuve intradermoreaction biopsie cytologie ponction liquide marge ganglion \
    marqueur catecholamine cortisol prolactine testosterone fsh lh oestradiol coombs haptoglobine \
    reticulocyte vgm ccmh thrombocyte enzymes cpk ck myoglobine aldolase complement c3 c4 facteur \
    rhumatoide electrophorese immunofixation fond oeil champ visuel audiogramme spirometrie vems \
    suv suvmax ki fond rythme tracé conscience reflexe sensibilite force doppler fibroscopie coloscopie \
    trophicite bandelette metanephrine igg iga igm ige aln vih hiv vhb vhc syphilis tpha vdrl \
    tuberculine bk mantoux babinski romberg lasegue caryotype perimetre apgar contour volume
    """)
}
