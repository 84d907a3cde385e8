import Foundation
import Oversight

/// Small charts as SVG, each with a title for those who do not see them.
enum SVGChart {
  private static let width = 260.0
  private static let height = 130.0

  /// Bars from zero, one for each value.
  static func bars(_ values: [Double], title: String, labels: [String] = []) -> String {
    let top = max(values.max() ?? 0, 1e-9)
    let step = width / Double(max(1, values.count))
    let shapes = values.enumerated().map { index, value in
      let tall = value / top * (height - 30)
      return rectangle(
        x: Double(index) * step + 1, y: height - 15 - tall, width: max(1, step - 2), height: tall)
    }
    let texts = labels.enumerated().map { index, label in
      text(label, x: Double(index) * step + step / 2, y: height - 3, anchor: "middle")
    }
    return frame(title, shapes + texts + [text(number(top), x: 0, y: 10)])
  }

  /// Said against seen, with the diagonal.
  static func calibration(_ bins: [Maturity.CalibrationBin], title: String) -> String {
    let side = height - 10
    let line =
      "<line x1=\"5\" y1=\"\(number(side + 5))\" x2=\"\(number(side + 5))\" y2=\"5\" "
      + "stroke=\"#888\" stroke-dasharray=\"4 3\"/>"
    let points = bins.map { bin in
      "<circle cx=\"\(number(5 + bin.predicted * side))\" "
        + "cy=\"\(number(5 + (1 - bin.observed) * side))\" r=\"4\" fill=\"#0b5394\"/>"
    }
    return frame(title, [line] + points)
  }

  private static func frame(_ title: String, _ shapes: [String]) -> String {
    "<svg role=\"img\" viewBox=\"0 0 \(number(width)) \(number(height))\" "
      + "width=\"\(number(width))\" height=\"\(number(height))\"><title>\(HTML.escaped(title))</title>"
      + shapes.joined() + "</svg>"
  }

  private static func rectangle(
    x: Double, y: Double, width: Double, height: Double
  ) -> String {
    "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" "
      + "height=\"\(number(height))\" fill=\"#0b5394\"/>"
  }

  private static func text(
    _ text: String, x: Double, y: Double, anchor: String = "start"
  ) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"10\" text-anchor=\"\(anchor)\">"
      + HTML.escaped(text) + "</text>"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(format: "%.2f", value)
  }
}

/// Text for HTML.
enum HTML {
  /// The text with the characters that HTML would read as markup written out.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
