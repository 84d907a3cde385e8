import Foundation

/// Reads what a program writes and watches its time, memory and output until it ends.
struct ProgramWatch {
  /// How often the limits are looked at, in milliseconds.
  private static let pace: Int32 = 20
  /// How long the pipes are still read after the program's end, in seconds, in case something it
  /// started keeps them open.
  private static let graceSeconds = 0.2

  private let process: ProgramProcess
  private let limits: ProgramLimits
  private let started = DispatchTime.now().uptimeNanoseconds
  private var output: PipeReader
  private var errorOutput: PipeReader
  private var peakMemory = 0

  init(process: ProgramProcess, limits: ProgramLimits) {
    self.process = process
    self.limits = limits
    output = PipeReader(descriptor: process.output, capacity: limits.outputBytes)
    errorOutput = PipeReader(descriptor: process.errorOutput, capacity: limits.errorBytes)
  }

  /// Waits for the end and leaves nothing behind: no process, no descriptor.
  mutating func untilEnd(isCancelled: () -> Bool) -> ProgramResult {
    var ended: Double?
    var excess: ProgramEnding?
    while excess == nil {
      wait()
      output.drain()
      errorOutput.drain()
      excess = firstExcess(isCancelled)
      if ended == nil, hasEnded { ended = seconds }
      guard let end = ended else { continue }
      if (output.isAtEnd && errorOutput.isAtEnd) || seconds - end > Self.graceSeconds { break }
    }
    return finish(excess)
  }

  private var seconds: Double {
    Double(DispatchTime.now().uptimeNanoseconds - started) / 1e9
  }

  private func wait() {
    var polled = [output, errorOutput].filter { !$0.isAtEnd }.map {
      pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0)
    }
    // With both pipes closed only the end of the process is awaited: look for it more often.
    poll(&polled, nfds_t(polled.count), polled.isEmpty ? 1 : Self.pace)
  }

  private mutating func firstExcess(_ isCancelled: () -> Bool) -> ProgramEnding? {
    if output.isOver { return .tooMuchOutput(bytes: limits.outputBytes) }
    if seconds > limits.wallSeconds || isCancelled() {
      return .tooLong(seconds: min(seconds, limits.wallSeconds))
    }
    peakMemory = max(peakMemory, ResidentMemory.bytes(of: process.pid))
    return peakMemory > limits.memoryBytes ? .tooMuchMemory(bytes: limits.memoryBytes) : nil
  }

  /// Whether the program has ended; it stays a zombie so that its number cannot be given away.
  private var hasEnded: Bool {
    var info = siginfo_t()
    let status = waitid(P_PID, id_t(process.pid), &info, WEXITED | WNOHANG | WNOWAIT)
    return status != 0 || info.si_signo == SIGCHLD
  }

  private func finish(_ excess: ProgramEnding?) -> ProgramResult {
    kill(-process.pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(process.pid, &status, 0) < 0, errno == EINTR {}
    close(process.output)
    close(process.errorOutput)
    return ProgramResult(
      ending: excess ?? ending(status), output: output.data, errorOutput: errorOutput.data,
      seconds: seconds)
  }

  /// Reads a wait status: the low seven bits are the signal, the next byte the exit status.
  private func ending(_ status: Int32) -> ProgramEnding {
    let signal = status & 0x7f
    let ending: ProgramEnding =
      signal == 0 ? .exited(status: (status >> 8) & 0xff) : .signalled(signal)
    if ending.isSuccess { return ending }
    if signal == SIGXCPU { return .tooLong(seconds: limits.wallSeconds) }
    return saysOutOfMemory ? .tooMuchMemory(bytes: limits.memoryBytes) : ending
  }

  /// A burst between two looks meets the limit of the address space; programs say so in words.
  private var saysOutOfMemory: Bool {
    let words = String(decoding: errorOutput.data, as: UTF8.self).lowercased()
    return ["out of memory", "bad_alloc", "cannot allocate memory", "memoryerror"]
      .contains { words.contains($0) }
  }
}
