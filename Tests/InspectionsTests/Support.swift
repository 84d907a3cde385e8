import Foundation
import Review

@testable import Inspections

/// Hears of progress, refusals and warnings, and keeps the last two.
final class Listener: AnalysisObserver, @unchecked Sendable {
  private let lock = NSLock()
  private var kept: [Refusal] = []
  private var heard: [LocalizedText] = []
  var answers: [String: String]?

  var refusals: [Refusal] { lock.withLock { kept } }
  var warnings: [LocalizedText] { lock.withLock { heard } }
  var isCancelled: Bool { false }

  func progressed(_ progress: AnalysisProgress) {}
  func refused(_ refusal: Refusal) { lock.withLock { kept.append(refusal) } }
  func warned(_ warning: LocalizedText) { lock.withLock { heard.append(warning) } }
  func answer(to question: ColumnQuestion) -> [String: String]? { answers }
}

/// A folder that goes away with the process: a test may still read after its last mention of it.
final class Scratch {
  private static let root: URL = {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(
      "vigie-inspections-\(UUID().uuidString)")
    atexit { try? FileManager.default.removeItem(at: Scratch.root) }
    return root
  }()

  let folder: URL

  init() throws {
    folder = Self.root.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func file(_ name: String, _ text: String) throws -> URL {
    try file(name, Data(text.utf8))
  }

  func file(_ name: String, _ data: Data) throws -> URL {
    let url = folder.appendingPathComponent(name)
    try data.write(to: url)
    return url
  }
}

/// Where the real data lie, or `nil`: tests that need them are then skipped.
enum RealData {
  static let folder: URL? = {
    let environment = ProcessInfo.processInfo.environment["VIGIE_DATA"].map {
      URL(fileURLWithPath: $0)
    }
    var places = [environment].compactMap { $0 }
    var place = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    for _ in 0..<6 {
      places.append(place.appendingPathComponent("shared/data"))
      place.deleteLastPathComponent()
    }
    return places.map { $0.appendingPathComponent("inspections") }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  static func file(_ name: String) -> URL? {
    folder.map { $0.appendingPathComponent(name) }.flatMap {
      FileManager.default.fileExists(atPath: $0.path) ? $0 : nil
    }
  }
}

/// Days by their ISO form.
func day(_ iso: String) -> Int32 { CalendarDate(iso: iso)?.daysSinceEpoch ?? 0 }
