/// The exit statuses of the command.
enum ExitStatus {
  /// What was asked is done.
  static let done: Int32 = 0
  /// It failed; the reason is on standard error.
  static let failed: Int32 = 1
  /// The command line was not understood.
  static let usage: Int32 = 2
  /// It is done, but some of the input was refused; each refusal is on standard error.
  static let partly: Int32 = 3
}
