import Review

/// One official sanitary inspection, as Alim'confiance publishes it.
public struct Inspection: Sendable, Equatable {
  /// The four published levels, from best to worst.
  public enum Outcome: Int, Sendable, CaseIterable, Comparable {
    /// « Très satisfaisant ».
    case verySatisfactory = 0
    /// « Satisfaisant ».
    case satisfactory = 1
    /// « À améliorer ».
    case toImprove = 2
    /// « À corriger de manière urgente ».
    case urgent = 3

    /// Whether the level counts as a non-compliance (« À améliorer » or worse).
    public var isNonCompliant: Bool { self >= .toImprove }

    /// Better levels come first.
    public static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }
  }

  /// `Numero_inspection`, as written.
  public var number: String
  /// The establishment's 14-digit SIRET, as text; where it has none, the identifier the authority
  /// gives it (letters and digits, as published in the same column); `nil` when there is neither.
  public var siret: String?
  /// The establishment's name.
  public var name: String
  /// The street address, empty when not given.
  public var address: String
  /// The five-character postcode, empty when not given.
  public var postcode: String
  /// The commune, empty when not given.
  public var commune: String
  /// The activities, one or several.
  public var activities: [String]
  /// The published level, or `nil` when the file gives none (a list to be predicted).
  public var outcome: Outcome?
  /// The day of the inspection, or `nil`.
  public var date: CalendarDate?
  /// The approval number of the establishment (`Agrement`), empty when not given.
  public var approval: String
  /// Where the establishment is.
  public var location: Coordinate?
  /// The file it was read from and its line there.
  public var file: String
  /// The line of the file, from 1.
  public var line: Int

  /// Makes an inspection from its number; the rest is filled in by the reader.
  public init(number: String, file: String = "", line: Int = 0) {
    self.number = number
    siret = nil
    name = ""
    address = ""
    postcode = ""
    commune = ""
    activities = []
    outcome = nil
    date = nil
    approval = ""
    location = nil
    self.file = file
    self.line = line
  }
}
