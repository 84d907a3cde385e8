import Foundation
import Review

@testable import Restaurants

/// Invented files, written for a test and removed after it.
final class ReadingFixture {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("reading-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @discardableResult func file(_ name: String, _ text: String) throws -> URL {
    let url = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url
  }

  /// What reading gave.
  struct Outcome {
    var sources: RestaurantSources
    var refusals: [Refusal]
  }

  static func read(
    _ urls: [URL], _ change: (inout SourceReader) -> Void = { _ in }
  ) throws -> Outcome {
    var reader = SourceReader(pseudonymSalt: "sel")
    change(&reader)
    let refusals = RefusalList()
    let sources = try reader.read(urls) { refusals.all.append($0) }
    return Outcome(sources: sources, refusals: refusals.all)
  }

  /// Reads one invented file.
  static func read(
    _ name: String, _ text: String, _ change: (inout SourceReader) -> Void = { _ in }
  ) throws -> Outcome {
    let fixture = try ReadingFixture()
    return try read([fixture.file(name, text)], change)
  }
}

/// Refusals in the order they came.
final class RefusalList {
  var all: [Refusal] = []
}

/// The shared data folder, when it is there.
enum SharedData {
  static let restaurants: URL? = {
    let environment = ProcessInfo.processInfo.environment["SHARED"].map {
      URL(fileURLWithPath: $0).appendingPathComponent("data/restaurants")
    }
    if let environment, FileManager.default.fileExists(atPath: environment.path) {
      return environment
    }
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("shared/data/restaurants")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }()
}
