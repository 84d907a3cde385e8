import Foundation
import Review

/// Shows the progress of long work on standard error, and lists what was refused.
///
/// The bar appears only on a terminal and only after a second, so that short work stays silent.
final class ProgressPrinter: AnalysisObserver, @unchecked Sendable {
  /// The number of refusals listed; the others are only counted.
  static let listedRefusals = 50
  private static let barWidth = 24

  private let lock = NSLock()
  private let isQuiet: Bool
  private let start = Date()
  private var lastDrawn = Date.distantPast
  private var isDrawn = false
  private var count = 0
  private var answered: [String: String] = [:]

  /// Makes a printer; a quiet one only counts.
  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  /// The number of refusals so far.
  var refusalCount: Int { lock.withLock { count } }

  /// Work started from the command line is stopped by a signal, never by the printer.
  var isCancelled: Bool { false }

  func progressed(_ progress: AnalysisProgress) {
    lock.withLock {
      let now = Date()
      guard !isQuiet, Console.isErrorTerminal, now.timeIntervalSince(start) > 1,
        now.timeIntervalSince(lastDrawn) > 0.1
      else { return }
      lastDrawn = now
      isDrawn = true
      Console.trace("\r\u{1B}[K" + Self.bar(progress))
    }
  }

  func refused(_ refusal: Refusal) {
    lock.withLock {
      count += 1
      guard !isQuiet, count <= Self.listedRefusals else { return }
      erase()
      Console.note(refusal.sentence[Tongue.language])
    }
  }

  func warned(_ warning: LocalizedText) {
    lock.withLock {
      guard !isQuiet else { return }
      erase()
      Console.note("⚠ " + warning[Tongue.language])
    }
  }

  func answer(to question: ColumnQuestion) -> [String: String]? {
    lock.withLock {
      guard !isQuiet, Console.isErrorTerminal, ColumnPrompt.canAsk else { return nil }
      erase()
      let answer = ColumnPrompt(question).ask()
      answered.merge(answer ?? [:]) { _, new in new }
      return answer
    }
  }

  /// What was answered about columns, by column: to be kept, so that it is asked once.
  var columnAnswers: [String: String] { lock.withLock { answered } }

  /// Erases the bar and says how many refusals were not listed.
  func finish() {
    lock.withLock {
      erase()
      guard !isQuiet, count > Self.listedRefusals else { return }
      let more = count - Self.listedRefusals
      Console.note(Tongue.say("… et \(more) autres refus.", "… and \(more) more refusals."))
    }
  }

  private func erase() {
    guard isDrawn else { return }
    Console.trace("\r\u{1B}[K")
    isDrawn = false
  }

  private static func bar(_ progress: AnalysisProgress) -> String {
    let stage = progress.stage[Tongue.language]
    guard let total = progress.total, total > 0 else { return "\(stage) \(progress.done)" }
    let share = min(1, max(0, Double(progress.done) / Double(total)))
    let filled = Int((share * Double(barWidth)).rounded())
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: barWidth - filled)
    return "\(stage) \(bar) \(Int(share * 100)) %"
  }
}
