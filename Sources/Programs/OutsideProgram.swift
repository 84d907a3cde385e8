import Foundation

/// A program outside Vigie, run in a process group of its own under limits.
///
/// Hostile input (a PDF, a sound) is only ever given to such a program, never to a library inside
/// Vigie. The limits are set before the program starts, by the shell that becomes it, so there is
/// no moment without them. On excess the whole group is killed and the reason is a value.
public struct OutsideProgram: Sendable {
  /// The program's absolute path.
  public var path: String
  /// Its arguments, without its own name.
  public var arguments: [String]
  /// Its whole environment; nothing is inherited.
  public var environment: [String: String]
  /// What it may use.
  public var limits: ProgramLimits

  /// Makes a program ready to run.
  public init(
    path: String, arguments: [String] = [],
    environment: [String: String] = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"],
    limits: ProgramLimits = ProgramLimits()
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.limits = limits
  }

  /// Runs the program to its end and blocks meanwhile; call it off the main thread.
  ///
  /// - Parameters:
  ///   - input: what the program reads on its standard input.
  ///   - isCancelled: asked about every 20 ms; `true` stops the program as if its time were over.
  public func run(
    input: Data = Data(), isCancelled: () -> Bool = { false }
  ) -> ProgramResult {
    guard path.hasPrefix("/"), FileManager.default.isExecutableFile(atPath: path) else {
      return .notStarted(ENOENT)
    }
    switch ProgramProcess.start(self, input: input) {
    case .failure(let error):
      return .notStarted(error.number)
    case .success(let process):
      var watch = ProgramWatch(process: process, limits: limits)
      return watch.untilEnd(isCancelled: isCancelled)
    }
  }
}

extension ProgramResult {
  static func notStarted(_ number: Int32) -> ProgramResult {
    ProgramResult(
      ending: .notStarted(errno: number), output: Data(), errorOutput: Data(), seconds: 0)
  }
}
