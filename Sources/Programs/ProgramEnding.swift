import Review

/// How an outside program ended.
public enum ProgramEnding: Hashable, Sendable {
  /// By itself, with this exit status (0 means done).
  case exited(status: Int32)
  /// By a signal that Vigie did not send.
  case signalled(Int32)
  /// It was killed because it ran longer than this many seconds.
  case tooLong(seconds: Double)
  /// It was killed, or gave up, because it wanted more than this many bytes of memory.
  case tooMuchMemory(bytes: Int)
  /// It was killed because it wrote more than this many bytes.
  case tooMuchOutput(bytes: Int)
  /// It could not be started; the reason is the system's error number.
  case notStarted(errno: Int32)

  /// Whether the program did its work.
  public var isSuccess: Bool { self == .exited(status: 0) }

  /// The ending as a sentence without a full stop.
  public var sentence: LocalizedText {
    switch self {
    case .exited(let status):
      LocalizedText(fr: "terminé avec le code \(status)", en: "ended with status \(status)")
    case .signalled(let signal):
      LocalizedText(fr: "interrompu par le signal \(signal)", en: "ended by signal \(signal)")
    case .tooLong(let seconds):
      LocalizedText(
        fr: "arrêté après \(Self.short(seconds)) s", en: "stopped after \(Self.short(seconds)) s")
    case .tooMuchMemory(let bytes):
      LocalizedText(
        fr: "arrêté au-delà de \(bytes >> 20) Mio de mémoire",
        en: "stopped above \(bytes >> 20) MiB of memory")
    case .tooMuchOutput(let bytes):
      LocalizedText(
        fr: "arrêté au-delà de \(bytes) octets écrits",
        en: "stopped above \(bytes) bytes of output")
    case .notStarted(let number):
      LocalizedText(
        fr: "impossible à lancer (erreur \(number))", en: "cannot be started (error \(number))")
    }
  }

  private static func short(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
  }
}
