import Testing

@testable import MedicalRecords

/// Invented sentences; the words in brackets are what is qualified.
@Suite("Qualifiers in sentences")
struct QualifierCases {
  @Test(
    "Denied",
    arguments: [
      "Pas d'argument pour une [récidive].",
      "Il n'existe pas de [métastase] osseuse.",
      "Le scanner ne retrouve aucune [adénopathie] médiastinale.",
      "L'examen n'objective pas d'[hépatomégalie].",
      "Absence de [fièvre] et de frissons.",
      "Absence de fièvre et de [frissons].",
      "Ni [toux], ni expectoration.",
      "La patiente nie toute [douleur] thoracique.",
      "Le bilan s'est avéré négatif pour une [tuberculose].",
      "Le patient ne présente ni [diabète] ni hypertension.",
      "Sans [ascite] ni épanchement.",
      "Sans ascite ni [épanchement].",
      "On ne note pas d'[ictère].",
      "Recherche de [thrombose] négative.",
      "Le PET-scanner élimine une [récidive].",
      "L'échographie a permis d'écarter une [cholécystite].",
      "Aucun signe de [méningite].",
      "Indemne de toute [infiltration] tumorale.",
      "Les marges sont saines, sans [résidu] tumoral.",
      "Pas d'antécédent de [phlébite].",
      "Le doppler n'a pas [montré] de thrombose.",
      "L'électroencéphalogramme ne [montre] pas de foyer.",
      "Le reste de l'examen est sans [particularité].",
      "Une femme de 47 ans, sans [antécédents] notables.",
      "Patient traité sans [complication].",
      "Il n'y avait pas de [signe] de détresse respiratoire.",
      "Aucune [toxicité] n'est rapportée.",
      "Absence d'[argument] pour une récidive.",
      "Une [thrombose] a été éliminée.",
      "Sans argument pour une [embolie].",
    ])
  func denied(_ marked: String) {
    #expect(QualifierTests.letters(marked) == "n")
  }

  @Test(
    "Stated",
    arguments: [
      "Pas de fièvre, mais une [toux] persistante.",
      "Sans fièvre mais avec des [sueurs] nocturnes.",
      "Le traitement n'a pas permis de contrôler la [douleur].",
      "Il n'a jamais cessé de présenter une [dyspnée].",
      "Non seulement une [anémie] mais aussi une thrombopénie.",
      "Sans traitement pour son [diabète].",
      "Il n'a pas été opéré de sa [hernie].",
      "La patiente a une [métastase] hépatique.",
      "Découverte d'un [nodule] pulmonaire de 12 mm.",
      "Cette [pneumopathie] a été traitée par amoxicilline.",
      "[Polypose] adénomateuse familiale.",
      "[Fracture] de la tête radiale, opérée par son père chirurgien.",
      "Infiltration de la dure-mère par la [tumeur].",
      "Histoire de la maladie : [douleur] abdominale depuis un mois.",
      "Adressé ce jour pour une [fracture] du poignet.",
      "Une [récidive] est diagnostiquée ce jour.",
      "L'examen clinique a [retrouvé] une masse.",
      "La patiente a [présenté] une fièvre.",
      "La [sérologie] de l'hépatite B est négative.",
      "Tous les [prélèvements] étaient négatifs.",
      "Pas de signe de phlébite et les [pouls] sont présents.",
      "Sans anomalie, présence d'un [nodule] rétromamelonnaire.",
      "Évolution marquée par une [fistule] à J5.",
      "Une [toxicité] est rapportée.",
      "[Métastases] hépatiques multiples.",
    ])
  func stated(_ marked: String) {
    #expect(QualifierTests.letters(marked) == "")
  }

  @Test(
    "Suspected",
    arguments: [
      "Suspicion d'[embolie] pulmonaire.",
      "Probable [métastase] surrénalienne.",
      "Aspect évocateur d'un [angiome].",
      "Image compatible avec une [métastase].",
      "Possible [fistule] anastomotique.",
      "Un [lymphome] est suspecté.",
      "On évoque une [sarcoïdose].",
      "Hypothèse d'une [vascularite].",
      "Doute sur une [récidive] locale.",
      "À la recherche d'une [récidive].",
      "Le diagnostic de [tuberculose] a été évoqué.",
      "[Carcinose] péritonéale probable.",
      "Une [infection] du site opératoire ne peut être exclue.",
      "Risque de [thrombose] élevé.",
      "En cas de [fièvre], consulter.",
      "Si [saignement], arrêter l'apixaban.",
      "Vraisemblable [pneumopathie] d'inhalation.",
      "Il pourrait s'agir d'un [kyste] biliaire.",
      "Faisant craindre une [perforation].",
      "Pour éliminer une [embolie], un angioscanner est demandé.",
      "Adénome ou [métastase] ?",
      "Une [métastase] n'est pas exclue.",
      "Hypothèse : [tuberculose] ganglionnaire.",
      "À exclure : [lymphome].",
      "[Lymphome] versus carcinome.",
      "On ne peut exclure une [métastase].",
      "L'aspect plaide pour un [hamartome].",
    ])
  func suspected(_ marked: String) {
    #expect(QualifierTests.letters(marked) == "h")
  }

  @Test(
    "Of a relative",
    arguments: [
      "Mère décédée d'un [cancer] du sein.",
      "Son père a eu un [infarctus] à 50 ans.",
      "Antécédents familiaux : [diabète] chez la mère.",
      "Un frère porteur d'une [polypose].",
      "Deux tantes maternelles ont eu un [cancer] de l'ovaire.",
      "Notion de [mélanome] chez un cousin germain.",
      "Une [hypertension] est connue chez ses deux parents.",
      "Grand-mère paternelle : [cancer] colorectal.",
      "Le fils du patient a une [épilepsie].",
      "Sa mère a été traitée pour un [cancer] du sein, elle-même est suivie pour une hypertension.",
    ])
  func family(_ marked: String) {
    #expect(QualifierTests.letters(marked) == "f")
  }

  @Test(
    "Of the past",
    arguments: [
      "Antécédents : [hypertension], dyslipidémie.",
      "Antécédents : hypertension, [dyslipidémie].",
      "Ancien [tabagisme] sevré.",
      "Opéré d'une [appendicite] en 1998.",
      "Ayant présenté une [phlébite] en 2010.",
      "Connu pour une [insuffisance] rénale chronique.",
      "Suivi depuis dix ans pour une [hépatite] B.",
      "Dans ses antécédents, on note une [tuberculose].",
      "Il a eu autrefois une [pneumonie].",
      "Patient traité il y a cinq ans pour un [lymphome].",
      "Antécédents familiaux : néant.\nAntécédents personnels : [asthme].",
    ])
  func past(_ marked: String) {
    #expect(QualifierTests.letters(marked) == "p")
  }

  @Test(
    "Denied of relatives",
    arguments: [
      "Pas d'antécédent familial de [cancer].",
      "Pas de [cancer] dans la famille.",
    ])
  func familyDenied(_ marked: String) {
    #expect(QualifierTests.letters(marked) == "nf")
  }
}
