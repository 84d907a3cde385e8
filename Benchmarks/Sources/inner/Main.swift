import Foundation

/// usage: inner SAMPLEDATA   Prints our inner figures; fails when a bar is not held.
@main
enum Main {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: inner SAMPLEDATA\n".utf8))
      exit(2)
    }
    let sample = URL(fileURLWithPath: CommandLine.arguments[1])
    var figures: [Figure] = []
    for part in [
      ScreenFigures.measure, StoreFigures.measure, { try EngineFigures.measure(sample: sample) },
    ] {
      let new = try part()
      for figure in new { print(figure.line) }
      figures += new
    }
    exit(figures.allSatisfy(\.isHeld) ? 0 : 1)
  }
}
