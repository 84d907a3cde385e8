import Foundation

/// The exchange's side of a call: commands out, replies in.
final class AGIChannel {
  /// What the exchange says of the call before the first command.
  private(set) var environment: [String: String] = [:]
  private let connection: AGIConnection
  private let limits: AGILimits
  private let end: Date
  private var hasHungUp = false
  /// Lines that were no reply, for the log.
  private(set) var strayCount = 0

  init(connection: AGIConnection, limits: AGILimits) {
    self.connection = connection
    self.limits = limits
    end = Date(timeIntervalSinceNow: limits.callSeconds)
  }

  /// Reads the lines before the first command, to the empty one.
  func readEnvironment() throws(AGIFailure) {
    let deadline = min(end, Date(timeIntervalSinceNow: limits.headerSeconds))
    for _ in 0..<limits.headerLines {
      let line = try connection.line(before: deadline)
      if line.isEmpty {
        guard environment["agi_uniqueid"]?.isEmpty == false else { throw .header }
        return
      }
      guard let colon = line.firstIndex(of: ":"), line.hasPrefix("agi_") else {
        strayCount += 1
        continue
      }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      environment[String(line[..<colon])] = value
    }
    throw .header
  }

  /// Sends a command and waits for its reply.
  func command(_ text: String) throws(AGIFailure) -> AGIReply {
    guard !hasHungUp else { throw .hangUp }
    let deadline = min(end, Date(timeIntervalSinceNow: limits.replySeconds))
    try connection.send(text, before: deadline)
    while true {
      let line = try connection.line(before: deadline)
      // HANGUP comes between replies and is none.
      if line == "HANGUP" {
        hasHungUp = true
        continue
      }
      if line.hasPrefix("520-") { continue }
      guard let reply = AGIReply(line) else {
        strayCount += 1
        guard strayCount <= limits.strayLines else { throw .garbage }
        continue
      }
      if reply.code == 511 { throw .hangUp }
      guard reply.code == 200 else { throw .refused(code: reply.code) }
      if reply.result == -1 || hasHungUp { throw .hangUp }
      return reply
    }
  }

  /// A value between quotes, quotes and backslashes escaped, nothing that ends a line.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
