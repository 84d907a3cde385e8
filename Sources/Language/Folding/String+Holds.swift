extension String {
  /// Whether the bytes of another text stand in this one; an empty one stands everywhere.
  ///
  /// Meant for folded texts: no normalisation, no locale, which make Foundation's search many times
  /// slower.
  public func holds(_ needle: String) -> Bool {
    var text = self
    var needle = needle
    return text.withUTF8 { text in
      needle.withUTF8 { needle in
        guard let first = needle.first else { return true }
        guard text.count >= needle.count else { return false }
        return (0...text.count - needle.count).contains { place in
          text[place] == first
            && text[place..<place + needle.count].elementsEqual(needle)
        }
      }
    }
  }
}
