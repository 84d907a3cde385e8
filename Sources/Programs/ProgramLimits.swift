/// What an outside program may use before it is stopped.
public struct ProgramLimits: Hashable, Sendable {
  /// Seconds of wall time.
  public var wallSeconds: Double
  /// Bytes of memory the program may hold; its address space may be a quarter of a gibibyte more.
  public var memoryBytes: Int
  /// Bytes it may write to its standard output.
  public var outputBytes: Int
  /// Bytes of its standard error that are kept; the rest is read and forgotten.
  public var errorBytes: Int
  /// Bytes of the largest file it may write; 0 forbids files.
  public var fileBytes: Int

  /// Makes limits.
  public init(
    wallSeconds: Double = 20, memoryBytes: Int = 512 << 20, outputBytes: Int = 64 << 20,
    errorBytes: Int = 16 << 10, fileBytes: Int = 0
  ) {
    self.wallSeconds = wallSeconds
    self.memoryBytes = memoryBytes
    self.outputBytes = outputBytes
    self.errorBytes = errorBytes
    self.fileBytes = fileBytes
  }
}
