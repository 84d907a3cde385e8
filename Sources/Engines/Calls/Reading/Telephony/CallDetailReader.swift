import Foundation
import Review

/// Reads Asterisk's call detail records: no header, 16 to 21 columns.
///
/// Format: asterisk/asterisk `cdr/cdr_csv.c`. An ANSWERED disposition does not mean that a person
/// answered: the queue or the bot answers the channel.
struct CallDetailReader {
  let file: String
  private(set) var calls: [CallRecord] = []
  private(set) var refusedCount = 0
  private let refused: (Refusal) -> Void

  init(file: String, refused: @escaping (Refusal) -> Void) {
    self.file = file
    self.refused = refused
  }

  private static let dispositions: Set<String> = [
    "ANSWERED", "NO ANSWER", "BUSY", "FAILED", "CONGESTION",
  ]

  /// Whether a line is of this format.
  static func fits(_ line: String) -> Bool {
    guard let fields = fields(line) else { return false }
    return (16...21).contains(fields.count) && dispositions.contains(fields[14])
  }

  /// Reads one line.
  mutating func read(_ line: String, number: Int) {
    guard !line.allSatisfy(\.isWhitespace) else { return }
    guard let fields = Self.fields(line), (16...21).contains(fields.count),
      Self.dispositions.contains(fields[14]), calls.count < QueueLogReader.callLimit
    else { return refuse(line, number) }
    let unique = fields.count > 16 ? fields[16] : ""
    // Local or universal time is a setting of the exchange; the identifier holds the epoch.
    guard let start = Self.epoch(unique) ?? Self.time(fields[9]) else {
      return refuse(fields[9], number)
    }
    let linked = fields.count >= 20 && !fields[19].isEmpty ? fields[19] : unique
    let isMachine = ["AGI", "VOICEMAIL", "RECORD"].contains(fields[7].uppercased())
    let outcome: CallRecord.Outcome =
      fields[14] == "ANSWERED" ? (isMachine ? .machine : .answered) : .failed
    calls.append(
      CallRecord(
        id: linked.isEmpty ? "\(file):\(number)" : linked,
        caller: PhoneNumber.normalised(fields[1]), start: start, outcome: outcome, file: file,
        line: number))
  }

  private static func epoch(_ unique: String) -> Timestamp? {
    guard let seconds = unique.split(separator: ".").first.flatMap({ Int64($0) }),
      seconds > 100_000_000, seconds < Int64(1) << 40
    else { return nil }
    return Timestamp(milliseconds: seconds * 1000)
  }

  /// `YYYY-MM-DD HH:MM:SS`.
  private static func time(_ text: String) -> Timestamp? {
    guard let day = CalendarDate(iso: text), text.utf8.count >= 19 else { return nil }
    let clock = text.dropFirst(11).split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0...60).contains(clock[2])
    else { return nil }
    let seconds =
      Int64(day.daysSinceEpoch) * 86_400 + Int64(clock[0] * 3600 + clock[1] * 60 + clock[2])
    return Timestamp(milliseconds: seconds * 1000)
  }

  /// The fields of a line, doubled quotes undone; `nil` when a quote is not closed.
  static func fields(_ line: String) -> [String]? {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var characters = Array(line.unicodeScalars.prefix(8192))[...]
    while let scalar = characters.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true):
        if characters.first == "\"" {
          field.unicodeScalars.append("\"")
          characters.removeFirst()
        } else {
          isQuoted = false
        }
      case ("\"", false): isQuoted = true
      case (",", false):
        fields.append(field)
        field = ""
      case ("\r", false): break
      default: field.unicodeScalars.append(scalar)
      }
    }
    return isQuoted ? nil : fields + [field]
  }

  private mutating func refuse(_ found: String, _ number: Int) {
    refusedCount += 1
    refused(
      Refusal(
        file: file, line: number, found: found,
        expected: LocalizedText(
          fr: "16 à 21 colonnes d'un CDR d'Asterisk", en: "16 to 21 columns of an Asterisk CDR")))
  }
}
