import Review

/// A message left by a caller.
public struct Voicemail: Hashable, Sendable, Codable {
  /// The message's name.
  public var name: String
  /// The call it belongs to, or empty.
  public var call: String
  /// The caller's number, digits only.
  public var caller: String
  /// When it was left.
  public var time: Timestamp
  /// Seconds of speech.
  public var duration: Int
  /// What is said, when somebody or a recogniser wrote it down.
  public var transcript: String
  /// The recording on the user's disk, or empty.
  public var audio: String

  /// Makes a message.
  public init(
    name: String, call: String = "", caller: String, time: Timestamp, duration: Int = 0,
    transcript: String = "", audio: String = ""
  ) {
    self.name = name
    self.call = call
    self.caller = caller
    self.time = time
    self.duration = duration
    self.transcript = transcript
    self.audio = audio
  }

  /// The message with what an earlier reading of it knew and this one does not.
  func keeping(_ earlier: Voicemail) -> Voicemail {
    var message = self
    if transcript.isEmpty { message.transcript = earlier.transcript }
    if call.isEmpty { message.call = earlier.call }
    if audio.isEmpty { message.audio = earlier.audio }
    return message
  }
}
