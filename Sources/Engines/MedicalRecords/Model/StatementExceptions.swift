import Language
import Learning

/// Statements that readers rejected again and again, by field and concept.
///
/// Each reader counts once, and a beta prior stands against them: one alone lowers a concept's rank
/// and never hides it.
struct StatementExceptions: Sendable, Hashable {
  /// Kept and rejected by distinct readers.
  struct Tally: Sendable, Hashable {
    var kept = 0.0
    var rejected = 0.0
  }

  /// Statements whose score is not above this are not shown.
  static let hidden = 0.08
  /// The prior: as if so many readers had kept and rejected it.
  private static let prior = Tally(kept: 2, rejected: 1)

  /// By hash of the part's identifier.
  var tallies: [UInt64: Tally] = [:]

  /// The key of a statement, by its part's identifier.
  static func key(part: String) -> UInt64 { StableHash.of(part, salt: 5) }

  /// What a statement's score is multiplied by, 0…1.
  func factor(_ statement: RecordStatement) -> Double {
    factor(Self.key(part: statement.part))
  }

  func factor(_ key: UInt64) -> Double {
    guard let tally = tallies[key] else { return 1 }
    let share =
      (tally.kept + Self.prior.kept)
      / (tally.kept + tally.rejected + Self.prior.kept + Self.prior.rejected)
    let usual = Self.prior.kept / (Self.prior.kept + Self.prior.rejected)
    if tally.rejected < 2 { return max(0.5, min(1, share / usual)) }
    // Two readers and more who agree, against fewer: the concept goes.
    return tally.rejected > tally.kept + 1 ? min(0.1, share / usual) : min(1, share / usual)
  }

  /// The exceptions as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(tallies.count)
    for key in tallies.keys.sorted() {
      writer.write(key)
      writer.write([tallies[key]?.kept ?? 0, tallies[key]?.rejected ?? 0])
    }
    return writer.bytes
  }

  init(tallies: [UInt64: Tally] = [:]) { self.tallies = tallies }

  /// Reads exceptions back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "exceptions")
    for _ in 0..<(try reader.count(upTo: 1 << 20)) {
      let key = try reader.unsigned()
      let counts = try reader.doubles()
      guard counts.count == 2 else {
        throw .shape(what: "counts of an exception", found: counts.count, expected: 2)
      }
      tallies[key] = Tally(kept: counts[0], rejected: counts[1])
    }
  }
}
