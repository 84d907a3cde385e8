extension ConceptLexicon {
  /// Operations and other procedures.
  static let procedures = [
    " | colectomie droite | hémicolectomie droite",
    " | colectomie gauche | hémicolectomie gauche | colectomie segmentaire gauche",
    " | colectomie{, totale, subtotale, transverse}", " | sigmoïdectomie | résection sigmoïdienne",
    " | proctectomie | résection antérieure{, du rectum} | résection rectale | exérèse du mésorectum | rrs",
    " | amputation abdomino-périnéale | aap",
    " | gastrectomie{, totale, partielle, des 4/5e, subtotale}",
    " | œsophagectomie | oesophagectomie | lewis-santy",
    " | duodénopancréatectomie céphalique | dpc | duodéno-pancréatectomie{, céphalique}",
    " | splénopancréatectomie{, gauche} | pancréatectomie {gauche,caudale}",
    " | hépatectomie{, droite, gauche, partielle} | segmentectomie{, hépatique} | métastasectomie{, hépatique}",
    " | cholécystectomie", " | appendicectomie", " | splénectomie",
    " | résection du grêle | résection grêlique", " | iléostomie{, de protection, de décharge}",
    " | colostomie{, de décharge, terminale} | stomie",
    " | mastectomie{, totale, radicale modifiée} | mammectomie",
    " | tumorectomie | mastectomie partielle",
    " | curage axillaire | curage ganglionnaire{, axillaire, pelvien} | lymphadénectomie",
    " | ganglion sentinelle | technique du ganglion sentinelle",
    " | lobectomie{, supérieure, inférieure, moyenne}{, droite, gauche}", " | pneumonectomie",
    " | segmentectomie pulmonaire | wedge resection",
    " | prostatectomie{, radicale, totale}", " | néphrectomie{, partielle, élargie, totale}",
    " | cystectomie", " | rtuv | résection transurétrale{, de vessie}",
    " | hystérectomie{, totale, élargie}", " | annexectomie{, bilatérale}", " | orchidectomie",
    " | thyroïdectomie{, totale}", " | laryngectomie{, totale}",
    " | craniotomie | exérèse tumorale",
    " | laparotomie{, exploratrice, médiane}",
    " | cœlioscopie exploratrice | laparoscopie exploratrice",
    " | reprise chirurgicale | réintervention | reprise au bloc | reprise {opératoire,le,en urgence} | ré-intervention",
    " | drainage {radiologique,percutané,scanno-guidé,sous scanner,radioguidé}",
    " | embolisation{, artérielle}", " | chimiohyperthermie intrapéritonéale | chip",
    " | lavage péritonéal",
    " | transfusion{, de culots globulaires} | culots globulaires", " | intubation{, orotrachéale}",
    " | dialyse | hémodialyse",
    " | biopsie{, hépatique, écho-guidée, stéréotaxique, ganglionnaire, rectale, bronchique} | microbiopsie{,s}",
    " | coloscopie{, totale}", " | fibroscopie{, bronchique, gastrique, œso-gastro-duodénale}",
    " | endoprothèse{, biliaire} | prothèse {biliaire,colique}",
    " | pose de chambre implantable | pac | chambre implantable | picc-line",
    " | anastomose{, iléo-colique, colorectale, colo-anale}",
    " | pontage{, aorto-coronarien, coronarien}",
    " | herniorraphie | cure de hernie{, inguinale, ombilicale}", " | césarienne",
    " | arthroplastie{, de hanche, de genou} | prothèse totale de {hanche,genou} | pth | ptg",
  ]

  /// Drains and other devices of the postoperative course.
  static let drains = [
    " | drain de Redon | redon{,s}", " | drain de Blake | blake",
    " | lame{, de drainage, multitubulée}", " | drain thoracique",
    " | drain{, pelvien, sous-hépatique, abdominal, péri-anastomotique, aspiratif}",
    " | sonde naso-gastrique | sng", " | sonde urinaire | sonde vésicale",
    " | sonde de jéjunostomie | jéjunostomie", " | agrafes | fils{, de suture} | points de suture",
  ]

  /// Diseases other than the tumour, with CIM-10 codes.
  static let diseases = [
    "I10 | hypertension artérielle{, essentielle} | hta | hypertendu{,e}",
    "E11 | diabète de type 2 | dnid | dt2 | diabète non insulinodépendant | diabète non-insulinodépendant | diabétique de type {2,II}",
    "E10 | diabète de type 1 | dt1 | diabète insulinodépendant | did", "E14 | diabète | diabétique",
    "E78.5 | dyslipidémie | hypercholestérolémie", "E66 | obésité{, morbide} | obèse",
    "E03.9 | hypothyroïdie", "E05.9 | hyperthyroïdie", "M10 | goutte",
    "I25.9 | cardiopathie ischémique | coronaropathie | maladie coronarienne",
    "I50.9 | insuffisance cardiaque", "I48.2 | fibrillation auriculaire permanente | fa permanente",
    "I64 | accident vasculaire cérébral | avc | ait",
    "I73.9 | artériopathie oblitérante des membres inférieurs | aomi",
    "J44.9 | bronchopneumopathie chronique obstructive | bpco | broncho-pneumopathie chronique obstructive",
    "J45 | asthme | asthmatique", "G47.3 | syndrome d'apnées du sommeil | saos | apnées du sommeil",
    "N18.9 | insuffisance rénale chronique | irc | maladie rénale chronique",
    "K74.6 | cirrhose{, alcoolique, hépatique}", "B18.2 | hépatite C", "B18.1 | hépatite B",
    "K21 | reflux gastro-œsophagien | rgo", "K27 | ulcère{, gastrique, duodénal}",
    "K50 | maladie de Crohn | crohn", "K51 | rectocolite hémorragique | rch",
    "K57 | diverticulose | diverticulite{, sigmoïdienne}", "K80 | lithiase {vésiculaire,biliaire}",
    "K35 | appendicite",
    "F32 | dépression | syndrome dépressif", "G20 | maladie de Parkinson | parkinson",
    "G30 | maladie d'Alzheimer", "F03 | démence", "G40 | épilepsie", "M81 | ostéoporose",
    "M19 | arthrose | coxarthrose | gonarthrose", "M06.9 | polyarthrite rhumatoïde",
    "H40 | glaucome", "N40 | hypertrophie bénigne de la prostate | hbp | adénome prostatique",
    "D50 | anémie ferriprive", "D64.9 | anémie", "D68 | thrombophilie",
    "Z15.0 | syndrome de Lynch | lynch", "D12.6 | polypose adénomateuse familiale | paf",
    "E46 | dénutrition{, sévère, modérée}",
    "Z95.0 | pacemaker | stimulateur cardiaque", "Z94.0 | greffe rénale",
    "B20 | infection par le VIH | vih positif",
  ]

  /// Ways of life that matter to anaesthesia and treatment.
  static let lifestyles = [
    "F17 | tabagisme{, actif, sevré, ancien} | tabac | fumeur | fumeuse | {ancien fumeur,ancienne fumeuse} | paquets-années | paquets année | pa sevré",
    "F10 | alcoolisme{, chronique} | consommation d'alcool | alcool | éthylisme{, chronique} | œnolisme",
    "Z60.2 | vit seul{,e}", "Z74 | autonome | autonomie conservée",
  ]

  /// Complaints at discovery.
  static let symptoms = [
    "K62.5 | rectorragies | rectorragie", "K92.1 | méléna",
    "R63.4 | amaigrissement | perte de poids | perte pondérale",
    "R53 | asthénie | altération de l'état général | aeg", "R10 | douleur{,s} abdominale{,s}",
    "R17 | ictère | jaunisse", "R31 | hématurie{, macroscopique}", "R04.2 | hémoptysie{,s}",
    "R05 | toux{, chronique}", "R06.0 | dyspnée{, d'effort}",
    "N63 | nodule du sein | nodule mammaire | tuméfaction du sein", "R13 | dysphagie",
    "R49 | dysphonie", "K59.0 | constipation | troubles du transit", "R11 | vomissements | nausées",
  ]
}
