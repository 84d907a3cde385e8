/// One thing an engine puts before an agent, with a score and the evidence for it.
public struct Suggestion: Identifiable, Hashable, Codable, Sendable {
  /// The stable identifier: a hash of project and natural key, so that analysing again updates.
  public let id: String
  /// The project it belongs to.
  public let project: Project
  /// What identifies it in the source (a SIRET, a letter and its item).
  public let naturalKey: String
  /// The short title of the list.
  public var title: String
  /// The place, in words.
  public var place: String
  /// The place on Earth.
  public var location: Coordinate?
  /// The outline on Earth, in order, empty when there is none.
  public var outline: [Coordinate]
  /// The day it speaks of.
  public var date: CalendarDate?
  /// Named values to filter and group by.
  public var facets: [Facet]
  /// How much it deserves attention.
  public var score: Score
  /// What the list is sorted by, highest first; often the score's value, sometimes more.
  public var priority: Double
  /// Why it is in the list.
  public var selection: Selection
  /// The evidence, in the order in which it is shown.
  public var evidence: [Evidence]
  /// The parts that can be decided by themselves.
  public var parts: [Part]
  /// The numbers the model saw.
  public var features: FrozenFeatures?
  /// Where it comes from.
  public var provenance: Provenance

  /// Makes a suggestion; the identifier comes from the project and the natural key, the priority
  /// defaults to the score's value.
  public init(
    project: Project, naturalKey: String, title: String, place: String,
    location: Coordinate? = nil, outline: [Coordinate] = [], date: CalendarDate? = nil,
    facets: [Facet] = [], score: Score, priority: Double? = nil,
    selection: Selection = Selection(.best), evidence: [Evidence] = [], parts: [Part] = [],
    features: FrozenFeatures? = nil, provenance: Provenance
  ) {
    id = Suggestion.id(project: project, naturalKey: naturalKey)
    self.project = project
    self.naturalKey = naturalKey
    self.title = title
    self.place = place
    self.location = location
    self.outline = outline
    self.date = date
    self.facets = facets
    self.score = score
    self.priority = priority ?? score.value
    self.selection = selection
    self.evidence = evidence
    self.parts = parts
    self.features = features
    self.provenance = provenance
  }

  /// The identifier of the suggestion with a natural key, without making it.
  public static func id(project: Project, naturalKey: String) -> String {
    StableID.make("suggestion", project.rawValue, naturalKey)
  }
}
