import Foundation
import Testing

@testable import Display
@testable import Workbench

/// Compares drawn lines with a file of `Snapshots/Detail`: what they say, then how they look.
///
/// With `VIGIE_RECORD=1` the file is written instead; a difference shows the first line that
/// differs.
enum LineSnapshot {
  /// One drawing of a snapshot file.
  struct Section {
    let name: String
    let lines: [StyledLine]
    let width: Int
  }

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Snapshots/Detail")

  static func check(
    _ name: String, _ sections: [Section], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = sections.map(render).joined(separator: "\n")
    let file = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["VIGIE_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    guard recorded != text else { return }
    let pairs = zip(lines(recorded) + [""], lines(text) + [""])
    let place = pairs.enumerated().first { $0.element.0 != $0.element.1 }
    let difference = place.map { "line \($0.offset + 1):\n- \($0.element.0)\n+ \($0.element.1)" }
    Issue.record(
      "\(name) differs, \(difference ?? "in length")", sourceLocation: sourceLocation)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func render(_ section: Section) -> String {
    var grid = Grid(size: Size(width: section.width, height: section.lines.count))
    grid.write(StyledText(section.lines), in: grid.bounds)
    var out = "=== \(section.name)\n"
    for row in grid.textPlane { out += row + "\n" }
    out += "--- styles\n"
    for (index, row) in grid.stylePlane.enumerated() where !row.isEmpty {
      out += "\(index): \(row)\n"
    }
    return out
  }
}
