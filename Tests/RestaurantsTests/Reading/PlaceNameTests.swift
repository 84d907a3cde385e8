import Testing

@testable import Restaurants

@Suite struct PlaceNameTests {
  private func words(_ name: String, commune: String = "") -> [String] {
    PlaceName(name, commune: commune).words.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("SARL LE RESTAURANT L'ÉTOILE", "", ["etoile"]), ("Chez Momo", "", ["momo"]),
    ("LE RESTAURANT", "", ["le", "restaurant"]), ("Mama Lyon", "LYON", ["mama"]),
    ("Lyon", "LYON", ["lyon"]), ("O’GUSTUS", "", ["o", "gustus"]), ("", "", []),
    ("Bar de l'Œuf", "", ["bar", "oeuf"]), ("***", "", []),
    ("Paris Pizza", "Paris 15e  Arrondissement", ["pizza"]),
  ])
  func keepsTheWordsThatTell(_ name: String, _ commune: String, _ expected: [String]) {
    #expect(words(name, commune: commune) == expected)
  }

  @Test func leavesOutTheKindOfPlace() {
    let name = PlaceName("Pizzeria du Vésuve")
    #expect(String(decoding: name.core, as: UTF8.self) == "vesuve")
    #expect(String(decoding: name.joined, as: UTF8.self) == "pizzeriavesuve")
  }

  @Test func leavesOutAskedWords() {
    let name = PlaceName("Mama Lyon")
    #expect(name.leavingOut(["paris"]) == nil)
    #expect(name.leavingOut([]) == nil)
    #expect(name.leavingOut(["mama", "lyon"]) == nil)
    #expect(name.leavingOut(["lyon"]) == PlaceName("Mama"))
  }

  /// The quick look never turns away names that are alike.
  @Test func theGlanceIsABound() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("abcdefgh ")
    func name() -> String {
      String((0..<(1 + random(14))).map { _ in letters[random(letters.count)] })
    }
    var alike = 0
    for _ in 0..<20_000 {
      let first = name()
      // Half of the pairs differ by one slip.
      var second = first
      if random(2) == 0 { second = name() } else { second.append(letters[random(8)]) }
      let (left, right) = (PlaceName(first), PlaceName(second))
      let similarity = left.similarity(to: right)
      #expect((0...1).contains(similarity))
      guard similarity >= PlaceName.leastLikeness else { continue }
      alike += 1
      #expect(left.mayResemble(right), "\(first) | \(second)")
      #expect(right.mayResemble(left), "\(first) | \(second)")
    }
    #expect(alike > 5000)
  }

  @Test func theGlanceTurnsMostAway() {
    let names = ["Agora", "Brise", "Cigale", "Dune", "Estran", "Fenouil", "Grappe", "Houle"]
    var turned = 0
    for left in names {
      for right in names where left != right {
        if !PlaceName(left).mayResemble(PlaceName(right)) { turned += 1 }
      }
    }
    #expect(turned > 40)
  }
}
