/// How acronyms met by employers are said.
enum Acronyms {
  /// Read like a word.
  static let read: Set<String> = [
    "URSSAF", "CESU", "GUSO", "TESE", "CAF", "INSEE", "CARSAT", "SIRET", "SIREN", "IBAN", "SMIC",
    "CERFA", "ACOSS", "AGIRC", "ARRCO", "UNEDIC", "PAJEMPLOI", "ASSEDIC", "CANSSM", "CNIL",
    "AFNOR", "DARES", "DREETS", "DIRECCTE", "OPCO", "UNIFORMATION", "AFDAS", "SEPA",
    "CIPAV", "INSERM", "ACRE", "BIC", "SACEM", "COVID", "IRCEM", "AUDIENS", "PASS",
  ]

  /// Said letter by letter, also where they could be read.
  static let spelled: Set<String> = [
    "CEA", "CDI", "CDD", "RIB", "APE", "DPAE", "DSN", "TVA", "CSG", "CRDS", "RTT", "ETP", "ZRR",
    "CP", "CPAM", "MSA", "RSA", "RNA", "CEE", "CSE", "PDF", "SMS", "JO", "IJSS", "IDCC", "CCN",
    "AT", "MP", "PAS", "DGFIP", "CFE", "EIRL", "SARL", "SAS", "TPE", "PME", "CNCEA", "FR", "MDPH",
    "ZFU", "NAF", "AGFF", "CEG", "CET", "PSC", "BSA", "PTP", "CUI", "CAE",
  ]
}
