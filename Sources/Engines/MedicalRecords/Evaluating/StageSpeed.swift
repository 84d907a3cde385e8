import Foundation
import Review

/// How fast stages of the analysis work: bytes of text for each second of a core's work, which the
/// load of the machine does not change, and for each second on the wall with all cores.
struct StageSpeed: Sendable {
  private var bytes = 0
  private var coreSeconds = 0.0
  private var wallSeconds = 0.0

  /// Works on every document on all cores and gives the values beside the speed.
  static func measured<Value: Sendable>(
    _ documents: [EvaluationDocument], _ work: @Sendable (EvaluationDocument) -> Value
  ) -> (values: [Value], speed: StageSpeed) {
    let start = Date()
    let results = Parallel.map(documents) { document -> (value: Value, seconds: Double) in
      let start = Self.coreTime()
      let value = work(document)
      return (value, Self.coreTime() - start)
    }
    var speed = StageSpeed()
    speed.wallSeconds = Date().timeIntervalSince(start)
    speed.coreSeconds = results.reduce(0) { $0 + $1.seconds }
    speed.bytes = documents.reduce(0) { $0 + $1.text.utf8.count }
    return (results.map(\.value), speed)
  }

  /// The seconds that the calling thread has worked.
  private static func coreTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func rate(_ seconds: Double) -> String {
    String(format: "%.2f", Double(bytes) / max(1e-6, seconds) / 1e6)
  }

  /// The speed in words.
  func remark(_ stages: LocalizedText) -> LocalizedText {
    let core = rate(coreSeconds)
    let wall = rate(wallSeconds)
    return LocalizedText(
      fr: "\(stages.fr) : \(core) Mo/s par cœur, \(wall) Mo/s en tout",
      en: "\(stages.en): \(core) MB/s a core, \(wall) MB/s in all")
  }
}
