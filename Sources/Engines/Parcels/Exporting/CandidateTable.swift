import Foundation
import Review

/// The candidates of suggestions, read from the store.
enum CandidateTable {
  /// The candidate of a suggestion, or `nil` when the store holds none.
  static func candidate(_ suggestion: Suggestion, _ records: any RecordSource) throws -> Candidate?
  {
    try records.record(project: .parcels, kind: Candidate.kind, key: suggestion.naturalKey).flatMap
    {
      try? JSONDecoder().decode(Candidate.self, from: $0.content)
    }
  }

  /// Goes through the suggestions of a query with their candidates; blind tiles are left out.
  static func forEach(
    _ query: SuggestionQuery, _ records: any RecordSource,
    _ body: (Suggestion, Candidate) throws -> Bool
  ) throws {
    try records.forEachSuggestion(query) { suggestion in
      guard let candidate = try candidate(suggestion, records), !candidate.isTile else {
        return true
      }
      return try body(suggestion, candidate)
    }
  }

  /// A facet of a suggestion, or empty.
  static func facet(_ name: String, _ suggestion: Suggestion) -> String {
    suggestion.facets.first { $0.name == name }?.value ?? ""
  }
}
