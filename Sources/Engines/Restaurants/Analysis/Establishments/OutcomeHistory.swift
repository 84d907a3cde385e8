import Language
import Learning
import Review

/// The outcomes of earlier inspections by establishment, looked up as of a day.
struct OutcomeHistory {
  /// What is known of an establishment's past on a day.
  struct Past: Equatable {
    /// The last outcome.
    var last: Inspection.Outcome
    /// Its day.
    var date: CalendarDate
    /// The number of earlier inspections with an outcome.
    var count: Int
  }

  private struct Entry {
    var date: CalendarDate
    var outcome: Inspection.Outcome
  }

  private var entries: [UInt64: [Entry]] = [:]

  /// Collects the inspections that have an outcome, a day and an identifier.
  init(_ inspections: some Sequence<Inspection>) {
    for inspection in inspections {
      guard let outcome = inspection.outcome, let date = inspection.date,
        let siret = inspection.siret
      else { continue }
      entries[StableHash.of(siret), default: []].append(Entry(date: date, outcome: outcome))
    }
    for key in entries.keys {
      // On one day the worst outcome counts: it comes last.
      entries[key]?.sort { ($0.date, $0.outcome) < ($1.date, $1.outcome) }
    }
  }

  /// The past of an establishment, strictly before a day (all of it when there is no day).
  func past(siret: String, before day: CalendarDate?) -> Past? {
    guard !siret.isEmpty, let known = entries[StableHash.of(siret)] else { return nil }
    let earlier = day.map { day in known.prefix { $0.date < day } } ?? known[...]
    guard let last = earlier.last else { return nil }
    return Past(last: last.outcome, date: last.date, count: earlier.count)
  }
}

extension OutcomeHistory {
  func write(to writer: inout ByteWriter) {
    // In the order of keys: a dictionary's own order changes from run to run.
    let keys = entries.keys.sorted()
    let lists = keys.map { entries[$0] ?? [] }
    writer.write(keys.count)
    for key in keys { writer.write(key) }
    writer.write(lists.map { Int32($0.count) })
    writer.write(lists.joined().map(\.date.daysSinceEpoch))
    writer.write(lists.joined().map { UInt8($0.outcome.rawValue) })
  }

  init(from reader: inout ByteReader) throws(LearningError) {
    var keys: [UInt64] = []
    for _ in 0..<(try reader.count(upTo: KeyTable.limit)) { keys.append(try reader.unsigned()) }
    let counts = try reader.integers()
    let days = try reader.integers()
    let outcomes = try reader.content()
    guard counts.count == keys.count, days.count == outcomes.count,
      counts.allSatisfy({ $0 >= 0 }), counts.reduce(0, { $0 + Int($1) }) == days.count
    else { throw .damaged(what: "past outcomes") }
    var start = 0
    for (key, count) in zip(keys, counts) {
      for place in start..<start + Int(count) {
        guard let outcome = Inspection.Outcome(rawValue: Int(outcomes[place])) else {
          throw .damaged(what: "past outcomes")
        }
        let date = CalendarDate(daysSinceEpoch: days[place])
        entries[key, default: []].append(Entry(date: date, outcome: outcome))
      }
      start += Int(count)
    }
  }
}
