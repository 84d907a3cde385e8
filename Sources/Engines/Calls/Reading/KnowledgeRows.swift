import Review

/// The answer base as rows of its table.
enum AnswerRow {
  static func values(_ answer: Answer) -> [String: String] {
    [
      "key": answer.key, "intent": answer.intent, "title_fr": answer.title.fr,
      "title_en": answer.title.en, "kind": answer.kind.rawValue, "answer_fr": answer.text,
      "source": answer.source, "checked": answer.checked?.iso ?? "",
      "valid_from": answer.validFrom?.iso ?? "", "valid_to": answer.validTo?.iso ?? "",
      "redirect": answer.redirect, "keywords": answer.keywords.joined(separator: ", "),
    ]
  }

  /// The answers of rows; rows that the table's checks would refuse are left out.
  static func answers(_ rows: [KnowledgeRow]) -> [Answer] {
    rows.compactMap { row in
      var fields = row.values
      fields["key"] = row.key
      return try? AnswerReader.answer(fields, number: 1)
    }
  }
}

/// Redirect services as rows of their table.
enum ServiceRow {
  static func values(_ service: RedirectService) -> [String: String] {
    [
      "service": service.code, "name": service.name,
      "keywords": service.keywords.joined(separator: ", "),
    ]
  }

  static func services(_ rows: [KnowledgeRow]) -> [RedirectService] {
    rows.compactMap { row in
      var fields = row.values
      fields["service"] = row.key
      if let words = fields["keywords"], !words.contains(",") { fields["keywords"] = words + "," }
      return try? AnswerReader.service(fields)
    }
  }
}

/// Days by which calls of some intents must be dealt with, as rows of their table.
enum DeadlineRow {
  static func values(_ fields: [String: String]) -> [String: String] {
    [
      "deadline": fields["deadline"] ?? "", "date": fields["date"] ?? "",
      "intents": fields["intents"] ?? "",
    ]
  }

  static func deadlines(_ rows: [KnowledgeRow]) -> [Deadline] {
    rows.compactMap { row in
      guard let date = row.values["date"].flatMap({ CalendarDate(iso: $0) }) else { return nil }
      let intents = (row.values["intents"] ?? "").split(whereSeparator: { ",;| ".contains($0) })
      return Deadline(title: row.key, date: date, intents: Set(intents.map(String.init)))
    }
  }
}

/// A day by which calls of some intents must be dealt with.
struct Deadline: Hashable {
  var title: String
  var date: CalendarDate
  var intents: Set<String>
}
