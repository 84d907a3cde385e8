import Foundation

/// A measured figure with the bar it must hold.
///
/// Bars are on processor time, about half of what a quiet laptop of 2020 reaches, so that other
/// work on the machine does not fail them while a quadratic loop does.
struct Figure {
  /// Which side of the bar is good.
  enum Bar {
    case atLeast(Double)
    case atMost(Double)
  }

  let name: String
  let value: Double
  let unit: String
  let bar: Bar

  var isHeld: Bool {
    switch bar {
    case .atLeast(let least): value >= least
    case .atMost(let most): value <= most
    }
  }

  /// The figure as a line: name, value, bar, whether it is held.
  var line: String {
    let sign: String
    let limit: Double
    switch bar {
    case .atLeast(let least): (sign, limit) = ("≥", least)
    case .atMost(let most): (sign, limit) = ("≤", most)
    }
    let title = name.padding(toLength: 58, withPad: " ", startingAt: 0)
    let verdict = isHeld ? "ok" : "MISSED"
    return "\(title) \(Self.text(value)) \(unit)  (\(sign) \(Self.text(limit)))  \(verdict)"
  }

  private static func text(_ value: Double) -> String {
    String(format: value >= 100 ? "%10.0f" : "%10.3f", value)
  }
}
