import Foundation
import Language
import Review

/// A document with its stored form, made before the transaction begins so that nobody waits for it.
struct PreparedDocument: Sendable {
  let document: Document
  let content: Data
  /// The stems of title and text, as they are indexed.
  let text: String
  /// The words of the fields, as they are indexed.
  let field: String
  /// The different words of title and text with their stems.
  let words: [(word: String, stem: String)]

  init(_ document: Document, content: Data) {
    self.document = document
    self.content = content
    let all = SearchWord.words(in: document.title + "\n" + document.text)
    text = all.map(\.stem).joined(separator: " ")
    field = SearchExpression.fieldWords(document)
    var seen: Set<String> = []
    words = all.filter { seen.insert($0.exact).inserted }.map { ($0.exact, $0.stem) }
  }
}

/// A suggestion with its stored form and its words.
struct PreparedSuggestion: Sendable {
  let suggestion: Suggestion
  let content: Data
  let words: String
}
