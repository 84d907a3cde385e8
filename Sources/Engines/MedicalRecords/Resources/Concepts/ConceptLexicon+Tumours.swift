extension ConceptLexicon {
  /// Morphologies with their ICD-O-3 codes.
  static let morphologies = [
    "8140/3 | adénocarcinome | adénocarcinome {infiltrant,invasif} | adk",
    "8140/3 | adénocarcinome lieberkühnien | adénocarcinome {liberkuhnien,de type lieberkühnien,lieberkuhnien}",
    "8480/3 | adénocarcinome mucineux | adénocarcinome colloïde muqueux | carcinome mucineux",
    "8490/3 | adénocarcinome à cellules indépendantes | carcinome à cellules {en bague à chaton,indépendantes}",
    "8144/3 | adénocarcinome de type intestinal",
    "8500/3 | carcinome canalaire infiltrant | carcinome {infiltrant de type non spécifique,infiltrant non spécifique,infiltrant tns} | cci | carcinome canalaire invasif",
    "8500/2 | carcinome canalaire in situ | carcinome intracanalaire | cis canalaire | ccis",
    "8520/3 | carcinome lobulaire infiltrant | carcinome lobulaire | cli",
    "8070/3 | carcinome épidermoïde{, infiltrant, invasif} | carcinome malpighien | épithélioma épidermoïde",
    "8070/2 | carcinome épidermoïde in situ",
    "8010/3 | carcinome | carcinome {indifférencié,infiltrant}",
    "8041/3 | carcinome à petites cellules | carcinome {bronchique à petites cellules,neuroendocrine à petites cellules} | cpc | cbpc",
    "8012/3 | carcinome à grandes cellules", "8046/3 | carcinome non à petites cellules | cbnpc | cpnpc",
    "8170/3 | carcinome hépatocellulaire | hépatocarcinome | chc",
    "8160/3 | cholangiocarcinome{, intrahépatique, hilaire}",
    "8312/3 | carcinome rénal | adénocarcinome rénal", "8310/3 | carcinome à cellules claires | carcinome rénal à cellules claires",
    "8260/3 | carcinome papillaire | carcinome papillaire de la thyroïde", "8130/3 | carcinome urothélial{, infiltrant} | carcinome transitionnel",
    "8380/3 | adénocarcinome endométrioïde | carcinome endométrioïde", "8441/3 | carcinome séreux{, de haut grade} | cystadénocarcinome séreux",
    "8550/3 | adénocarcinome acinaire | adénocarcinome acineux{, prostatique}", "8090/3 | carcinome basocellulaire",
    "8720/3 | mélanome{, malin, cutané}", "8721/3 | mélanome nodulaire", "8743/3 | mélanome superficiel extensif | mélanome à extension superficielle | ssm",
    "8800/3 | sarcome", "8850/3 | liposarcome", "8890/3 | léiomyosarcome", "9180/3 | ostéosarcome",
    "8936/3 | tumeur stromale gastro-intestinale | gist | tumeur du stroma gastro-intestinal",
    "8240/3 | tumeur neuroendocrine{, bien différenciée} | tne | tumeur carcinoïde", "8246/3 | carcinome neuroendocrine",
    "9590/3 | lymphome{, malin}", "9680/3 | lymphome {diffus à grandes cellules B,B diffus à grandes cellules,B à grandes cellules} | ldgcb",
    "9650/3 | lymphome de Hodgkin | maladie de Hodgkin", "9690/3 | lymphome folliculaire", "9673/3 | lymphome du manteau",
    "9732/3 | myélome{, multiple}", "9440/3 | glioblastome", "9400/3 | astrocytome", "9530/0 | méningiome",
    "9050/3 | mésothéliome{, pleural, malin}", "9061/3 | séminome", "8580/3 | thymome",
    "8210/0 | adénome tubuleux | polype adénomateux", "8211/0 | adénome tubulo-villeux | adénome tubulovilleux", "8140/0 | adénome",
    "8000/6 | métastase{,s} | {lésion,lésions,localisation,localisations} secondaire{,s} | {lésion,nodule} métastatique",
    "8010/6 | carcinose{, péritonéale} | carcinomatose{, péritonéale}", "8140/6 | métastase d'un adénocarcinome | métastase d'adénocarcinome",
    "8000/3 | {tumeur maligne,cancer,néoplasie,néoplasme} ",
  ]

  /// Sites with their CIM-10 codes.
  static let sites = [
    "C18.2 | côlon ascendant | côlon droit | colon {droit,ascendant}", "C18.0 | cæcum | caecum | caecal | bas-fond cæcal",
    "C18.3 | angle colique droit | angle droit du côlon", "C18.4 | côlon transverse | colon transverse",
    "C18.5 | angle colique gauche | angle gauche du côlon", "C18.6 | côlon descendant | côlon gauche | colon {gauche,descendant}",
    "C18.7 | côlon sigmoïde | sigmoïde | sigmoïdien{,ne}", "C18.9 | côlon | colon | colique",
    "C19 | jonction recto-sigmoïdienne | charnière recto-sigmoïdienne",
    "C20 | rectum | {bas,moyen,haut} rectum | rectal{,e}", "C21.0 | anus | canal anal | anal",
    "C16.9 | estomac | gastrique", "C16.0 | cardia", "C16.3 | antre{, gastrique}", "C15.9 | œsophage | oesophage | œsophagien{,ne}",
    "C17.0 | duodénum", "C17.9 | intestin grêle | grêle", "C22.0 | foie | hépatique",
    "C23 | vésicule biliaire", "C24.0 | voies biliaires | voie biliaire principale", "C24.1 | ampoule de Vater | ampullaire",
    "C25.0 | tête du pancréas | tête pancréatique | céphalique pancréatique", "C25.1 | corps du pancréas", "C25.2 | queue du pancréas",
    "C25.9 | pancréas | pancréatique", "C34.1 | lobe supérieur {droit,gauche} | lsd | lsg", "C34.3 | lobe inférieur {droit,gauche} | lid | lig",
    "C34.2 | lobe moyen", "C34.9 | poumon | pulmonaire | bronchique | bronche", "C38.4 | plèvre | pleural{,e}",
    "C50.4 | quadrant supéro-externe{, du sein}", "C50.2 | quadrant supéro-interne", "C50.5 | quadrant inféro-externe",
    "C50.9 | sein | mammaire", "C53.9 | col utérin | col de l'utérus", "C54.1 | endomètre | endométrial",
    "C56 | ovaire | ovarien{,ne}", "C61 | prostate | prostatique", "C62.9 | testicule | testiculaire",
    "C64 | rein | rénal{,e}", "C67.9 | vessie | vésical{,e}", "C65 | bassinet", "C66 | uretère",
    "C73 | thyroïde | thyroïdien{,ne}", "C71.9 | cerveau | cérébral{,e} | encéphale", "C32.9 | larynx | laryngé{,e}",
    "C10.9 | oropharynx", "C13.9 | hypopharynx", "C12 | sinus piriforme", "C09.9 | amygdale", "C02.9 | langue", "C01 | base de langue",
    "C06.9 | cavité buccale", "C04.9 | plancher buccal", "C11.9 | nasopharynx | cavum", "C44.9 | peau | cutané{,e}",
    "C48.2 | péritoine | péritonéal{,e}", "C77.9 | ganglion{,s} | ganglionnaire{,s}", "C41.9 | os | osseu{x,se,ses}", "C74.9 | surrénale | surrénalien{,ne}",
  ]

  /// Complications after surgery with the grade of Clavien-Dindo they suggest.
  static let complications = [
    "K91.8 | fistule anastomotique | {désunion,lâchage,fuite} anastomotique | fistule de l'anastomose",
    "K86.8 | fistule pancréatique", "K83.3 | fistule biliaire | bilome | cholépéritoine", "K65.0 | péritonite{, postopératoire, stercorale}",
    "T81.0 | hémorragie {postopératoire,post-opératoire,intra-abdominale} | saignement postopératoire | hémopéritoine",
    "T81.0 | hématome{, de paroi, postopératoire}", "T81.4 | abcès{, de paroi, profond, intra-abdominal, pelvien} | infection du site opératoire | iso | collection {abcédée,infectée}",
    "K56.7 | iléus{, postopératoire, paralytique} | occlusion{, du grêle, postopératoire}", "T81.3 | éviscération | désunion {de paroi,pariétale,de cicatrice}",
    "A41.9 | sepsis | choc septique | septicémie", "J18.9 | pneumopathie{, postopératoire, d'inhalation}", "J95.8 | détresse respiratoire{, aiguë}",
    "I26.9 | embolie pulmonaire{, bilatérale, segmentaire}", "I80.2 | thrombose veineuse profonde | phlébite | tvp",
    "N17.9 | insuffisance rénale aiguë | ira", "N39.0 | infection urinaire{, basse}", "R33 | rétention {aiguë d'urines,d'urine,urinaire}",
    "I48 | fibrillation auriculaire{, paroxystique} | passage en fibrillation auriculaire | acfa", "I21.9 | infarctus du myocarde | idm | syndrome coronarien aigu",
    "K91.8 | gastroparésie", "T81.1 | choc hémorragique", "I89.8 | lymphocèle | lymphorrhée", "T79.7 | sérome",
  ]

  /// Biomarkers, for molecular and immunohistochemical results.
  static let biomarkers = [
    " | récepteurs aux œstrogènes | récepteurs {hormonaux,d'œstrogènes,œstrogènes,oestrogènes} | RE | RO", " | récepteurs à la progestérone | RP",
    " | HER2 | her-2 | cerbB2 | c-erbB2 | HER 2", " | Ki67 | ki-67 | mib1", " | EGFR", " | ALK", " | ROS1", " | BRAF{, V600E}", " | KRAS | RAS", " | NRAS",
    " | PD-L1 | PDL1", " | MSI | microsatellites | statut microsatellitaire | instabilité microsatellitaire | MSS | dMMR | pMMR",
    " | BRCA1 | BRCA", " | BRCA2", " | MET", " | IDH1 | IDH", " | MGMT", " | c-KIT | KIT", " | p16 | HPV",
  ]
}
