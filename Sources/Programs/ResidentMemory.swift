import Foundation

/// The memory a process holds, as the kernel says.
enum ResidentMemory {
  private static let pageSize = sysconf(Int32(_SC_PAGESIZE))

  /// Bytes in memory, or 0 when the process is gone.
  static func bytes(of pid: pid_t) -> Int {
    guard let file = fopen("/proc/\(pid)/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let fields = text.split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
    return pages * pageSize
  }
}
