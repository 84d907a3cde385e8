import Review

/// What a command line decides or acts on, with what its user may have seen of it.
enum Subjects {
  /// The subject that an identifier's beginning names; the seconds on screen are not known.
  static func of(_ prefix: String, part: String?, in context: Context) throws -> ActionSubject {
    try of(context.detail(prefix).suggestion, part: part, in: context)
  }

  /// The subject that a suggestion is.
  static func of(
    _ suggestion: Suggestion, part: String?, in context: Context
  ) throws -> ActionSubject {
    let key = SuggestionKey(priority: suggestion.priority, id: suggestion.id)
    let window = try context.store.window(
      SuggestionQuery(project: suggestion.project), anchor: .from(key), limit: 1)
    return ActionSubject(
      suggestion: suggestion.id, part: part,
      seen: Decision.Seen(
        model: suggestion.score.model, score: suggestion.score.value, rank: window.before + 1,
        seconds: 0, language: Tongue.language))
  }
}
