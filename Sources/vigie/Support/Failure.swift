import Review

/// A failure to be told to the user in one sentence, with the exit status it leads to.
struct Failure: Error {
  /// The sentence.
  let sentence: String
  /// The exit status.
  let status: Int32

  /// Makes a failure from a sentence in both languages.
  init(_ french: String, _ english: String, status: Int32 = ExitStatus.failed) {
    sentence = Tongue.say(french, english)
    self.status = status
  }

  /// Makes a failure from a text in both languages.
  init(_ text: LocalizedText, status: Int32 = ExitStatus.failed) {
    sentence = text[Tongue.language]
    self.status = status
  }
}
