extension ConceptLexicon {
  /// Antibiotics with their ATC codes.
  static let antibiotics = [
    "J01CR02 | amoxicilline-acide clavulanique | amoxicilline{ ,-, + ,/}acide clavulanique | augmentin | co-amoxiclav",
    "J01CA04 | amoxicilline | clamoxyl",
    "J01CR05 | pipéracilline-tazobactam | pipéracilline{ ,-, + ,/}tazobactam | tazocilline",
    "J01DD04 | ceftriaxone | rocéphine", "J01DD01 | céfotaxime | claforan", "J01DB04 | céfazoline",
    "J01DC02 | céfuroxime",
    "J01DH02 | méropénem", "J01DH51 | imipénem", "J01DH03 | ertapénem",
    "J01MA02 | ciprofloxacine | ciflox",
    "J01MA12 | lévofloxacine | tavanic", "J01MA01 | ofloxacine | oflocet",
    "J01XD01 | métronidazole | flagyl",
    "J01XA01 | vancomycine", "J01GB03 | gentamicine", "J01GB06 | amikacine",
    "J01EE01 | cotrimoxazole | bactrim",
    "J01FF01 | clindamycine", "J01XX08 | linézolide", "J01FA10 | azithromycine",
    "J01FG01 | pristinamycine",
    "J01 | antibiothérapie | antibiotique{,s} | antibioprophylaxie",
  ]

  /// Anticoagulants and antiplatelet drugs.
  static let anticoagulants = [
    "B01AB05 | énoxaparine | lovenox", "B01AB10 | tinzaparine | innohep",
    "B01AB04 | daltéparine | fragmine",
    "B01AB01 | héparine{, non fractionnée} | hnf | calciparine | hbpm",
    "B01AF01 | rivaroxaban | xarelto", "B01AF02 | apixaban | eliquis",
    "B01AE07 | dabigatran | pradaxa", "B01AA12 | fluindione | previscan",
    "B01AA03 | warfarine | coumadine", "B01AX05 | fondaparinux | arixtra",
    "B01AC06 | aspirine | kardégic | acide acétylsalicylique | aspégic",
    "B01AC04 | clopidogrel | plavix", "B01AC24 | ticagrélor | brilique",
    "B01 | anticoagulation | anticoagulant{,s} | avk | thromboprophylaxie",
  ]

  /// Drugs against cancer and their protocols.
  static let cancerDrugs = [
    " | FOLFOX | folfox 6 | folfox-6 | folfox simplifié", " | FOLFIRI", " | FOLFIRINOX",
    " | XELOX | capox", " | LV5FU2 | lv5-fu2", " | FLOT", " | GEMOX", " | CHOP | r-chop",
    " | FEC 100 | fec | fec100", " | EC | épirubicine-cyclophosphamide", " | ABVD", " | BEP",
    "L01BC05 | gemcitabine | gemzar", "L01BC06 | capécitabine | xeloda",
    "L01BC02 | fluorouracile | 5-fu | 5fu | fluoro-uracile",
    "L01XA03 | oxaliplatine | eloxatine", "L01XA01 | cisplatine | cddp", "L01XA02 | carboplatine",
    "L01CE02 | irinotécan", "L01CD01 | paclitaxel | taxol", "L01CD02 | docétaxel | taxotère",
    "L01BA04 | pémétrexed | alimta", "L01DB01 | doxorubicine | adriamycine",
    "L01DB03 | épirubicine", "L01AA01 | cyclophosphamide | endoxan",
    "L01FG01 | bévacizumab | avastin",
    "L01FE01 | cétuximab | erbitux", "L01FE02 | panitumumab | vectibix",
    "L01FD01 | trastuzumab | herceptin", "L01FD02 | pertuzumab",
    "L01FF02 | pembrolizumab | keytruda", "L01FF01 | nivolumab | opdivo",
    "L01FF05 | atézolizumab", "L01FX04 | ipilimumab", "L01EB04 | osimertinib | tagrisso",
    "L01EB01 | géfitinib", "L01EX01 | sunitinib", "L01EX02 | sorafénib",
    "L01EA01 | imatinib | glivec", "L01EF01 | palbociclib",
    "L02BA01 | tamoxifène", "L02BG03 | anastrozole", "L02BG04 | létrozole", "L02BG06 | exémestane",
    "L02AE02 | leuproréline | enantone", "L02BX03 | abiratérone", "L02BB04 | enzalutamide",
    "L01 | chimiothérapie{, adjuvante, néoadjuvante, palliative, d'induction}", " | immunothérapie",
    " | hormonothérapie", " | thérapie ciblée",
  ]

  /// Other drugs often met.
  static let drugs = [
    "N02BE01 | paracétamol | doliprane | dafalgan | perfalgan",
    "N02AX02 | tramadol | topalgic | contramal",
    "N02AA01 | morphine | oramorph | skenan | actiskenan",
    "N02AA05 | oxycodone | oxycontin | oxynorm",
    "N02AB03 | fentanyl | durogésic", "N02BG06 | néfopam | acupan",
    "M01AE03 | kétoprofène | profénid", "M01AE01 | ibuprofène", "A02BC05 | ésoméprazole | inexium",
    "A02BC01 | oméprazole | mopral", "A02BC02 | pantoprazole | inipomp | eupantol",
    "A02BC03 | lansoprazole",
    "A10BA02 | metformine | glucophage | stagid", "A10BB09 | gliclazide | diamicron",
    "A10BB12 | glimépiride", "A10A | insuline{, lente, rapide, glargine} | lantus | novorapid",
    "A10BH01 | sitagliptine | januvia", "A10BK03 | empagliflozine | jardiance",
    "C09AA04 | périndopril | coversyl", "C09AA05 | ramipril | triatec", "C09CA01 | losartan",
    "C09CA03 | valsartan", "C09CA04 | irbésartan | aprovel", "C09CA06 | candésartan",
    "C08CA01 | amlodipine | amlor", "C07AB07 | bisoprolol | cardensiel",
    "C07AB03 | aténolol | ténormine", "C07AG02 | carvédilol",
    "C03CA01 | furosémide | lasilix", "C03DA01 | spironolactone | aldactone",
    "C03AA03 | hydrochlorothiazide", "C10AA05 | atorvastatine | tahor",
    "C10AA07 | rosuvastatine | crestor", "C10AA03 | pravastatine", "C10AA01 | simvastatine",
    "C01BD01 | amiodarone | cordarone",
    "H03AA01 | lévothyroxine | lévothyrox", "H02AB06 | prednisolone | solupred",
    "H02AB07 | prednisone | cortancyl", "H02AB02 | dexaméthasone",
    "H02AB04 | méthylprednisolone | solumédrol", "R03AC02 | salbutamol | ventoline",
    "R03BB04 | tiotropium | spiriva",
    "N05BA12 | alprazolam | xanax", "N05BA04 | oxazépam | séresta", "N06AB04 | citalopram",
    "N06AB10 | escitalopram | seroplex", "N06AB05 | paroxétine | deroxat",
    "N03AX16 | prégabaline | lyrica", "N03AX14 | lévétiracétam | keppra", "N03AX12 | gabapentine",
    "A04AA01 | ondansétron | zophren", "A03FA01 | métoclopramide | primpéran",
    "A06AD15 | macrogol | movicol | forlax",
    "B03AA07 | fer{, oral, injectable} | tardyferon | ferinject", "B03XA01 | érythropoïétine | epo",
    "L03AA02 | filgrastim | pegfilgrastim", "M04AA01 | allopurinol", "J05AB01 | aciclovir",
    "J02AC01 | fluconazole",
  ]

  /// What people are allergic to that is no drug of the lists above: classes, foods, materials.
  static let allergens = [
    "J01C | pénicilline{,s}", "J01D | céphalosporine{,s}", "J01M | quinolone{,s}",
    "J01F | macrolide{,s}", "J01E | sulfamide{,s}", "M01A | anti-inflammatoires | ains",
    "N02A | codéine | opiacés", "V08A | iode | produit{,s} de contraste | produit{,s} iodé{,s}",
    " | latex", " | arachide{,s} | cacahuète{,s}", " | fruits à coque", " | œuf{,s}",
    " | fruits de mer | crustacés", " | pollen{,s}", " | acariens", " | nickel",
    " | venin d'hyménoptère{,s} | piqûres d'hyménoptères", " | sparadrap", " | bétadine",
    " | chlorhexidine",
  ]

  /// Radiotherapy.
  static let radiotherapies = [
    " | radiochimiothérapie{, préopératoire, concomitante, adjuvante} | radio-chimiothérapie | chimioradiothérapie | rct",
    " | radiothérapie{, adjuvante, néoadjuvante, externe, stéréotaxique, conformationnelle} | irradiation",
    " | curiethérapie", " | radiochirurgie", " | CAP 50 | protocole cap 50",
  ]
}
