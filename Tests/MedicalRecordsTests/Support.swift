import Foundation
import Review
import ReviewStore

@testable import MedicalRecords

/// The developers' data, or `nil` when they are not on this machine.
enum SharedData {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["VIGIE_DATA"].map { URL(fileURLWithPath: $0) }
    var candidates = named.map { [$0] } ?? []
    var place = URL(fileURLWithPath: #filePath)
    for _ in 0..<8 {
      place.deleteLastPathComponent()
      candidates.append(place.appendingPathComponent("shared/data"))
    }
    return candidates.map { $0.appendingPathComponent("medical") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  static func file(_ name: String) -> URL? { folder?.appendingPathComponent(name) }
  static let isPresent = folder != nil
}

/// The invented patients of this repository.
enum Samples {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("SampleData/medical")

  /// A store filled from them, for tests that only read.
  static let store = Result { try sampleStore() }
}

/// Remembers what was refused.
final class TestObserver: AnalysisObserver, @unchecked Sendable {
  var refusals: [Refusal] = []
  var isCancelled: Bool { false }
  func progressed(_ progress: AnalysisProgress) {}
  func refused(_ refusal: Refusal) { refusals.append(refusal) }
}

/// A folder of a test's own, taken away with the test.
final class Scratch {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("medical-\(UUID().uuidString)")

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file, in a folder of the folder when `in` names one.
  func file(_ name: String, _ bytes: [UInt8], in patient: String = "") throws -> URL {
    let place = patient.isEmpty ? folder : folder.appendingPathComponent(patient)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let url = place.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    return url
  }

  /// Writes a text.
  func file(_ name: String, _ text: String, in patient: String = "") throws -> URL {
    try file(name, Array(text.utf8), in: patient)
  }
}

/// The circumstances of a test.
func circumstances(model: ModelRecord? = nil) -> AnalysisRequest {
  AnalysisRequest(
    today: CalendarDate(year: 2026, month: 11, day: 26)!,
    now: Timestamp(milliseconds: 1_795_651_200_000), model: model, pseudonymSalt: "sel")
}
