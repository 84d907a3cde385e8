import Language

/// A short title for a demand: what is asked, without the form of asking.
enum DemandTitle {
  private static let longest = 90

  static func title(_ text: String) -> String {
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    let folded = words.map { String($0).folded }
    for form in forms {
      let parts = form.split(separator: " ").map(String.init)
      guard folded.count > parts.count, Array(folded.prefix(parts.count)) == parts else { continue }
      words = words.dropFirst(parts.count)
      break
    }
    var title = words.joined(separator: " ")
    for elision in ["d’", "d'", "de "] where title.hasPrefix(elision) {
      title = String(title.dropFirst(elision.count))
    }
    title = title.prefix(1).uppercased() + title.dropFirst()
    guard title.count > longest else { return title }
    let cut = title.prefix(longest - 1)
    let end = cut.lastIndex(of: " ") ?? cut.endIndex
    return cut[..<end] + "…"
  }

  /// Longer forms stand before those they contain. The « de » or « d’ » after them is cut apart,
  /// since « d’agir » is one word here.
  private static let forms = [
    "l'asn vous demande a nouveau", "l'asnr vous demande a nouveau",
    "l'asn vous demande egalement", "l'asnr vous demande egalement",
    "je vous demande a nouveau", "je vous demande egalement", "je vous demande donc",
    "je vous invite a", "je vous encourage a", "vous veillerez egalement a", "vous veillerez a",
    "l'asn vous demande", "l'asnr vous demande", "je vous demande",
  ]
}
