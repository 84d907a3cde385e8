/// What a call may use before it is ended: everything that comes from the network is bounded.
public struct AGILimits: Hashable, Sendable {
  /// Calls at once; further ones are refused.
  public var sessions: Int
  /// Bytes of a line.
  public var lineBytes: Int
  /// Lines before the first command.
  public var headerLines: Int
  /// Seconds in which the lines before the first command must come.
  public var headerSeconds: Double
  /// Seconds to wait for a reply.
  public var replySeconds: Double
  /// Seconds of a whole call.
  public var callSeconds: Double
  /// Lines that are no reply before the call is ended.
  public var strayLines: Int
  /// Milliseconds of a recording.
  public var recordMilliseconds: Int

  /// Makes limits.
  public init(
    sessions: Int = 64, lineBytes: Int = 4096, headerLines: Int = 64, headerSeconds: Double = 5,
    replySeconds: Double = 120, callSeconds: Double = 900, strayLines: Int = 16,
    recordMilliseconds: Int = 15_000
  ) {
    self.sessions = sessions
    self.lineBytes = lineBytes
    self.headerLines = headerLines
    self.headerSeconds = headerSeconds
    self.replySeconds = replySeconds
    self.callSeconds = callSeconds
    self.strayLines = strayLines
    self.recordMilliseconds = recordMilliseconds
  }
}
