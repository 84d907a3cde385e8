import Review

/// The levels that parameters are compared with: those of the table that people fill, else those of
/// the SANDRE table.
struct Thresholds: Sendable {
  private let own: [Int32: (threshold: Double, label: String)]

  /// Reads the rows of the panel's table.
  init(_ rows: [KnowledgeRow] = []) {
    var own: [Int32: (threshold: Double, label: String)] = [:]
    for row in rows {
      guard let code = Int32(row.key), let value = row.values["threshold"].flatMap(Double.init),
        value > 0
      else { continue }
      own[code] = (value, row.values["label"] ?? "")
    }
    self.own = own
  }

  /// The threshold that an exceedance is counted from, or `nil` when the parameter has none.
  func threshold(_ parameter: Int32) -> Double? {
    own[parameter]?.threshold ?? SandreTable.parameters[parameter]?.threshold
  }

  /// The levels to draw.
  func levels(_ parameter: Int32) -> [SeriesEvidence.Threshold] {
    if let own = own[parameter] {
      let label = own.label.isEmpty ? "seuil" : own.label
      return [.init(label: LocalizedText(same: label), value: own.threshold)]
    }
    let known = SandreTable.parameters[parameter]
    var levels: [SeriesEvidence.Threshold] = []
    if let limit = known?.limit {
      levels.append(.init(label: LocalizedText(fr: "limite", en: "limit"), value: limit))
    }
    if let target = known?.target {
      levels.append(.init(label: LocalizedText(fr: "guide", en: "guide"), value: target))
    }
    return levels
  }
}
