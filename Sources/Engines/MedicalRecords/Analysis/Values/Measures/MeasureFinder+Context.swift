import Language
import Review

extension MeasureFinder {
  /// The analyte named before a result in the same sentence, nearest first.
  func analyte(before index: Int, reach: Int) -> Range<Int>? {
    let sentence = text.sentence(around: index)
    var place = index - 1
    var steps = 0
    while place >= sentence.lowerBound, steps < reach {
      if ResultLexicon.analytes.contains(text.stems[place]) {
        return place..<place + 1
      }
      // Another number in between has its own analyte.
      if text.tokens[place].kind == .number, steps > 3 { return nil }
      place -= 1
      steps += 1
    }
    return nil
  }

  /// Whether a number without a unit is the result of what was named right before it.
  func isBareResult(_ index: Int, _ end: Int, _ analyte: Range<Int>?, _ values: [Double]) -> Bool {
    guard let analyte, index - analyte.upperBound <= 4, text.tokens[index].foldedCount <= 9
    else { return false }
    if has(end), TimeLexicon.units[text.stems[end]] != nil { return false }
    // A year, a grade, an antibody's number.
    if values.count == 1, let value = values.first, value >= 1900, value <= 2100,
      value == value.rounded()
    {
      return false
    }
    let link = text.tokens[index - 1]
    return ResultLexicon.links.contains(link.hash) || mark(index - 1) == 0x3A
      || mark(index - 1) == 0x3D || index == analyte.upperBound
  }

  /// The number in the name of a marker: « CA 19-9 », « CA 125 », « Ki-67 ».
  func isName(_ index: Int) -> Bool {
    guard has(index - 1) else { return false }
    let value = NumberWords.digits(text.foldedSlice(index))
    var before = index - 1
    if mark(before) == 0x2D, has(before - 1) { before -= 1 }
    switch text.folded(before) {
    case "ca": return [15, 19, 50, 72, 125].contains(value)
    case "ki": return value == 67
    case "19", "15", "72":
      return before > 0 && before < index - 1 && text.folded(before - 1) == "ca"
    default: return false
    }
  }

  func isDate(_ index: Int) -> Bool {
    TimeFinder(text: text).numericDate(index) != nil
      || TimeFinder(text: text).dayAndMonth(index) != nil
  }

  /// A sign or a word before the number: <, >, ≤, « à », « estimé à » stay outside except signs.
  func comparator(before index: Int) -> (start: Int, comparator: MeasureMention.Comparator) {
    guard has(index - 1) else { return (index, .equal) }
    switch mark(index - 1) {
    case 0x3C: return (index - 1, .less)
    case 0x3E: return (index - 1, .more)
    case 0xE2 where text.tokens[index - 1].kind == .symbol:
      let last = text.utf8[Int(text.tokens[index - 1].byteEnd) - 1]
      if last == 0xA4 { return (index - 1, .less) }
      if last == 0xA5 { return (index - 1, .more) }
      return (index, .equal)
    default: return (index, .equal)
    }
  }

  /// « (0,35-4,95) », « (N < 5) » after a result.
  func reference(after end: Int) -> ClosedRange<Double>? {
    guard mark(end) == 0x28, has(end + 4), let low = NumberWords.digits(text.foldedSlice(end + 1)),
      mark(end + 2) == 0x2D || text.tokens[end + 2].hash == StableHash.of("a"),
      let high = NumberWords.digits(text.foldedSlice(end + 3)), mark(end + 4) == 0x29, low <= high
    else { return nil }
    return low...high
  }

  /// A dose: a unit of dose without an analyte, unless it is the weight of a newborn or a specimen.
  func isDose(
    _ unit: UnitLexicon.Unit?, _ values: [Double], _ end: Int, _ analyte: Range<Int>?
  ) -> Bool {
    guard let unit, unit.isDose else { return false }
    if unit.ucum == "g", let value = values.first, value >= 400 { return false }
    return analyte == nil || unit.ucum.hasSuffix("/d")
  }
}
