/// A text that was read: a letter, a report, a review, a call.
///
/// Evidence points to (document, span), opens in its context and is found by search, whether or not
/// anything in it was suggested. A document can be erased without breaking the ledger.
public struct Document: Identifiable, Hashable, Codable, Sendable {
  /// The stable identifier: a hash of the project and the natural key.
  public let id: String
  /// The project it belongs to.
  public let project: Project
  /// What it is, in the panel's own words (`review`, `letter`).
  public var kind: String
  /// A short title for lists.
  public var title: String
  /// The day it speaks of or was written, or `nil`.
  public var date: CalendarDate?
  /// The whole text; spans count its code points.
  public var text: String
  /// Named values that go with it (mark, author's pseudonym, site).
  public var attributes: [String: String]
  /// Where it was read.
  public var provenance: Provenance

  /// Makes a document; the identifier comes from the project and the natural key.
  public init(
    project: Project, naturalKey: String, kind: String, title: String, date: CalendarDate?,
    text: String, attributes: [String: String] = [:], provenance: Provenance
  ) {
    id = Document.id(project: project, naturalKey: naturalKey)
    self.project = project
    self.kind = kind
    self.title = title
    self.date = date
    self.text = text
    self.attributes = attributes
    self.provenance = provenance
  }

  /// The identifier of the document with a natural key, without making it.
  public static func id(project: Project, naturalKey: String) -> String {
    StableID.make("document", project.rawValue, naturalKey)
  }
}
