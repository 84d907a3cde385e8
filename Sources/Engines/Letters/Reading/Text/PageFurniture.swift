/// Finds the lines of a letter that belong to its pages and not to its text.
enum PageFurniture {
  /// How many lines at the top and at the bottom of a page are looked at for running titles.
  private static let margin = 4
  /// On how many pages a line must stand to be a running title.
  private static let fewestPages = 3

  /// The lines with page furniture marked.
  static func marked(_ lines: [SourceLine]) -> [SourceLine] {
    var lines = lines
    let running = runningTitles(lines)
    for index in lines.indices where !lines[index].isBlank {
      let folded = lines[index].folded
      lines[index].isFurniture =
        isPageNumber(folded) || isAddress(folded) || running.contains(withoutDigits(folded))
    }
    return lines
  }

  /// Whether a line is the number of a page: `2/5`, `Page 2 sur 5`, `- 3 -`, `…/…`.
  static func isPageNumber(_ folded: String) -> Bool {
    guard folded.utf8.count <= 16 else { return false }
    if folded == ".../..." || folded == "/..." || folded == ".../" { return true }
    let parts = folded.split { " /-|".contains($0) }.map(String.init)
    let words: Set<String> = ["page", "sur", "p", "p."]
    let numbers = parts.filter { !words.contains($0) }
    guard (1...2).contains(numbers.count), numbers.allSatisfy({ isNumber($0) }) else {
      return false
    }
    let isMarked = folded.contains("/") || folded.hasPrefix("page") || folded.contains(" sur ")
    if numbers.count == 2 { return isMarked && (Int(numbers[0]) ?? 0) <= (Int(numbers[1]) ?? 0) }
    return folded.hasPrefix("page") || folded.hasPrefix("-") || folded.hasPrefix("p.")
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a line is the address of the authority at the foot of a page.
  static func isAddress(_ folded: String) -> Bool {
    guard folded.utf8.count <= 110 else { return false }
    let begins = folded.hasPrefix("www.asn") || folded.hasPrefix("asnr.fr")
    let isPostal = folded.contains("cedex") && folded.contains("telephone")
    let isPhone = folded.hasPrefix("telephone ") && folded.contains("telecopie")
    return begins || isPostal || isPhone
  }

  /// Short lines that stand, numbers apart, at the top or bottom of several pages.
  private static func runningTitles(_ lines: [SourceLine]) -> Set<String> {
    guard let last = lines.last, last.page + 1 >= fewestPages else { return [] }
    var pages: [String: Set<Int>] = [:]
    for edge in edges(lines) {
      let line = lines[edge]
      // The end of a sentence may stand at the top of several pages: a title begins with a capital.
      guard line.folded.utf8.count <= 90, !line.beginsLower else { continue }
      pages[withoutDigits(line.folded), default: []].insert(line.page)
    }
    let enough = max(fewestPages, (last.page + 1) / 2)
    let often = pages.filter { $0.value.count >= enough && !$0.key.isEmpty }
    guard !often.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    for line in lines where !line.isBlank && line.folded.utf8.count <= 90 {
      counts[withoutDigits(line.folded), default: 0] += 1
    }
    // A title stands once or twice on a page; what stands there more often is text.
    return Set(often.filter { counts[$0.key, default: 0] <= 2 * $0.value.count }.keys)
  }

  /// The first and last lines of each page that hold something.
  private static func edges(_ lines: [SourceLine]) -> [Int] {
    var edges: [Int] = []
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, lines[end].page == lines[start].page { end += 1 }
      let full = (start..<end).filter { !lines[$0].isBlank }
      edges += full.prefix(margin)
      edges += full.dropFirst(margin).suffix(margin)
      start = end
    }
    return edges
  }

  private static func withoutDigits(_ folded: String) -> String {
    String(folded.unicodeScalars.filter { !("0"..."9").contains($0) })
  }
}
