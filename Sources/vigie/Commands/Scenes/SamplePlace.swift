import Scenes

/// An invented place of the sample data.
struct SamplePlace {
  typealias Wanted = (kind: ObjectKind, presence: SceneObject.Presence)

  var name: String
  var commune: String
  var code: String
  var setting: Scene.Setting
  var seed: UInt64
  var before: String
  var after: String
  /// The upper left corner in Lambert-93.
  var east: Double
  var north: Double
  var wanted: [Wanted]

  static let all = [
    SamplePlace(
      name: "dunes", commune: "Vias", code: "34332", setting: .wild, seed: 11,
      before: "2021-06-14", after: "2024-05-13", east: 728_000, north: 6_246_000,
      wanted: [
        (.caravan, .after), (.caravan, .after), (.mobileHome, .after), (.caravan, .both),
        (.dump, .after),
      ]),
    SamplePlace(
      name: "plaine", commune: "Agde", code: "34003", setting: .rural, seed: 22,
      before: "2021-06-14", after: "2024-05-13", east: 735_400, north: 6_249_800,
      wanted: [
        (.mobileHome, .after), (.shed, .after), (.dump, .after), (.building, .both),
        (.lightBuilding, .before),
      ]),
    SamplePlace(
      name: "coteau", commune: "Béziers", code: "34032", setting: .suburb, seed: 33,
      before: "2019-05-02", after: "2022-07-08", east: 718_900, north: 6_249_300,
      wanted: [
        (.building, .after), (.pool, .after), (.lightBuilding, .after), (.building, .both),
        (.building, .both),
      ]),
    SamplePlace(
      name: "etang", commune: "Marseillan", code: "34150", setting: .wild, seed: 44,
      before: "2020-08-20", after: "2023-06-30", east: 741_200, north: 6_250_700,
      wanted: [
        (.container, .after), (.caravan, .after), (.dump, .after), (.lightBuilding, .after),
      ]),
  ]
}
