import Foundation
import Learning

/// Figures with their intervals as text.
enum OversightText {
  /// « 0.74 (0.61–0.84) ».
  static func figure(_ interval: ValueInterval) -> String {
    String(format: "%.2f (%.2f–%.2f)", interval.value, interval.low, interval.high)
  }

  /// The same, or a dash.
  static func figure(_ interval: ValueInterval?) -> String {
    interval.map { figure($0) } ?? "—"
  }
}
