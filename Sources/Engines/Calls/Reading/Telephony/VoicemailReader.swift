import Foundation
import Review

/// Reads the text file beside a voicemail message of Asterisk.
///
/// Format: asterisk/asterisk `apps/app_voicemail.c`; `macrocontext` exists in older versions only.
enum VoicemailReader {
  /// The largest file read, in bytes.
  static let sizeLimit = 64 * 1024
  private static let audioEndings = ["wav", "WAV", "wav49", "gsm"]

  /// Whether a text is of this format.
  static func fits(_ text: String) -> Bool {
    text.contains("[message]") && text.contains("origtime=")
  }

  /// The message, or `nil` with what is missing.
  static func message(_ text: String, url: URL) -> (message: Voicemail?, missing: String) {
    var values: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix(";") {
      guard let equals = line.firstIndex(of: "=") else { continue }
      values[String(line[..<equals])] = String(line[line.index(after: equals)...].prefix(400))
    }
    guard let epoch = values["origtime"].flatMap({ Int64($0) }), epoch > 0, epoch < Int64(1) << 40
    else { return (nil, "origtime=") }
    let callerID = values["callerid"] ?? ""
    // `"ASSO 1901" <0353010123>`: the digits of a name are no number.
    let number =
      callerID.contains("<")
      ? callerID.split(separator: "<").last.map(String.init) ?? ""
      : callerID.contains(where: \.isLetter) ? "" : callerID
    let name = url.deletingPathExtension().lastPathComponent
    let stem = url.deletingPathExtension()
    let audio = audioEndings.map { stem.appendingPathExtension($0).path }
      .first { FileManager.default.fileExists(atPath: $0) }
    return (
      Voicemail(
        name: name, caller: PhoneNumber.normalised(number),
        time: Timestamp(milliseconds: epoch * 1000),
        duration: min(86_400, max(0, Int(values["duration"] ?? "") ?? 0)), audio: audio ?? ""), ""
    )
  }
}
