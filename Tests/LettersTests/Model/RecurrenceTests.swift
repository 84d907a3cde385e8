import Review
import Testing

@testable import Letters

@Suite struct RecurrenceTests {
  private func demand(
    _ id: String, _ day: String, _ text: String, site: String = "val", isRequest: Bool = true
  ) -> SiteDemand {
    SiteDemand(
      id: id, site: site, date: CalendarDate(iso: day), letter: id, isRequest: isRequest, text: text
    )
  }

  private static let asked =
    "Je vous demande de réaliser l’ensemble des contrôles internes, conformément à l’article 11."
  private static let again =
    "L’ASN vous demande à nouveau de réaliser l’ensemble des contrôles internes, en application de "
    + "l’article R. 4451-12."

  @Test func rewordedDemandsAreRepeats() {
    let demands = [
      demand("a", "2012-01-01", Self.asked), demand("b", "2015-01-01", Self.again),
      demand("c", "2016-01-01", "Je vous demande de repérer les vannes du circuit d’eau brute."),
    ]
    let found = RepeatFinder.repeats(demands)
    #expect(found.map { $0.map(\.earlier) } == [[], [0], []])
    #expect((found[1].first?.similarity ?? 0) > 0.8)
  }

  @Test func otherSitesLaterLettersAndObservationsAreNone() {
    let demands = [
      demand("a", "2012-01-01", Self.asked), demand("b", "2015-01-01", Self.again, site: "autre"),
      demand("c", "2016-01-01", Self.again, isRequest: false),
    ]
    #expect(RepeatFinder.repeats(demands).allSatisfy { $0.isEmpty })
  }

  @Test func similarityIsSymmetricAndBounded() {
    let texts = [Self.asked, Self.again, "", "Je vous demande.", "Fermer la porte."]
    for left in texts {
      for right in texts {
        let one = DemandWords(left).similarity(DemandWords(right))
        #expect(one == DemandWords(right).similarity(DemandWords(left)))
        #expect((0...1).contains(one))
      }
    }
  }

  @Test(arguments: [
    ("CNPE du Bugey", "bugey"), ("Centrale nucléaire du BUGEY", "bugey"),
    ("EDF – CNPE de Cruas-Meysse", "cruas meysse"), ("clinique du Parc", "clinique parc"),
  ])
  func sitesHaveOneName(site: String, key: String) {
    #expect(SiteKey.key(site) == key)
  }

  @Test func trendsCompareWithOthers() throws {
    var facts: [(site: String, theme: LetterTheme, year: Int)] = []
    for _ in 0..<8 { facts.append(("a", .fire, 2025)) }
    for _ in 0..<2 { facts.append(("a", .waste, 2025)) }
    for site in ["b", "c", "d"] {
      for _ in 0..<9 { facts.append((site, .waste, 2025)) }
      facts.append((site, .fire, 2025))
      facts.append((site, .transport, 2025))
    }
    let groups = ["a": "REP", "b": "REP", "c": "REP", "d": "REP"]
    let trends = ThemeTrends(facts, groups: groups, today: LetterFixture.today)
    let fire = try #require(trends.trend(site: "a", theme: .fire))
    #expect(fire.observed == 8)
    #expect(fire.ratio > 2)
    #expect(fire.low < fire.ratio && fire.ratio < fire.high)
    #expect(trends.neverInspected(site: "a") == [.transport])
    #expect(
      ThemeTrends(facts, groups: ["a": "X"], today: LetterFixture.today)
        .trend(site: "a", theme: .fire) == nil)
  }

  @Test func equipmentIsRead() {
    let things = EquipmentReader.things(
      in: "La vanne 2 RIS 215 VP, la ligne 1GCT 0002TY, le césium 137, du Co-60 et du tritium ; "
        + "l’ASN, la PCR et le CEA n’en sont pas.")
    #expect(things.systems == ["RIS", "GCT"])
    #expect(things.isotopes == ["Cs-137", "Co-60", "H-3"])
  }

  @Test func titlesLeaveTheFormOut() {
    #expect(
      DemandTitle.title("Je vous demande de fermer la porte.") == "Fermer la porte.")
    #expect(DemandTitle.title("L’ASN vous demande à nouveau d’agir.") == "Agir.")
    #expect(DemandTitle.title(String(repeating: "mot ", count: 80)).count <= 90)
    #expect(DemandTitle.title("") == "")
  }
}
