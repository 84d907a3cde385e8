import Foundation
import Imagery
import Learning
import Review
import Scenes

/// The invented registers of the sample data: parcels, zones, permits, statuses of Aigle.
struct SampleRegisters {
  private struct Feature: Encodable {
    struct Geometry: Encodable {
      var type = "Polygon"
      var coordinates: [[[Double]]]
    }
    var type = "Feature"
    var properties: [String: String]
    var geometry: Geometry
  }

  private struct Collection: Encodable {
    var type = "FeatureCollection"
    var features: [Feature]
  }

  private var parcels: [Feature] = []
  private var zones: [String: [Feature]] = [:]
  private var permits = [
    "DEP_CODE;COMM;TYPE_DAU;NUM_DAU;ETAT_DAU;DATE_REELLE_AUTORISATION;SEC_CADASTRE1;NUM_CADASTRE1;"
      + "SEC_CADASTRE2;NUM_CADASTRE2;SEC_CADASTRE3;NUM_CADASTRE3"
  ]
  private var statuses = [
    "Object n°;URL;Commune;Type;Parcelle (section);Parcelle (numéro);Score;Source;"
      + "Statut de contrôle;Prescription;Statut de validation;Millésimes;Zones à enjeux;x;y"
  ]

  mutating func add(
    _ place: SamplePlace, _ scene: Scenes.Scene, _ world: WorldFile, metres: Double, side: Double
  ) {
    var random = SplitMix64(seed: place.seed)
    // Three columns and three rows of parcels, their limits moved a little.
    func limits() -> [Double] {
      [-20, side / 3 + random.unit() * 16 - 8, side * 2 / 3 + random.unit() * 16 - 8, side + 20]
    }
    let (columns, rows) = (limits(), limits())
    let section = ["AB", "AC", "BD", "CE"][Int(place.seed / 11 - 1) % 4]
    var number = 430
    for row in 0..<3 {
      for column in 0..<3 {
        number += 1
        let ring = [
          (columns[column], rows[row]), (columns[column + 1], rows[row]),
          (columns[column + 1], rows[row + 1]), (columns[column], rows[row + 1]),
        ]
        parcels.append(
          feature(
            ring, world, metres,
            [
              "id": "\(place.code)000\(section)0\(number)", "commune": place.code,
              "prefixe": "000", "section": section, "numero": "\(number)",
            ]))
        if place.name == "coteau" { permit(place, scene, ring, section, number) }
      }
    }
    addZones(place, world, metres, side)
    if place.name == "etang" { addStatuses(place, scene, world, metres) }
  }

  private func feature(
    _ ring: [(Double, Double)], _ world: WorldFile, _ metres: Double,
    _ properties: [String: String]
  ) -> Feature {
    let points = (ring + [ring[0]]).compactMap { corner -> [Double]? in
      let ground = world.ground(x: corner.0 / metres, y: corner.1 / metres)
      return Lambert93.coordinate(ground).map {
        [($0.longitude * 1e7).rounded() / 1e7, ($0.latitude * 1e7).rounded() / 1e7]
      }
    }
    return Feature(properties: properties, geometry: .init(coordinates: [points]))
  }

  private mutating func addZones(
    _ place: SamplePlace, _ world: WorldFile, _ metres: Double, _ side: Double
  ) {
    func zone(
      _ file: String, _ category: String, _ code: String, _ name: String, to share: Double
    ) {
      zones[file, default: []].append(
        feature(
          [(-50, -50), (side * share, -50), (side * share, side + 50), (-50, side + 50)], world,
          metres, ["CATEGORIE": category, "SITECODE": code, "SITENAME": name]))
    }
    switch place.name {
    case "dunes":
      zone("natura2000", "Natura 2000", "FR0000001", "Dunes inventées de la Grande Maïre", to: 1.4)
    case "plaine": zone("ppri", "PPRi zone rouge", "PPRI-X", "Basse plaine inventée", to: 0.7)
    case "etang":
      zone("znieff", "ZNIEFF type 1", "910000001", "Étang inventé du Bagnas", to: 1.4)
    default: zone("plu", "Zone A du PLU", "A", "Coteau inventé", to: 0.4)
    }
  }

  /// A permit on the parcel of the new house.
  private mutating func permit(
    _ place: SamplePlace, _ scene: Scenes.Scene, _ ring: [(Double, Double)], _ section: String,
    _ number: Int
  ) {
    let house = scene.changes.first { $0.kind == .building && $0.presence == .after }
    guard let house, (ring[0].0..<ring[1].0).contains(house.x),
      (ring[0].1..<ring[2].1).contains(house.y), permits.count == 1
    else { return }
    permits.append(
      "34;\(place.code);PC;PC03403219X0042;6;2020-02-11;\(section);\(number);;;;")
  }

  /// What agents decided earlier in Aigle about two objects.
  private mutating func addStatuses(
    _ place: SamplePlace, _ scene: Scenes.Scene, _ world: WorldFile, _ metres: Double
  ) {
    for (number, object) in scene.changes.prefix(3).enumerated() {
      let ground = world.ground(x: object.x / metres, y: object.y / metres)
      guard let coordinate = Lambert93.coordinate(ground) else { continue }
      let status = ["Illégal", "Suspect", "Illégal"][number]
      statuses.append(
        "\(9000 + number);;\(place.commune);;;;0.8;ANALYSIS;Contrôlé terrain;Non prescrit;"
          + "\(status);2020, 2023;ZNIEFF;\(coordinate.longitude);\(coordinate.latitude)")
    }
  }

  func write(to folder: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(Collection(features: parcels)).write(
      to: folder.appendingPathComponent("cadastre-parcelles.geojson"))
    for (name, features) in zones {
      try encoder.encode(Collection(features: features)).write(
        to: folder.appendingPathComponent("zones-\(name).geojson"))
    }
    try Data((permits.joined(separator: "\n") + "\n").utf8).write(
      to: folder.appendingPathComponent("sitadel.csv"))
    try Data((statuses.joined(separator: "\n") + "\n").utf8).write(
      to: folder.appendingPathComponent("aigle.csv"))
  }
}
