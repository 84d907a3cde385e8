/// What is known of a value that the laboratory could not measure.
enum Censoring: UInt8, Sendable, CaseIterable {
  /// The value was measured.
  case none = 0
  /// The true value is below the detection limit, which stands in its place.
  case belowDetection = 1
  /// The true value is below the quantification limit, which stands in its place.
  case belowQuantification = 2
  /// The true value is above the saturation limit, which stands in its place.
  case aboveSaturation = 3
  /// There were traces: between detection and quantification.
  case traces = 4

  /// Whether the true value lies below the one that is kept.
  var isBelow: Bool { self == .belowDetection || self == .belowQuantification || self == .traces }

  /// Reads a code of the SANDRE list « Code remarque analyse » (nomenclature 155): 1 is measured, 2
  /// below detection, 3 above saturation, 7 traces, 10 below quantification; 0 means that the analysis
  /// was not done.
  init?(sandreCode code: Int) {
    switch code {
    case 1, 4, 5, 6, 8, 9: self = .none
    case 2: self = .belowDetection
    case 3: self = .aboveSaturation
    case 7: self = .traces
    case 10: self = .belowQuantification
    default: return nil
    }
  }

  /// Reads the words that exports give instead of the code; `nil` when they say nothing of it.
  init?(words: String) {
    let text = words.lowercased()
    if text.contains("trace") {
      self = .traces
      return
    }
    guard let place = text.firstIndex(where: { $0 == "<" || $0 == ">" }) else { return nil }
    // « > seuil de quantification et < au seuil de saturation » is an ordinary value.
    if text[place] == ">" {
      self = text.contains("quantification") ? .none : .aboveSaturation
    } else {
      self = text.contains("tection") ? .belowDetection : .belowQuantification
    }
  }
}
