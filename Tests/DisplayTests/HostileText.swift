/// Strings that do something to a terminal or to a reader instead of showing. Each is a kind met in
/// reviews, letters, file names or commits.
let hostileTexts: [(kind: String, text: String)] = [
  ("window title", "\u{1B}]0;owned\u{07}"),
  ("clipboard", "\u{1B}]52;c;cm0gLXJmIC8=\u{07}"),
  ("hyperlink", "\u{1B}]8;;https://evil.example\u{1B}\\click\u{1B}]8;;\u{1B}\\"),
  ("clear screen", "\u{1B}[2J\u{1B}[H"),
  ("colour", "\u{1B}[31mred\u{1B}[0m"),
  ("status query", "\u{1B}[6n"),
  ("device control string", "\u{1B}P$q\"p\u{1B}\\"),
  ("application command", "\u{1B}_Gf=100;AAAA\u{1B}\\"),
  ("privacy message", "\u{1B}^secret\u{1B}\\"),
  ("C1 control sequence introducer", "a\u{9B}31mb"),
  ("C1 operating system command", "a\u{9D}0;owned\u{9C}b"),
  ("right-to-left override", "photo_\u{202E}gnp.exe"),
  ("isolates", "a\u{2066}b\u{2067}c\u{2068}d\u{2069}e"),
  ("direction marks", "a\u{200E}b\u{200F}c\u{061C}d"),
  ("zero width", "pay\u{200B}pal\u{200C}\u{2060}\u{FEFF}"),
  ("joiner outside an emoji", "pay\u{200D}pal"),
  ("carriage return", "42 euros\rfree    "),
  ("backspace", "no\u{08}\u{08}yes"),
  ("bell, null and delete", "a\u{07}b\u{00}c\u{7F}d"),
  ("300 combining marks", "e" + String(repeating: "\u{301}", count: 300)),
  ("line and paragraph separators", "a\u{2028}b\u{2029}c"),
  ("tag characters", "x\u{E0041}\u{E0042}\u{E007F}y"),
  ("variation selectors", "x\u{E0100}\u{FE00}y"),
  ("private use", "\u{E000}\u{F8FF}\u{100000}"),
  ("noncharacters", "a" + text(0xFFFE, 0xFDD0, 0x10FFFF) + "b"),
  ("fillers", "a\u{3164}\u{115F}\u{FFA0}b"),
  ("soft hyphen", "pass\u{AD}word"),
  ("broken encoding", "caf\u{FFFD}"),
]

/// The text of code points that literals may not hold.
private func text(_ values: UInt32...) -> String {
  String(String.UnicodeScalarView(values.compactMap(Unicode.Scalar.init)))
}

/// Whether a character could act or hide; told by Unicode's own properties, apart from the code
/// that is tested.
func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
  let properties = scalar.properties
  if properties.isDefaultIgnorableCodePoint || properties.isBidiControl { return true }
  if properties.isNoncharacterCodePoint { return true }
  switch properties.generalCategory {
  case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
    .paragraphSeparator:
    return true
  default: return false
  }
}
