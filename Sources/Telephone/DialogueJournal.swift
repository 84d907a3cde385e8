import Calls
import Foundation
import Review

/// The file in which conversations are kept, one JSON object a line, for the list of calls.
public final class DialogueJournal: Sendable {
  private let url: URL
  private let lock = NSLock()

  /// Makes a journal; the file is made at the first conversation, readable by its owner only.
  public init(url: URL) { self.url = url }

  /// One line of the journal.
  struct Entry: Codable {
    struct Turn: Codable {
      var who: String
      var text: String
    }
    var call: String
    var caller: String
    var time: Int
    var outcome: String
    var turns: [Turn]
  }

  /// Adds a conversation.
  ///
  /// - Throws: what the file system says.
  public func append(
    call: String, caller: String, time: Date, outcome: String, turns: [BotDialogue.Turn]
  ) throws {
    let entry = Entry(
      call: call, caller: PhoneNumber.normalised(caller), time: Int(time.timeIntervalSince1970),
      outcome: outcome,
      turns: turns.map { Entry.Turn(who: $0.isBot ? "bot" : "caller", text: $0.text) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var line = try encoder.encode(entry)
    line.append(0x0A)
    try lock.withLock {
      let descriptor = open(url.path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw AGIFailure.system(errno: errno) }
      defer { close(descriptor) }
      // One write for a line: two processes that append do not mix.
      let count = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count == line.count else { throw AGIFailure.system(errno: errno) }
    }
  }

  /// Leaves out conversations that are older than so many days; gives how many.
  @discardableResult
  public func remove(olderThan days: Int, now: Date) throws -> Int {
    try lock.withLock {
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return 0 }
      let limit = Int(now.timeIntervalSince1970) - days * 86_400
      let lines = text.split(whereSeparator: \.isNewline)
      let kept = lines.filter { line in
        (try? JSONDecoder().decode(Entry.self, from: Data(line.utf8))).map { $0.time >= limit }
          ?? true
      }
      guard kept.count < lines.count else { return 0 }
      let content = kept.map { $0 + "\n" }.joined()
      try Data(content.utf8).write(to: url, options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
      return lines.count - kept.count
    }
  }
}
