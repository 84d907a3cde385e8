import Foundation

/// What the process has used so far.
enum ResourceUse {
  /// The largest resident memory so far, in megabytes (Linux gives kilobytes).
  static var peakMegabytes: Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) / 1024
  }
}
