import Review
import Testing

@testable import Restaurants

@Suite struct PlaceJoinerTests {
  // Winkler (1990) and the US Census Bureau's strcmp95 test vectors.
  @Test(arguments: [
    ("MARTHA", "MARHTA", 0.9611), ("DIXON", "DICKSONX", 0.8133), ("DWAYNE", "DUANE", 0.84),
    ("ABC", "ABC", 1.0), ("ABC", "XYZ", 0.0), ("", "", 1.0), ("A", "", 0.0), ("A", "A", 1.0),
    ("JONES", "JOHNSON", 0.8324), ("NICHLESON", "NICHULSON", 0.9556),
  ])
  func comparesByJaroWinkler(_ left: String, _ right: String, _ expected: Double) {
    let value = JaroWinkler.similarity(Array(left.utf8), Array(right.utf8))
    #expect(abs(value - expected) < 0.0001)
    let back = JaroWinkler.similarity(Array(right.utf8), Array(left.utf8))
    #expect(abs(value - back) < 1e-12)
  }

  @Test func boundsLongNames() {
    let long = [UInt8](repeating: 0x61, count: 10_000)
    #expect(JaroWinkler.similarity(long, long) == 1)
  }

  @Test(arguments: [
    ("SARL LE RESTAURANT L'ÉTOILE", "Restaurant L’Etoile"), ("EURL CHEZ MOMO", "Chez Momo"),
    ("LA SOURCE", "Source"), ("Les 3 Dômes", "LES 3 DOMES"),
  ])
  func normalisesNames(_ left: String, _ right: String) {
    #expect(PlaceName(left).similarity(to: PlaceName(right)) == 1)
  }

  @Test func knowsGenericNames() {
    #expect(PlaceName("LE BAR").isGeneric)
    #expect(PlaceName("Snack Pizzeria").isGeneric)
    #expect(!PlaceName("Pizzeria Vesuvio").isGeneric)
    #expect(!PlaceName("LE RESTAURANT").words.isEmpty)
  }

  @Test func comparesNames() {
    func similarity(_ left: String, _ right: String) -> Double {
      PlaceName(left).similarity(to: PlaceName(right))
    }
    #expect(similarity("Pizzeria Vesuvio", "LE VESUVIO") > 0.95)
    #expect(similarity("Frazarin Bistrot Franco Italien", "FRAZARIN") > 0.9)
    #expect(similarity("Le Desjeuneur", "LE DESJEUNEURE") > 0.95)
    #expect(similarity("Chez Momo", "La Paillote") < 0.7)
    #expect(similarity("Bar", "Bar de la Marine") < 1)
  }

  @Test(arguments: [
    ("12 Rue des Lilas, 99001 Port France", "12 RUE DES LILAS", true),
    ("12 bis avenue Jean Jaurès", "12 AV JEAN JAURES", true),
    ("14 rue des Lilas", "12 rue des Lilas", false), ("rue des Lilas", "rue des Lilas", false),
    ("12 rue des Roses", "12 rue des Lilas", false), ("", "", false),
  ])
  func comparesAddresses(_ left: String, _ right: String, _ same: Bool) {
    #expect(StreetAddress(left).matches(StreetAddress(right)) == same)
  }

  @Test func measuresDistances() throws {
    let here = try #require(Coordinate(latitude: 45.75, longitude: 4.85))
    let north = try #require(Coordinate(latitude: 45.751, longitude: 4.85))
    let east = try #require(Coordinate(latitude: 45.75, longitude: 4.851))
    #expect(abs(here.metres(to: north) - 111.2) < 0.5)
    #expect(abs(here.metres(to: east) - 77.6) < 0.5)
  }

  @Test func coversAHundredAndFiftyMetres() throws {
    for (latitude, longitude) in [(43.5, 3.9), (51.0, 2.5), (-21.1, 55.5), (0.0001, -0.0001)] {
      let here = try #require(Coordinate(latitude: latitude, longitude: longitude))
      let keys = Set(GridCell(here).withNeighbours.map(\.key))
      #expect(keys.count == 9)
      for (north, east) in [(1.0, 0.0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, -0.7)] {
        let there = try #require(
          Coordinate(latitude: latitude + north * 0.00134, longitude: longitude + east * 0.0021))
        #expect(keys.contains(GridCell(there).key))
      }
    }
  }

  // MARK: Joining

  private func place(
    _ name: String, address: String = "", postcode: String = "99001", at shift: Double? = nil
  ) -> ReviewedPlace {
    var place = ReviewedPlace(name: name)
    place.address = address
    place.postcode = postcode
    place.location = shift.flatMap { Coordinate(latitude: 43.5 + $0 / 111_195, longitude: 3.9) }
    return place
  }

  private func target(
    _ siret: String, _ name: String, address: String = "", postcode: String = "99001",
    at shift: Double? = nil, commune: String = "PORT-LAVANDE"
  ) -> JoinTarget {
    JoinTarget(
      siret: siret, name: name, address: address, postcode: postcode, commune: commune,
      location: shift.flatMap { Coordinate(latitude: 43.5 + $0 / 111_195, longitude: 3.9) })
  }

  @Test func joinsASureNeighbour() throws {
    let joiner = PlaceJoiner([
      target("1", "SARL CHEZ MOMO", at: 20), target("2", "LA PAILLOTE", at: 10),
      target("3", "CHEZ MOMO", postcode: "99002", at: 9000),
    ])
    let found = joiner.candidates(for: place("Chez Momo", at: 0))
    #expect(found.first?.siret == "1")
    #expect(found.first.map { $0.score > 0.95 } == true)
    #expect(found.first?.reasons.map(\.fr) == ["même nom", "à 20 m"])
    #expect(PlaceJoiner.settled(found)?.siret == "1")
  }

  @Test func doesNotChooseBetweenTwo() {
    let joiner = PlaceJoiner([target("1", "CHEZ MOMO"), target("2", "CHEZ MOMO")])
    let found = joiner.candidates(for: place("Chez Momo"))
    #expect(found.map(\.siret) == ["1", "2"])
    #expect(PlaceJoiner.settled(found) == nil)
  }

  @Test func distanceDecidesBetweenTwo() {
    let joiner = PlaceJoiner([
      target("1", "CHEZ MOMO", at: 2000), target("2", "CHEZ MOMO", at: 30),
    ])
    let found = joiner.candidates(for: place("Chez Momo", at: 0))
    #expect(found.map(\.siret) == ["2", "1"])
    #expect(PlaceJoiner.settled(found)?.siret == "2")
  }

  @Test func doesNotJoinWhatIsFarOrElsewhere() {
    let joiner = PlaceJoiner([
      target("1", "CHEZ MOMO", at: 3000), target("2", "CHEZ LULU", at: 10),
      target("3", "CHEZ MOMO", postcode: "01000"),
    ])
    #expect(PlaceJoiner.settled(joiner.candidates(for: place("Chez Momo", at: 0))) == nil)
    #expect(joiner.candidates(for: place("Autre Chose", at: 0)).isEmpty)
  }

  @Test func needsMoreThanAGenericName() {
    let joiner = PlaceJoiner([target("1", "LE BAR")])
    #expect(PlaceJoiner.settled(joiner.candidates(for: place("Le Bar"))) == nil)
  }

  @Test func showsAnotherNameAtTheSameAddress() throws {
    let joiner = PlaceJoiner([
      target("1", "SOCIETE D'EXPLOITATION DU QUAI", address: "12 RUE DES LILAS", at: 15)
    ])
    let found = joiner.candidates(
      for: place("La Paillote", address: "12 rue des Lilas, 99001 Port-Lavande", at: 0))
    #expect(found.map(\.siret) == ["1"])
    #expect(found.first?.reasons.map(\.fr) == ["noms différents", "même adresse", "à 15 m"])
    #expect(PlaceJoiner.settled(found) == nil)
  }

  @Test func leavesTheTownOutOfTheName() {
    let joiner = PlaceJoiner([target("1", "MAMA", at: 40, commune: "Lyon 7e Arrondissement")])
    let found = joiner.candidates(for: place("Mama Restaurant Lyon", at: 0))
    #expect(PlaceJoiner.settled(found)?.siret == "1")
  }

  @Test func findsByNameAloneButDoubts() {
    let joiner = PlaceJoiner([target("1", "CHEZ MOMO")])
    let found = joiner.candidates(for: place("Chez Momo", postcode: ""))
    #expect(found.map(\.siret) == ["1"])
    #expect(PlaceJoiner.settled(found) == nil)
  }

  @Test func confirmedPairsWin() {
    let joiner = PlaceJoiner([target("1", "CHEZ MOMO", at: 0), target("2", "LA PAILLOTE")])
    let places = [place("Chez Momo", at: 0), place("Chez Lulu")]
    let found = joiner.candidates(
      for: places, confirmed: ["Chez Momo": "2", "Chez Lulu": "Aucun"])
    #expect(found["Chez Momo"]?.map(\.siret) == ["2"])
    #expect(found["Chez Momo"]?.first?.isConfirmed == true)
    #expect(PlaceJoiner.settled(found["Chez Momo"] ?? [])?.siret == "2")
    #expect(found["Chez Lulu"] == [])
    // A SIRET that is not in the list leaves the usual candidates.
    let other = joiner.candidates(for: places[0], confirmed: "404")
    #expect(other.first?.siret == "1")
    #expect(other.first?.isConfirmed == false)
  }

  @Test func takesTheNewestNameOfAnEstablishment() {
    var old = Inspection(number: "1")
    old.siret = "1"
    old.name = "ANCIEN"
    old.address = "12 RUE DES LILAS"
    old.date = CalendarDate(iso: "2020-01-01")
    var new = old
    new.name = "NOUVEAU"
    new.address = ""
    new.date = CalendarDate(iso: "2025-01-01")
    for inspections in [[old, new], [new, old]] {
      let joiner = PlaceJoiner(inspections: inspections)
      #expect(joiner.targets.map(\.name) == ["NOUVEAU"])
      #expect(joiner.targets.map(\.address) == ["12 RUE DES LILAS"])
    }
  }

  @Test func joinsManyQuickly() throws {
    // Invented towns: 25,000 establishments in 100 postcodes, 10,000 places.
    #if DEBUG
      let (targetCount, placeCount) = (2500, 1000)
    #else
      let (targetCount, placeCount) = (25_000, 10_000)
    #endif
    let words = [
      "lavande", "marine", "olivier", "tramontane", "soleil", "ancre", "cigale", "moulin",
    ]
    func name(_ index: Int) -> String {
      "Chez \(words[index % 8]) \(words[(index / 8) % 8]) \(String(index * 7919, radix: 36))"
    }
    let targets = (0..<targetCount).map { index in
      target(
        String(index), "SARL " + name(index).uppercased(), postcode: String(99000 + index % 100),
        at: Double(index) * 11)
    }
    let places = (0..<placeCount).map { index in
      place(name(index * 2), postcode: String(99000 + index * 2 % 100), at: Double(index) * 22 + 5)
    }
    let clock = ContinuousClock()
    var settled = 0
    let time = clock.measure {
      let joiner = PlaceJoiner(targets)
      for (index, place) in places.enumerated() {
        let best = PlaceJoiner.settled(joiner.candidates(for: place))
        if best?.siret == String(index * 2) { settled += 1 }
      }
    }
    print("PlaceJoiner: \(placeCount) places × \(targetCount) establishments in \(time)")
    #expect(Double(settled) > 0.95 * Double(placeCount))
    #expect(time < .seconds(30))
  }
}
