import Foundation
import Learning
import Review

/// What inputs looked like when a model was trained: to see that they have changed since.
struct InputProfile: Hashable, Sendable {
  /// The names of the columns.
  var columns: [String]
  /// The nine inner bounds of ten bins of each column.
  var bounds: [[Float]]
  /// The share of each bin, the last one of missing values.
  var shares: [[Double]]
  /// The codes of findings, themes and categories that were seen, by list.
  var lists: [String: [String]]

  /// A population stability index above this is a change.
  static let warning = 0.1
  static let alarm = 0.25
  private static let binCount = 10
  private static let least = 1e-4
  private static let listLimit = 2000

  /// The profile of rows.
  init(_ rows: DenseMatrix, columns: [String], lists: [String: [String]]) {
    self.columns = columns
    self.lists = lists.mapValues { Array($0.sorted().prefix(Self.listLimit)) }
    var bounds: [[Float]] = []
    var shares: [[Double]] = []
    for column in columns.indices {
      let values = (0..<rows.rowCount).map { rows[$0, column] }
      let known = values.filter { !$0.isNaN }.sorted()
      let cuts =
        known.isEmpty
        ? []
        : Array(
          Set((1..<Self.binCount).map { known[min(known.count - 1, known.count * $0 / 10)] })
        ).sorted()
      bounds.append(cuts)
      shares.append(Self.shares(values, cuts))
    }
    self.bounds = bounds
    self.shares = shares
  }

  private static func shares(_ values: [Float], _ cuts: [Float]) -> [Double] {
    var counts = [Double](repeating: 0, count: cuts.count + 2)
    for value in values {
      if value.isNaN {
        counts[cuts.count + 1] += 1
      } else {
        counts[cuts.partitionPoint { $0 <= value }] += 1
      }
    }
    let total = Double(max(1, values.count))
    return counts.map { $0 / total }
  }

  /// How far a column of other rows has moved: Σ (p − q) ln(p / q) over its bins (population
  /// stability index; below 0.1 nothing, above 0.25 another population).
  func index(_ rows: DenseMatrix, _ column: Int) -> Double {
    let now = Self.shares((0..<rows.rowCount).map { rows[$0, column] }, bounds[column])
    return zip(now, shares[column]).reduce(0) { sum, pair in
      let (present, past) = (max(Self.least, pair.0), max(Self.least, pair.1))
      return sum + (present - past) * log(present / past)
    }
  }

  /// What has changed: columns by their index, largest first, and lists with new or vanished entries.
  ///
  /// - Parameter now: how often each entry of each list occurs in those rows.
  func changes(_ rows: DenseMatrix, lists now: [String: [String: Int]]) -> [Change] {
    guard rows.rowCount >= Self.fewestRows else { return listChanges(now) }
    let moved = columns.indices.map { Change.column(columns[$0], index(rows, $0)) }
      .filter { $0.size >= Self.warning }.sorted { ($1.size, $0.name) < ($0.size, $1.name) }
    return moved + listChanges(now)
  }

  /// Fewer rows tell nothing of a population.
  static let fewestRows = 50

  private func listChanges(_ now: [String: [String: Int]]) -> [Change] {
    var changes: [Change] = []
    for name in Set(lists.keys).union(now.keys).sorted() {
      let past = Set(lists[name] ?? [])
      let counts = now[name] ?? [:]
      let present = Set(counts.keys)
      let new = present.subtracting(past).sorted()
      let gone = past.subtracting(present).sorted()
      guard !past.isEmpty, !present.isEmpty, !new.isEmpty else { continue }
      let total = counts.values.reduce(0, +)
      let unseen = new.reduce(0) { $0 + (counts[$1] ?? 0) }
      changes.append(
        .list(name, new: new, gone: gone, share: Double(unseen) / Double(max(1, total))))
    }
    return changes
  }

  /// One change.
  enum Change: Hashable, Sendable {
    case column(String, Double)
    case list(String, new: [String], gone: [String], share: Double)
    /// Columns that the training knew and nobody delivers any more, and new ones.
    case columns(new: [String], gone: [String])

    var name: String {
      switch self {
      case .column(let name, _), .list(let name, _, _, _): name
      case .columns: "columns"
      }
    }

    /// The size; a list counts as an alarm when a tenth of its entries was never seen before, columns
    /// always.
    var size: Double {
      switch self {
      case .column(_, let index): index
      case .list(_, _, _, let share): share >= Self.listAlarm ? 1 : InputProfile.warning
      case .columns: 1
      }
    }

    private static let listAlarm = 0.1

    /// Whether it must be looked at before the scores are believed.
    var isAlarm: Bool { size >= InputProfile.alarm }

    private static func shown(_ names: [String]) -> String {
      names.isEmpty
        ? "—" : names.prefix(5).joined(separator: ", ") + (names.count > 5 ? "…" : "")
    }

    /// The change in words.
    var sentence: LocalizedText {
      switch self {
      case .column(let name, let index):
        let text = String(format: "%.2f", index)
        return LocalizedText(
          fr: "« \(name) » a changé depuis l'apprentissage (PSI "
            + "\(text.replacingOccurrences(of: ".", with: ",")))",
          en: "“\(name)” has changed since the training (PSI \(text))")
      case .list(let name, let new, let gone, let share):
        let shown = Self.shown(new)
        let percent = Facts.percent(share)
        return LocalizedText(
          fr:
            "liste « \(name) » : \(Facts.count(new.count, "valeur nouvelle", "valeurs nouvelles")) "
            + "(\(shown)), \(percent.fr) des lignes, \(Facts.count(gone.count, "disparue", "disparues"))",
          en: "list “\(name)”: \(Facts.count(new.count, "new value", "new values", .english)) "
            + "(\(shown)), \(percent.en) of rows, \(gone.count) gone")
      case .columns(let new, let gone):
        return LocalizedText(
          fr: "colonnes absentes depuis l'apprentissage : \(Self.shown(gone)) ; nouvelles : "
            + "\(Self.shown(new)) (renommées ?)",
          en: "columns missing since the training: \(Self.shown(gone)); new: \(Self.shown(new)) "
            + "(renamed?)")
      }
    }
  }
}

extension InputProfile {
  /// The profile as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(columns)
    for column in columns.indices {
      writer.write(bounds[column])
      writer.write(shares[column])
    }
    writer.write(lists.keys.sorted())
    for name in lists.keys.sorted() { writer.write(lists[name] ?? []) }
    return writer.bytes
  }

  /// Reads a profile back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "profile")
    columns = try reader.texts()
    bounds = []
    shares = []
    for _ in columns {
      let cuts = try reader.floats()
      let parts = try reader.doubles()
      guard parts.count == cuts.count + 2 else { throw .damaged(what: "profile: bins") }
      bounds.append(cuts)
      shares.append(parts)
    }
    lists = [:]
    for name in try reader.texts() { lists[name] = try reader.texts() }
  }
}
