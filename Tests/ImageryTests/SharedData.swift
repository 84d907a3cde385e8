import Foundation

/// The real pictures, which are not part of the repository.
enum SharedData {
  /// The folder of the parcels' data, or `nil` when it is not there.
  static let parcels: URL? = {
    let named = ProcessInfo.processInfo.environment["VIGIE_DATA"].map {
      URL(fileURLWithPath: $0)
    }
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    var found: [URL] = named.map { [$0] } ?? []
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      found.append(folder.appendingPathComponent("shared/data"))
    }
    return found.map { $0.appendingPathComponent("parcels") }.first {
      FileManager.default.fileExists(atPath: $0.appendingPathComponent("pairs.csv").path)
    }
  }()

  /// Says that a test is not run.
  static func skipped(_ what: String) { print("skipped: \(what) is not here") }
}
