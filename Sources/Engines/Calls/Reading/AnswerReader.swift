import Foundation
import Review
import Tables

/// Reads the answer base and the redirect services from rows, wherever they stand.
struct AnswerReader {
  /// The longest answer, in characters: two minutes of speech.
  static let longestText = 1500
  /// The most keywords of an answer.
  static let keywordLimit = 100

  /// The answer of a row; several rows of one intent get keys of their own.
  static func answer(
    _ fields: [String: String], number: Int
  ) throws(FieldError) -> Answer {
    let intent = nonEmpty(fields["intent"]) ?? fields["id"] ?? ""
    guard !intent.isEmpty, intent.count <= 80 else {
      throw FieldError(
        found: intent, expected: LocalizedText(fr: "une intention", en: "an intent"))
    }
    let kindName = fields["kind"] ?? ""
    guard let kind = Answer.Kind(rawValue: kindName.isEmpty ? "answer" : kindName) else {
      throw FieldError(
        found: kindName, expected: LocalizedText(same: "answer, redirect, handoff"))
    }
    let title = nonEmpty(fields["title_fr"]) ?? nonEmpty(fields["title"]) ?? intent
    return Answer(
      key: nonEmpty(fields["key"]) ?? "\(intent)/\(number)", intent: intent,
      title: LocalizedText(fr: title, en: nonEmpty(fields["title_en"]) ?? title), kind: kind,
      text: String((fields["answer_fr"] ?? fields["answer"] ?? "").prefix(longestText)),
      source: fields["source"] ?? "", checked: try day(fields["checked"]),
      validFrom: try day(fields["valid_from"]), validTo: try day(fields["valid_to"]),
      redirect: fields["redirect"] ?? "", keywords: keywords(fields["keywords"] ?? ""))
  }

  /// The service of a row.
  static func service(_ fields: [String: String]) throws(FieldError) -> RedirectService {
    let code = fields["service"] ?? fields["code"] ?? ""
    guard !code.isEmpty else {
      throw FieldError(found: code, expected: LocalizedText(fr: "un service", en: "a service"))
    }
    let words = fields["keywords"] ?? ""
    return RedirectService(
      code: code, name: nonEmpty(fields["name"]) ?? code,
      keywords: keywords(words, or: words.contains(where: separators.contains) ? "|" : " "))
  }

  private static let separators: Set<Character> = ["|", ",", ";"]

  /// The keywords between bars, commas and semicolons, or another mark where there are none of these.
  private static func keywords(_ text: String, or other: Character = "|") -> [String] {
    var seen: Set<String> = []
    return text.split(whereSeparator: { separators.contains($0) || $0 == other })
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty && seen.insert($0).inserted }.prefix(keywordLimit).map { $0 }
  }

  private static func nonEmpty(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return text
  }

  private static func day(_ text: String?) throws(FieldError) -> CalendarDate? {
    guard let text = nonEmpty(text) else { return nil }
    guard let date = CalendarDate(iso: text) else {
      throw FieldError(
        found: text, expected: LocalizedText(fr: "une date AAAA-MM-JJ", en: "a date YYYY-MM-DD"))
    }
    return date
  }
}
