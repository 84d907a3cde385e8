/// What breaks a styled line into lines of limited width.
struct LineWrapper {
  private let columns: Int
  private var lines: [StyledLine] = []
  private var line = StyledLine()
  /// Spaces after the last word, dropped if the line ends there.
  private var gap = StyledLine()
  /// The word being read; it may hold several styles.
  private var word = StyledLine()

  init(columns: Int) {
    self.columns = columns
  }

  /// Reads a run.
  mutating func take(_ run: StyledRun) {
    let text = run.text
    var wordStart = text.content.startIndex
    var clusters = Clusters(text)
    while let cluster = clusters.next() {
      guard cluster.base == " " else { continue }
      word.append(text.part(wordStart..<cluster.range.lowerBound), run.style)
      endWord()
      gap.append(text.part(cluster.range), run.style)
      wordStart = cluster.range.upperBound
    }
    word.append(text.part(wordStart..<text.content.endIndex), run.style)
  }

  /// Gives the lines.
  mutating func finish() -> [StyledLine] {
    endWord()
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if line.width + gap.width + word.width <= columns {
      line.append(gap)
    } else if !line.isEmpty {
      lines.append(line)
      line = StyledLine()
    }
    gap = StyledLine()
    if word.width > columns { breakWord() }
    line.append(word)
    word = StyledLine()
  }

  /// Cuts a word that no line can hold; what remains of it fits.
  private mutating func breakWord() {
    var rest = StyledLine()
    for run in word.runs {
      var clusters = Clusters(run.text)
      while let cluster = clusters.next() {
        if rest.width + cluster.width > columns, !rest.isEmpty {
          lines.append(rest)
          rest = StyledLine()
        }
        rest.append(run.text.part(cluster.range), run.style)
      }
    }
    word = rest
  }
}
