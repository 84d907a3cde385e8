import Testing

@testable import Restaurants

@Suite("Groups of activities")
struct ActivityGroupTests {
  @Test(
    "labels of all years fall into their group",
    arguments: [
      ("Restaurant", ActivityGroup.restaurant), ("RESTAURATION COLLECTIVE", .collectiveCatering),
      ("Boulangerie-Pâtisserie", .bakery), ("Boucherie-Charcuterie", .butcher),
      ("Rayon boucherie-charcuterie", .meatCounter), ("Commerce alimentaire", .grocery),
      ("Centre d'emballage des oeufs", .eggPacking), ("Centre d’emballage des œufs", .eggPacking),
      ("Chaîne d'abattage de volaille/lagomorphe/petit gibier", .poultrySlaughter),
      ("Chaîne d’abattage d’animaux boucherie/Gibier ongulé élevage", .ungulateSlaughter),
      ("VH, VSM, préparation viandes volailles lagomorphes", .poultryCutting),
      ("VH, VSM, préparation viandes boucherie", .mincedMeat),
      ("Traitement du gibier sauvage", .game), ("Purification de coquillages", .shellfish),
      ("Quelque chose d'autre", .other), ("", .other),
    ])
  func groups(label: String, group: ActivityGroup) {
    #expect(ActivityGroup(label: label) == group)
  }

  @Test("several labels give each group once, none gives the rest")
  func lists() {
    #expect(
      ActivityGroup.groups(of: ["Restaurant", "Primeur", "Alimentation générale"])
        == [.restaurant, .grocery])
    #expect(ActivityGroup.groups(of: []) == [.other])
  }

  @Test("codes that stand in frozen features do not move")
  func codes() {
    #expect(ActivityGroup.restaurant.rawValue == 1)
    #expect(ActivityGroup.game.rawValue == 35)
    #expect(EstablishmentColumn.activityRate.rawValue == 0)
    #expect(EstablishmentColumn.primaryActivity.rawValue == 36)
    #expect(EstablishmentColumn.count == 37 + 36 + 9)
  }

  @Test("the base rates are those that were measured")
  func baseRates() {
    #expect(ActivityGroup.bakery.baseRate == 0.144)
    #expect(ActivityGroup.collectiveCatering.baseRate == 0.03)
    #expect(ActivityGroup.storage.baseRate == 0.054)
  }
}
