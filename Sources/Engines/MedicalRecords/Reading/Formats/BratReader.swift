import Review

/// Reads the annotations of a brat `.ann` file beside its `.txt`.
enum BratReader {
  /// The most annotations of a file.
  static let limit = 100_000

  /// The contiguous annotations; lines that are none are refused.
  static func annotations(
    _ text: String, file: String, length: Int, refused: (Refusal) -> Void
  ) -> [NoteAnnotation] {
    var annotations: [String: NoteAnnotation] = [:]
    var order: [String] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let id = fields.first, let kind = id.first, fields.count >= 2 else { continue }
      if kind == "T" {
        guard let annotation = span(fields[1], length: length), order.count < limit else {
          refused(
            Refusal(
              file: file, line: number + 1, found: String(line),
              expected: LocalizedText(
                fr: "T1⇥étiquette début fin⇥texte, dans le texte",
                en: "T1⇥label begin end⇥text, inside the text")))
          continue
        }
        annotations[id] = annotation
        order.append(id)
      } else if kind == "#" || kind == "N" {
        // Notes and normalisations carry the code of the mention they name.
        let target = fields[1].split(separator: " ").dropFirst().first.map(String.init) ?? ""
        let reference = fields[1].split(separator: " ").dropFirst(2).first.map(String.init)
        let code = kind == "N" ? reference : fields.count > 2 ? fields[2] : nil
        if let code, annotations[target] != nil { annotations[target]?.code = code }
      }
    }
    return order.compactMap { annotations[$0] }
  }

  private static func span(_ field: String, length: Int) -> NoteAnnotation? {
    let parts = field.split(separator: " ").map(String.init)
    guard parts.count >= 3, !field.contains(";"), let begin = Int(parts[1]),
      let end = Int(parts[2]),
      begin >= 0, begin < end, end <= length
    else { return nil }
    return NoteAnnotation(label: parts[0], span: Span(begin, end), code: "")
  }
}
