import Review

/// Why a file is not a PNG picture that can be read.
public struct PNGError: Error, Hashable, Sendable {
  /// File, what was found (the library's words) and what was expected.
  public let refusal: Refusal

  init(file: String, found: String) {
    refusal = Refusal(
      file: file, line: nil, found: found,
      expected: LocalizedText(
        fr: "une image PNG entière, dans les limites", en: "a whole PNG picture within the limits"))
  }
}
