/// The shell that sets the limits on itself and then becomes the program.
///
/// `posix_spawn` cannot set resource limits, and setting them from outside leaves a moment without
/// them; a shell of one line has neither fault. The program's name and arguments are passed as
/// positional parameters, so nothing in them is ever read as shell text.
enum LimitingShell {
  static let path = "/bin/sh"

  /// Room in the address space for libraries and stacks, above the memory a program may hold.
  static let addressRoom = 256 << 20

  static func arguments(for program: OutsideProgram) -> [String] {
    let limits = program.limits
    let kibibytes = (limits.memoryBytes + addressRoom) >> 10
    let cpuSeconds = Int(limits.wallSeconds.rounded(.up)) + 1
    let blocks = limits.fileBytes / 512
    let script =
      "ulimit -c 0 && ulimit -v \(kibibytes) && ulimit -t \(cpuSeconds) && ulimit -f \(blocks)"
      + " && exec \"$@\""
    return ["sh", "-c", script, "sh", program.path] + program.arguments
  }
}
