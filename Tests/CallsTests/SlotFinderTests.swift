import Review
import Testing

@testable import Calls

@Suite("Values heard in calls")
struct SlotFinderTests {
  private let finder = SlotFinder()

  @Test(
    "company numbers, however they are cut",
    arguments: [
      (
        "siret sept cent trente six cent trois cinq cent trois zéro zéro zéro soixante trois",
        "73060350300063"
      ),
      ("le siret c'est 443 061 841 00047", "44306184100047"),
      (
        "siret cinq cinq six un zéro un huit quatre huit trois fois zéro huit quatre",
        "55610184800084"
      ),
      (
        "siret quinze non pardon cent trente huit quatre cent cinquante neuf huit cent quarante "
          + "sept zéro zéro zéro vingt quatre", "13845984700024"
      ),
      (
        "siret neuf cent quatre vingt douze zéro quarante cette neuf cent vingt huit zéro zéro "
          + "zéro quatre vingt huit", "99204792800088"
      ),
    ])
  func siret(text: String, expected: String) {
    let slot = finder.slot(.siret, in: text)
    #expect(slot?.value == expected)
    #expect(slot?.isVerified == true)
  }

  @Test("keys of La Poste and of nobody")
  func keys() {
    #expect(CompanyNumber.isSIRET("35600000000048"))
    #expect(!CompanyNumber.isSIRET("44306184100048"))
    #expect(!CompanyNumber.isSIRET("00000000000000"))
    #expect(CompanyNumber.isSIREN("443061841"))
    #expect(!CompanyNumber.isSIREN("44306184x"))
  }

  @Test(
    "other values",
    arguments: [
      (
        SlotKind.siren,
        "le siren c'est neuf cent soixante deux deux cent trente sept sept cent quarante attendez neuf",
        "962237749"
      ),
      (.phone, "rappelez moi au zéro six huit neuf un quatre huit oui deux sept", "0689148827"),
      (.phone, "au +33 6 39 98 00 45", "0639980045"),
      (
        .date, "depuis le quinze je me trompe vingt zéro huit deux mille vingt quatre", "2024-08-20"
      ),
      (.date, "le contrat se termine le vingt six mars normalement", "--03-26"),
      (.date, "c'était le premier mai deux mille vingt cinq", "2025-05-01"),
      (.date, "le 15/01/2027 au matin", "2027-01-15"),
      (
        .amount,
        "on lui verse douze euh non deux mille sept cent trente deux euros soixante douze par mois",
        "2732.72"
      ),
      (.amount, "une prime de quatre vingts euros quatorze", "80.14"),
      (.amount, "il reste 1 250 euros à payer", "1250.00"),
      (.hours, "il travaille cent cinq heures et demie le mercredi", "105.50"),
      (.hours, "j'ai déclaré neuf virgule cinq heures au lieu du double", "9.50"),
      (.hours, "huit heures moins le quart", "7.75"),
      (.hours, "elle a fait trente cette heures et demie ce mois ci", "37.50"),
      (.headCount, "nous avons douze salariés", "12"),
    ] as [(SlotKind, String, String)])
  func others(kind: SlotKind, text: String, expected: String) {
    #expect(finder.slot(kind, in: text)?.value == expected)
  }

  @Test("words that only sound like numbers are left alone")
  func innocent() {
    #expect(finder.slots(in: "je ne sais pas si cette personne est sans contrat").isEmpty)
    #expect(finder.slot(.date, in: "le trente et un février") == nil)
    #expect(finder.slots(in: "").isEmpty)
  }

  @Test("a company number that its key refuses is not shown as one")
  func unverified() {
    let slots = finder.slots(in: "siret 443 061 841 00048")
    #expect(!slots.contains { $0.kind == .siret })
  }

  @Test("a very long run of numbers is read within bounds", .timeLimit(.minutes(1)))
  func hostile() {
    let text = String(repeating: "quatre vingt dix sept si oui de ", count: 400)
    _ = finder.slots(in: text)
  }
}
