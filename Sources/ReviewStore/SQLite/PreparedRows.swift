import Foundation
import Review

/// A document with its stored form, made before the transaction begins so that nobody waits for it.
struct PreparedDocument: Sendable {
  let document: Document
  let content: Data
  /// The text and the title as they are indexed.
  let text: String
  let title: String

  init(_ document: Document, content: Data) {
    self.document = document
    self.content = content
    text = FrenchQuery.indexed(document.text)
    title = FrenchQuery.indexed(document.title)
  }
}

/// A suggestion with its stored form and its words.
struct PreparedSuggestion: Sendable {
  let suggestion: Suggestion
  let content: Data
  let words: String
}
