import Language
import Review

/// Finds results: numbers with units, numbers after the name of an analyte, and words of result.
struct MeasureFinder {
  let text: ClinicalText

  /// The measures of a text, in order; doses are marked.
  static func measures(_ text: ClinicalText) -> [MeasureMention] {
    let finder = MeasureFinder(text: text)
    var measures: [MeasureMention] = []
    var index = 0
    while index < text.tokens.count {
      if let measure = finder.measure(at: index) {
        measures.append(measure)
        index = max(index + 1, measure.tokens.upperBound)
      } else {
        index += 1
      }
    }
    return measures
  }

  private func measure(at index: Int) -> MeasureMention? {
    switch text.tokens[index].kind {
    case .number: return numeric(index)
    case .word: return ResultLexicon.words.contains(text.stems[index]) ? word(index) : nil
    default: return nil
    }
  }

  func has(_ index: Int) -> Bool { index >= 0 && index < text.tokens.count }

  func mark(_ index: Int) -> UInt8 {
    has(index) ? text.utf8[Int(text.tokens[index].byteBegin)] : 0
  }

  /// « normal », « négative », « élevée » after something that is measured.
  private func word(_ index: Int) -> MeasureMention? {
    guard let analyte = analyte(before: index, reach: 10) else { return nil }
    return MeasureMention(
      span: text.span(index..<index + 1), tokens: index..<index + 1, analyte: analyte, numbers: [],
      comparator: .equal, unit: "", reference: nil, isDose: false)
  }

  // MARK: Numbers

  private func numeric(_ index: Int) -> MeasureMention? {
    guard !isDate(index), !isName(index), let run = numbers(from: index) else { return nil }
    var end = run.end
    var unit: UnitLexicon.Unit?
    if !run.glued.isEmpty {
      guard let reading = UnitLexicon.read(text, end, glued: run.glued) else { return nil }
      unit = reading.unit
      end = reading.end
    } else if has(end), text.sentenceOfToken[end] == text.sentenceOfToken[index],
      let reading = UnitLexicon.read(text, end)
    {
      unit = reading.unit
      end = reading.end
    }
    let analyte = analyte(before: index, reach: 8)
    if unit == nil, !isBareResult(index, end, analyte, run.values) { return nil }
    let begin = comparator(before: index)
    return MeasureMention(
      span: text.span(begin.start..<end), tokens: begin.start..<end, analyte: analyte,
      numbers: run.values, comparator: begin.comparator, unit: unit?.ucum ?? "",
      reference: reference(after: end), isDose: isDose(unit, run.values, end, analyte))
  }

  private struct Run {
    var values: [Double]
    var end: Int
    var glued: [UInt8] = []
  }

  /// Numbers joined by ×, x, /, sur: « 10 x 5 », « 110/70 », « 10x5mm », « 4 950 ».
  private func numbers(from index: Int) -> Run? {
    guard var run = number(index) else { return nil }
    while run.glued.isEmpty, run.values.count < 4, let next = joined(run.end) {
      guard let more = number(next) else { break }
      run.values += more.values
      run.end = more.end
      run.glued = more.glued
    }
    return run
  }

  /// The token of the next number of a size, or `nil`.
  private func joined(_ end: Int) -> Int? {
    guard has(end + 1) else { return nil }
    let token = text.tokens[end]
    let isTimes =
      token.foldedCount == 1 && (mark(end) == 0x78 || mark(end) == 0x58 || mark(end) == 0x2A)
      || (mark(end) == 0xC3 && token.byteEnd - token.byteBegin == 2)
    let isSlash = mark(end) == 0x2F && !text.tokens[end + 1].marks.contains(.spaced)
    let isOn = token.hash == StableHash.of("sur") || token.hash == StableHash.of("par")
    guard isTimes || isSlash || isOn, text.tokens[end + 1].kind == .number else { return nil }
    return end + 1
  }

  /// One number: digits, thousands parted by blanks, or digits with letters glued to them.
  private func number(_ index: Int) -> Run? {
    let folded = text.foldedSlice(index)
    if let value = NumberWords.digits(folded) { return thousands(value, index) }
    let digits = folded.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C || $0 == 0x2E }
    guard !digits.isEmpty, let value = NumberWords.digits(digits) else { return nil }
    let rest = Array(folded[digits.endIndex...])
    if let size = gluedSize(rest) {
      return Run(values: [value] + size.values, end: index + 1, glued: size.unit)
    }
    return Run(values: [value], end: index + 1, glued: originalTail(index, digits.count))
  }

  /// The original letters after the digits: folding writes µ and ° otherwise.
  private func originalTail(_ index: Int, _ digits: Int) -> [UInt8] {
    let token = text.tokens[index]
    return text.utf8[(Int(token.byteBegin) + digits)..<Int(token.byteEnd)].map {
      $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0
    }
  }

  /// « 10x5mm » after its first number: the other numbers and the unit.
  private func gluedSize(_ rest: [UInt8]) -> (values: [Double], unit: [UInt8])? {
    guard rest.first == 0x78 else { return nil }
    var values: [Double] = []
    var tail = rest[...]
    while tail.first == 0x78 {
      let digits = tail.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C || $0 == 0x2E }
      guard let value = NumberWords.digits(digits) else { return nil }
      values.append(value)
      tail = tail[digits.endIndex...]
    }
    return (values, Array(tail))
  }

  private func thousands(_ value: Double, _ index: Int) -> Run {
    var value = value
    var end = index + 1
    while value >= 1, value == value.rounded(), value < 1e9, has(end),
      text.tokens[end].kind == .number, text.tokens[end].foldedCount == 3,
      text.tokens[index].foldedCount <= 3, let next = NumberWords.digits(text.foldedSlice(end)),
      next == next.rounded()
    {
      value = value * 1000 + next
      end += 1
    }
    return Run(values: [value], end: end)
  }
}
