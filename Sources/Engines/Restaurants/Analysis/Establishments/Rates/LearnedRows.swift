import Learning
import Review

/// Inspections with an outcome, reduced to what rates are learned from: numbers of keys, hashes,
/// outcomes and places; no name and no SIRET.
///
/// This is what a stored model keeps; the tables are made from it again when it is read back.
struct LearnedRows: Equatable {
  /// The tables of keys and each row's number in them, for each kind that is looked up.
  private(set) var keys: [KeyTable]
  private(set) var numbers: [[Int32]]
  /// The combinations of activities, each row's number and first group.
  private(set) var activityKeys: KeyTable
  private(set) var activities: [Int32]
  private(set) var firstGroups: [ActivityGroup]
  /// The hash of each row's establishment.
  private(set) var groups: [UInt64]
  private(set) var isNonCompliant: [Bool]
  private(set) var isBelowBest: [Bool]
  /// Where each row's establishment is; not-a-number where it is not known.
  private(set) var latitudes: [Float]
  private(set) var longitudes: [Float]

  var count: Int { groups.count }

  /// Takes inspections in; those without an outcome are left out.
  init(_ all: [Inspection], kinds: [EstablishmentEncoder.Kind]) {
    let inspections = all.filter { $0.outcome != nil }
    let subjects = inspections.map { EstablishmentSubject($0) }
    var labels: [[String]: EstablishmentKeys.Labels] = [:]
    let texts = subjects.map { EstablishmentKeys($0, labels: &labels) }
    (keys, numbers) = ([], [])
    for kind in kinds {
      var table = KeyTable()
      numbers.append(texts.map { table.learn(kind.key($0)) })
      keys.append(table)
    }
    var table = KeyTable()
    activities = texts.map { table.learn($0.activity) }
    activityKeys = table
    firstGroups = texts.map { $0.groups[0] }
    groups = subjects.map(\.group)
    isNonCompliant = inspections.map { $0.outcome?.isNonCompliant ?? false }
    isBelowBest = inspections.map { $0.outcome != .verySatisfactory }
    latitudes = inspections.map { $0.location.map { Float($0.latitude) } ?? .nan }
    longitudes = inspections.map { $0.location.map { Float($0.longitude) } ?? .nan }
  }
}

extension LearnedRows {
  func write(to writer: inout ByteWriter) {
    for (table, numbers) in zip(keys, numbers) {
      table.write(to: &writer)
      writer.write(numbers)
    }
    activityKeys.write(to: &writer)
    writer.write(activities)
    writer.write(firstGroups.map { UInt8($0.rawValue) })
    writer.write(groups.count)
    for group in groups { writer.write(group) }
    writer.write(
      zip(isNonCompliant, isBelowBest).map { ($0 ? 2 : 0) + ($1 ? 1 : 0) as UInt8 })
    writer.write(latitudes)
    writer.write(longitudes)
  }

  /// Reads rows back, with the tables of so many kinds.
  init(from reader: inout ByteReader, kindCount: Int) throws(LearningError) {
    (keys, numbers) = ([], [])
    for _ in 0..<kindCount {
      keys.append(try KeyTable(from: &reader))
      numbers.append(try reader.integers())
    }
    activityKeys = try KeyTable(from: &reader)
    activities = try reader.integers()
    firstGroups = []
    for code in try reader.content() {
      guard let group = ActivityGroup(rawValue: Int(code)) else { throw Self.damaged }
      firstGroups.append(group)
    }
    groups = []
    for _ in 0..<(try reader.count(upTo: KeyTable.limit)) { groups.append(try reader.unsigned()) }
    let outcomes = try reader.content()
    isNonCompliant = outcomes.map { $0 & 2 != 0 }
    isBelowBest = outcomes.map { $0 & 1 != 0 }
    latitudes = try reader.floats()
    longitudes = try reader.floats()
    try check()
  }

  private func check() throws(LearningError) {
    let lengths =
      numbers.map(\.count)
      + [activities.count, firstGroups.count, isBelowBest.count, latitudes.count, longitudes.count]
    guard lengths.allSatisfy({ $0 == count }) else { throw Self.damaged }
    for (table, numbers) in zip(keys + [activityKeys], numbers + [activities]) {
      guard numbers.allSatisfy({ $0 >= -1 && Int($0) < table.count }) else { throw Self.damaged }
    }
    // Not-a-number is allowed: it is not above.
    guard !latitudes.contains(where: { abs($0) > 90 }),
      !longitudes.contains(where: { abs($0) > 180 })
    else { throw Self.damaged }
  }

  private static let damaged = LearningError.damaged(what: "rows of inspections")
}
