import Foundation
import Review

/// Asks on the terminal which column of a file holds which field.
struct ColumnPrompt {
  private let question: ColumnQuestion
  private let read: () -> String?
  private let say: (String) -> Void

  /// Whether there is somebody at the keyboard.
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 }

  /// Makes a prompt; a test gives its own lines.
  init(
    _ question: ColumnQuestion, read: @escaping () -> String? = { readLine() },
    say: @escaping (String) -> Void = Console.note
  ) {
    self.question = question
    self.read = read
    self.say = say
  }

  /// The field of each column that was named, or `nil` when a required field was left out.
  func ask() -> [String: String]? {
    say(
      Tongue.say(
        "\(question.file) : colonnes inconnues. Laquelle contient… (numéro, vide : aucune)",
        "\(question.file): unknown columns. Which one holds… (number, empty: none)"))
    for (index, column) in question.columns.enumerated() { say("  \(index + 1)  \(column)") }
    var answer: [String: String] = [:]
    for field in question.fields {
      guard let column = column(for: field) else {
        if field.isRequired { return nil }
        continue
      }
      answer[column] = field.name
    }
    return answer.isEmpty ? nil : answer
  }

  private func column(for field: ColumnQuestion.Field) -> String? {
    let needed = field.isRequired ? Tongue.say(" (nécessaire)", " (required)") : ""
    say("\(field.title[Tongue.language])\(needed) ?")
    while let line = read()?.trimmingCharacters(in: .whitespaces) {
      if line.isEmpty { return nil }
      if let number = Int(line), question.columns.indices.contains(number - 1) {
        return question.columns[number - 1]
      }
      if question.columns.contains(line) { return line }
      say(
        Tongue.say(
          "un numéro de 1 à \(question.columns.count) ou un nom de colonne est attendu",
          "a number from 1 to \(question.columns.count) or a column's name is expected"))
    }
    return nil
  }
}
