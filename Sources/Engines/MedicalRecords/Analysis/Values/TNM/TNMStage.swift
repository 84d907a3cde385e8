import Review

/// A TNM classification as it stands in a text.
struct TNMStage: Sendable, Hashable {
  /// One letter of the classification.
  struct Component: Sendable, Hashable {
    /// The prefixes (`c` clinical, `p` pathological, `y` after treatment, `r` recurrence, `u`
    /// ultrasound, `a` autopsy), in the order written.
    var prefix = ""
    /// The value (`3b`, `0`, `x`, `+`), or empty when the letter is not given.
    var value = ""
  }

  /// The place, in code points.
  var span: Span
  /// The extent of the tumour.
  var tumour = Component()
  /// The regional lymph nodes.
  var nodes = Component()
  /// The distant metastases.
  var metastases = Component()

  /// `pT3 N1b M0`.
  var title: String {
    [("T", tumour), ("N", nodes), ("M", metastases)].filter { !$0.1.value.isEmpty }
      .map { letter, component in
        component.prefix + letter + (component.value == "x" ? "X" : component.value)
      }
      .joined(separator: " ")
  }

  /// Whether the stage was read from a specimen.
  var isPathological: Bool { tumour.prefix.contains("p") || nodes.prefix.contains("p") }
}
