import Language
import Review

/// Finds TNM classifications and rejects what only looks like one: MRI sequences, vertebrae, thyroid
/// hormones, lymphocytes, temperatures.
enum TNMFinder {
  /// The stages of a text, in order.
  static func stages(_ text: ClinicalText) -> [TNMStage] {
    var stages: [TNMStage] = []
    var lastByte = 0
    for index in text.tokens.indices {
      let token = text.tokens[index]
      guard token.kind == .word, Int(token.byteBegin) >= lastByte, mayBegin(token, text),
        let begin = tumourPlace(token, text)
      else { continue }
      var scanner = TNMScanner(text.utf8, at: begin)
      guard let reading = scanner.read() else { continue }
      let last = lastToken(from: index, byte: reading.end, text)
      guard accepts(reading, first: index, last: last, text) else { continue }
      let skipped = begin - Int(token.byteBegin)
      stages.append(
        TNMStage(
          span: Span(
            Int(token.begin) + skipped, end(of: reading, last: last, text)),
          tumour: reading.tumour, nodes: reading.nodes, metastases: reading.metastases))
      lastByte = reading.end
    }
    return stages
  }

  @inline(__always)
  private static func mayBegin(_ token: Token, _ text: ClinicalText) -> Bool {
    guard token.byteEnd - token.byteBegin <= 16 else { return false }
    switch text.utf8[Int(token.byteBegin)] {
    case 0x54, 0x63, 0x70, 0x79, 0x72, 0x75, 0x61, 0x43, 0x50, 0x59, 0x52: return true
    default: return false
    }
  }

  /// The byte at which prefix or letter stands; a token such as `cTcT1pN2` holds it inside.
  private static func tumourPlace(_ token: Token, _ text: ClinicalText) -> Int? {
    let begin = Int(token.byteBegin)
    let end = Int(token.byteEnd)
    var place = begin
    while place < end {
      let byte = text.utf8[place]
      if byte == 0x54 || (byte == 0x74 && place > begin) {
        let next = place + 1 < text.utf8.count ? text.utf8[place + 1] : 0
        let isRepeated = next | 0x20 == 0x63 || next | 0x20 == 0x70
        if isRepeated, place + 2 < end, text.utf8[place + 2] == 0x54 { return place + 1 }
        return place - begin <= 3 ? begin : nil
      }
      guard isPrefix(byte) else { return nil }
      place += 1
    }
    return nil
  }

  private static func isPrefix(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x63, 0x70, 0x79, 0x72, 0x75, 0x61: true
    default: false
    }
  }

  private static func lastToken(from index: Int, byte: Int, _ text: ClinicalText) -> Int {
    var last = index
    while last + 1 < text.tokens.count, Int(text.tokens[last + 1].byteBegin) < byte { last += 1 }
    return last
  }

  /// The code point after the stage: all its bytes are ASCII up to the last token's.
  private static func end(of reading: TNMScanner.Reading, last: Int, _ text: ClinicalText) -> Int {
    let token = text.tokens[last]
    return Int(token.begin) + reading.end - Int(token.byteBegin)
  }

  // MARK: Context

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { WordStem.hash(TokenizedText(String($0)).bytes) })
  }

  private static let stageWords = hashes(
    """
    stade stadification stadifié classé classification tnm uicc ajcc carcinome adénocarcinome \
    tumeur cancer néoplasie néoplasme mélanome initial catégorie statut définitif épidermoïde \
    classée étiqueté considéré stadifiée stadifie
    """)
  private static let imagingWords = hashes(
    """
    irm signal séquence pondéré pondérée pondération hypersignal hyposignal isosignal flair stir \
    hyperintense hypointense isointense hyperintensité hypointensité gadolinium relaxation \
    vertèbre vertébral vertébrale dorsale dorsal corps tsh libre thyroxine thyroïdien hormone \
    lymphocyte cd température fat diffusion coupe hyperintensités rachis laminectomie moelle \
    médullaire niveau racine cholinestérase onde dorso
    """)

  private static func accepts(
    _ reading: TNMScanner.Reading, first: Int, last: Int, _ text: ClinicalText
  ) -> Bool {
    let others = !reading.nodes.value.isEmpty || !reading.metastases.value.isEmpty
    if others { return true }
    if reading.tumour.value == "is" { return true }
    if isRange(first: first, last: last, text) { return false }
    if !reading.tumour.prefix.isEmpty { return true }
    let before = max(0, first - 10)..<first
    let after = (last + 1)..<min(text.tokens.count, last + 8)
    let isImaging =
      before.contains { imagingWords.contains(text.stems[$0]) }
      || after.contains { imagingWords.contains(text.stems[$0]) }
    guard !isImaging, first > 0 else { return false }
    let isAfterIn = text.tokens[first - 1].hash == StableHash.of("en")
    return !isAfterIn
      && (max(0, first - 6)..<first).contains { stageWords.contains(text.stems[$0]) }
  }

  /// « T1 à T3 », « C7-T1 », « T9-11 », « T4/T8 » name vertebrae or cells.
  private static func isRange(first: Int, last: Int, _ text: ClinicalText) -> Bool {
    if first > 1, isJoint(first - 1, text),
      text.tokens[first - 2].kind == .word, isLevel(first - 2, text)
    {
      return true
    }
    guard last + 2 < text.tokens.count else { return false }
    let link = text.tokens[last + 1]
    let isLink = isJoint(last + 1, text) || link.hash == StableHash.of("a") || link.hash == etHash
    return isLink && (isLevel(last + 2, text) || isBareNumber(last + 1, text))
  }

  private static let etHash = StableHash.of("et")

  /// A hyphen or a slash between two words.
  private static func isJoint(_ index: Int, _ text: ClinicalText) -> Bool {
    text.tokens[index].kind == .joiner
      || text.utf8[Int(text.tokens[index].byteBegin)] == 0x2F
  }

  private static func isBareNumber(_ link: Int, _ text: ClinicalText) -> Bool {
    text.tokens[link].kind == .joiner && text.tokens[link + 1].kind == .number
      && text.utf8[Int(text.tokens[link].byteBegin)] == 0x2D
  }

  /// A letter of a vertebra or hormone with a number: T3, D12, L1, C7.
  private static func isLevel(_ index: Int, _ text: ClinicalText) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, token.foldedCount <= 3, token.foldedCount >= 2 else { return false }
    let bytes = text.utf8[Int(token.byteBegin)..<Int(token.byteEnd)]
    guard let first = bytes.first, "TDLCS".utf8.contains(first) else { return false }
    return bytes.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}
