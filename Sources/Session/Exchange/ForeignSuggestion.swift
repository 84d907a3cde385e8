import Foundation
import Review

/// A suggestion made by another program, one JSON object a line.
///
/// The published schema is `docs/schema/suggestion.schema.json`; unknown members are refused, so
/// that a misspelt one is not lost silently.
struct ForeignSuggestion: Decodable {
  struct Passage: Decodable {
    struct Highlight: Decodable {
      var begin: Int
      var end: Int
      var label: String?
    }

    var text: String
    var highlights: [Highlight]?
    var caption: String?
  }

  var key: String
  var title: String
  var place: String?
  var date: String?
  var latitude: Double?
  var longitude: Double?
  var score: Double
  var facets: [String: String]?
  var reasons: [String]?
  var passages: [Passage]?

  /// The greatest length of a text, in code points.
  static let longestText = 100_000
  /// The greatest number of passages.
  static let mostPassages = 200

  private static let members: Set<String> = [
    "key", "title", "place", "date", "latitude", "longitude", "score", "facets", "reasons",
    "passages",
  ]

  /// Reads a line.
  ///
  /// - Throws: what is wrong with it, as what was found and what was expected.
  static func read(_ line: Data) throws(ForeignError) -> ForeignSuggestion {
    guard let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any] else {
      throw ForeignError(
        found: String(decoding: line.prefix(40), as: UTF8.self),
        expected: LocalizedText(fr: "un objet JSON", en: "a JSON object"))
    }
    if let unknown = object.keys.sorted().first(where: { !members.contains($0) }) {
      throw ForeignError(
        found: unknown,
        expected: LocalizedText(
          fr: "l'un des membres " + members.sorted().joined(separator: ", "),
          en: "one of the members " + members.sorted().joined(separator: ", ")))
    }
    do {
      let suggestion = try JSONDecoder().decode(ForeignSuggestion.self, from: line)
      try suggestion.check()
      return suggestion
    } catch let error as ForeignError {
      throw error
    } catch {
      throw ForeignError(
        found: String(decoding: line.prefix(40), as: UTF8.self),
        expected: LocalizedText(
          fr: "key, title (textes) et score (nombre de 0 à 1), voir le schéma",
          en: "key, title (texts) and score (a number from 0 to 1), see the schema"))
    }
  }

  private func check() throws(ForeignError) {
    guard !key.isEmpty, !title.isEmpty else {
      throw ForeignError(
        found: "\"\"", expected: LocalizedText(fr: "key et title non vides", en: "key and title"))
    }
    guard (0...1).contains(score) else {
      throw ForeignError(
        found: "score \(score)",
        expected: LocalizedText(fr: "un score de 0 à 1", en: "a score from 0 to 1"))
    }
    if let date, CalendarDate(iso: date) == nil {
      throw ForeignError(
        found: date, expected: LocalizedText(fr: "une date AAAA-MM-JJ", en: "a date YYYY-MM-DD"))
    }
    let longest = passages?.map(\.text.unicodeScalars.count).max() ?? 0
    guard (passages?.count ?? 0) <= Self.mostPassages, longest <= Self.longestText else {
      throw ForeignError(
        found: "\(passages?.count ?? 0) passages",
        expected: LocalizedText(
          fr: "au plus \(Self.mostPassages) passages de \(Self.longestText) caractères",
          en: "at most \(Self.mostPassages) passages of \(Self.longestText) characters"))
    }
  }
}

/// Why a line made elsewhere cannot be taken.
struct ForeignError: Error {
  var found: String
  var expected: LocalizedText
}
