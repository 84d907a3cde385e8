import Foundation
import Review

/// Reads Asterisk's `queue_log`: `epoch|callid|queue|agent|EVENT|data…`.
///
/// Format: asterisk/asterisk `main/logger.c`, `apps/app_queue.c`. The caller's number stands only
/// in ENTERQUEUE; the last event of a call tells how it ended.
struct QueueLogReader {
  let file: String
  private(set) var calls: [String: CallRecord] = [:]
  private(set) var rows = 0
  private(set) var refusedCount = 0
  private let refused: (Refusal) -> Void

  /// The most calls held.
  static let callLimit = 500_000

  init(file: String, refused: @escaping (Refusal) -> Void) {
    self.file = file
    self.refused = refused
  }

  /// Events that tell nothing of a caller.
  private static let silent: Set<String> = [
    "QUEUESTART", "CONFIGRELOAD", "ADDMEMBER", "REMOVEMEMBER", "PAUSE", "UNPAUSE", "PAUSEALL",
    "UNPAUSEALL", "RINGNOANSWER", "RINGCANCELED", "AGENTLOGIN", "AGENTLOGOFF",
    "AGENTCALLBACKLOGIN", "AGENTCALLBACKLOGOFF", "DID", "MEMBERPENALTY", "PENALTY",
    "ATTEMPTENDBYSTATUS", "INFO", "TRANSFER", "BLINDTRANSFER", "ATTENDEDTRANSFER", "AGENTDUMP",
    "SYSCOMPAT",
  ]

  /// Reads one line.
  mutating func read(_ line: String, number: Int) {
    let trimmed = line.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty else { return }
    let fields = trimmed.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard fields.count >= 5, let epoch = Int64(fields[0]), (0..<Int64(1) << 40).contains(epoch)
    else { return refuse(trimmed, number) }
    guard !Self.silent.contains(fields[4]) else {
      rows += 1
      return
    }
    guard calls.count < Self.callLimit || calls[fields[1]] != nil else { return }
    take(fields, Timestamp(milliseconds: epoch * 1000), number)
  }

  private mutating func take(_ fields: [String], _ time: Timestamp, _ number: Int) {
    func data(_ place: Int) -> String {
      fields.indices.contains(5 + place) ? fields[5 + place] : ""
    }
    let id = fields[1]
    var call =
      calls[id]
      ?? CallRecord(id: id, caller: "", start: time, outcome: .abandoned, file: file, line: number)
    switch fields[4] {
    case "ENTERQUEUE":
      call.caller = PhoneNumber.normalised(data(1))
      call.start = min(call.start, time)
    case "CONNECT":
      call.outcome = .answered
      call.wait = seconds(data(0))
    case "COMPLETEAGENT", "COMPLETECALLER":
      call.outcome = .answered
      call.wait = seconds(data(0))
    case "ABANDON": (call.outcome, call.wait) = (.abandoned, seconds(data(2)))
    case "EXITWITHTIMEOUT": (call.outcome, call.wait) = (.timedOut, seconds(data(2)))
    case "EXITWITHKEY": (call.outcome, call.wait) = (.leftByKey, seconds(data(3)))
    case "EXITEMPTY": (call.outcome, call.wait) = (.emptyQueue, seconds(data(2)))
    case "WITHDRAW": call.outcome = .abandoned
    default: return refuse(fields[4], number)
    }
    rows += 1
    calls[id] = call
  }

  private func seconds(_ text: String) -> Int { min(86_400, max(0, Int(text) ?? 0)) }

  private mutating func refuse(_ found: String, _ number: Int) {
    refusedCount += 1
    refused(
      Refusal(
        file: file, line: number, found: found,
        expected: LocalizedText(
          fr: "epoch|appel|file|agent|ÉVÉNEMENT connu", en: "epoch|call|queue|agent|known EVENT")))
  }
}
