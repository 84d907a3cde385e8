import Language
import Review

/// Reads the items of letters: cues, severity, theme, equipment.
struct ItemReader: Sendable {
  private let passages: PassageReader
  private let themes: ThemeFinder
  private let model: VigilanceModel

  init(model: VigilanceModel) throws {
    passages = try PassageReader()
    themes = try ThemeFinder()
    self.model = model
  }

  /// The facts of a letter's items, history apart; where they are not wanted in full, those that were
  /// kept do.
  func facts(_ read: ReadLetter, at place: Int, wanted: Bool) -> [ItemFacts] {
    let letter = read.letter
    let site = SiteKey.key(letter.site)
    if !wanted, let digests = read.digests, digests.count == letter.items.count {
      return zip(letter.items, digests).map { ItemFacts($0, $1, at: place, site: site) }
    }
    return letter.items.map { facts($0, of: letter, at: place, site: site) }
  }

  /// The facts of an item, history apart.
  func facts(_ item: LetterItem, of letter: Letter, at place: Int, site: String) -> ItemFacts {
    let lead = item.context.isEmpty ? "" : item.context + " "
    let passage = lead + item.text
    let text = TokenizedText(passage)
    let counts = themes.counts(text)
    var theme = ThemeModel.shipped.answer(text, counts: counts)
    if theme.abstains, !letter.theme.isEmpty {
      // The subject of the letter decides where the passage says nothing.
      let subject = TokenizedText(letter.theme)
      theme = ThemeModel.shipped.answer(subject, counts: themes.counts(subject))
    }
    return ItemFacts(
      letter: place, item: item, site: site, reading: passages.reading(text), passage: passage,
      itemStart: lead.unicodeScalars.count, severity: severity(passage), theme: theme,
      things: EquipmentReader.things(in: passage))
  }

  /// The log-odds of the most severe sentence. The form of asking, which nearly every item has, is
  /// left out, else all would look alike.
  private func severity(_ passage: String) -> Double {
    var joined = JoinedText()
    let scalars = Array(passage.unicodeScalars)
    joined.append(scalars, 0..<scalars.count)
    var worst = -4.0
    for range in SentenceSplitter.ranges(joined).prefix(60) {
      let sentence = TokenizedText(joined.slice(range).text)
      var reading = passages.reading(sentence)
      if let column = PassageReader.columns[.request] { reading.features[column] = 0 }
      worst = max(worst, model.assess(reading, sentence).logOdds)
    }
    return worst
  }
}
