import Foundation

/// Processor seconds of the whole process, all threads: what others do on the machine is left out.
enum Stopwatch {
  /// The processor seconds that a piece of work took.
  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let begin = used()
    try work()
    return used() - begin
  }

  /// The processor seconds of one of many runs, the best of three rounds.
  static func perRun(_ runs: Int, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<3 {
      best = min(best, try seconds { for _ in 0..<runs { try work() } } / Double(runs))
    }
    return best
  }

  private static func used() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
