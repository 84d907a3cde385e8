import Review

/// The numbers that rank demands: what the sentences say and what the site's history says.
struct ItemFeatures: Hashable, Sendable {
  /// The name and version of the list.
  static let schema = "letter-item/1"

  /// A feature.
  enum Feature: Int, CaseIterable, Sendable {
    case severity
    case unmetFact
    case sectionPriority
    case sectionCorrective
    case sectionObservation
    case repeats
    case saysAgain
    case immediate
    case overdue
    case closed
    case age
    case trend
    case novelty
    case safety

    /// What it is called in explanations.
    var title: LocalizedText {
      switch self {
      case .severity: LocalizedText(fr: "gravité des phrases", en: "severity of the sentences")
      case .unmetFact: LocalizedText(fr: "manquement constaté", en: "failure found")
      case .sectionPriority:
        LocalizedText(fr: "demande prioritaire (I)", en: "priority request (I)")
      case .sectionCorrective:
        LocalizedText(fr: "action corrective ou demande (A, II)", en: "corrective action (A, II)")
      case .sectionObservation: LocalizedText(fr: "simple observation", en: "mere observation")
      case .repeats: LocalizedText(fr: "répétition sur le site", en: "repeated at the site")
      case .saysAgain: LocalizedText(fr: "« à nouveau »", en: "“again”")
      case .immediate: LocalizedText(fr: "à faire sans délai", en: "to be done at once")
      case .overdue: LocalizedText(fr: "réponse en retard", en: "answer overdue")
      case .closed: LocalizedText(fr: "soldée", en: "closed")
      case .age: LocalizedText(fr: "ancienneté", en: "age")
      case .trend:
        LocalizedText(fr: "thème fréquent sur le site", en: "theme frequent at the site")
      case .novelty: LocalizedText(fr: "nouveau sur le site", en: "new at the site")
      case .safety: LocalizedText(fr: "fonction de sûreté nommée", en: "safety function named")
      }
    }

    /// The weight of a unit before anything was learned, in log-odds.
    var prior: Double {
      switch self {
      case .severity: 0.35
      case .unmetFact: 0.5
      case .sectionPriority: 1.6
      case .sectionCorrective: 0.4
      case .sectionObservation: -0.9
      case .repeats: 1.8
      case .saysAgain: 0.5
      case .immediate: 0.9
      case .overdue: 1.4
      case .closed: -1.6
      case .age: -0.9
      case .trend: 0.35
      case .novelty: 0.25
      case .safety: 0.3
      }
    }
  }

  /// The log-odds of a demand whose features are all 0.
  static let intercept = -0.9

  /// The values, in the order of `Feature`.
  var values: [Float]

  init(_ facts: ItemFacts, date: CalendarDate?, today: CalendarDate) {
    var values = [Float](repeating: 0, count: Feature.allCases.count)
    func set(_ feature: Feature, _ value: Double) { values[feature.rawValue] = Float(value) }
    let cues = Set(facts.reading.hits.map(\.cue))
    set(.severity, min(4, max(-4, facts.severity)))
    let isFact = cues.contains(.unmet) || cues.contains(.absence) || cues.contains(.notSuch)
    set(.unmetFact, isFact ? 1 : 0)
    set(.sectionPriority, facts.item.section == .priorityRequests ? 1 : 0)
    let isCorrective =
      facts.item.section == .correctiveActions || facts.item.section == .otherRequests
    set(.sectionCorrective, isCorrective ? 1 : 0)
    set(.sectionObservation, facts.item.section.holdsRequests ? 0 : 1)
    set(.repeats, facts.history.repeats.first?.similarity ?? 0)
    set(.saysAgain, cues.contains(.repetition) ? 1 : 0)
    set(.immediate, facts.item.deadline?.isImmediate == true ? 1 : 0)
    set(.overdue, (facts.history.overdueDays ?? 0) > 0 ? 1 : 0)
    set(.closed, facts.history.closed != nil ? 1 : 0)
    let days = date.map { max(0, today.days(since: $0)) } ?? 1_000
    set(.age, min(3, Double(days) / 1_826))
    if let trend = facts.history.trend, trend.low > 1 { set(.trend, min(2, trend.ratio - 1)) }
    set(.novelty, facts.history.isNewTheme || !facts.history.newSystems.isEmpty ? 1 : 0)
    set(.safety, cues.contains(.safety) ? 1 : 0)
    self.values = values
  }

  /// Features that were frozen, or `nil` when they are of another list.
  init?(_ frozen: FrozenFeatures) {
    guard frozen.schema == Self.schema, frozen.values.count == Feature.allCases.count else {
      return nil
    }
    values = frozen.values
  }

  var frozen: FrozenFeatures { FrozenFeatures(schema: Self.schema, values: values) }
}
