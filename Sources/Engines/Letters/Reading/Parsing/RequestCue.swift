import Language

/// Recognises sentences that ask something of the operator.
enum RequestCue {
  /// Whether a folded sentence is a request.
  static func isRequest(_ sentence: String) -> Bool {
    // Every phrase holds « vous »: most sentences are done with after one search.
    guard sentence.holds("vous") else { return false }
    return phrases.contains { sentence.holds($0) } || startsWithFuture(sentence)
  }

  /// Whether a folded text begins with the words of a request.
  static func begins(_ text: String) -> Bool {
    phrases.contains { text.hasPrefix($0) } || startsWithFuture(text)
  }

  private static let phrases: [String] = {
    let verbs = [
      "demande", "demandons", "invite", "encourage", "engage", "enjoins", "saurais gre",
      "rappelle votre obligation",
    ]
    return verbs.map { "je vous \($0)" } + [
      "asn vous demande", "asnr vous demande", "asn vous invite", "asnr vous invite",
      "asn vous encourage", "asnr vous encourage", "nous vous demandons",
      "je vous prie de m", "je vous prie de bien vouloir m", "je vous prie de transmettre",
    ]
  }()

  /// « Vous veillerez à… », « Vous me transmettrez… », « Vous m'indiquerez… ».
  private static func startsWithFuture(_ sentence: String) -> Bool {
    guard sentence.hasPrefix("vous ") else { return false }
    let skipped: Set<Substring> = [
      "me", "nous", "lui", "leur", "y", "en", "vous", "ne", "le", "la", "les",
    ]
    for word in sentence.split(separator: " ").dropFirst().prefix(3) {
      // « Vous y veillerez. »: the mark is not of the word.
      let bare = word.prefix { $0.isLetter || $0 == "'" }
      let verb = bare.split(separator: "'").last ?? bare
      if verb.hasSuffix("rez"), verb.utf8.count > 5 { return true }
      if !skipped.contains(verb) { return false }
    }
    return false
  }
}
