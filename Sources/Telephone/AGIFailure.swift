/// Why a call with the exchange ended before its end.
public enum AGIFailure: Error, Hashable, Sendable {
  /// The other side closed the connection.
  case closed
  /// The caller hung up.
  case hangUp
  /// Nothing came in time.
  case timeOut
  /// A line is longer than allowed.
  case longLine
  /// There are more lines before the first command than allowed, or none that name the call.
  case header
  /// Too many lines are no replies.
  case garbage
  /// The exchange refused a command, with its code.
  case refused(code: Int)
  /// The system refused, with its error number.
  case system(errno: Int32)
}
