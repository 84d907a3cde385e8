import Foundation
import Glibc

/// Reads our end all the time, as a terminal does: a program that draws much would wait for ever
/// on a full buffer.
private final class TerminalReader: @unchecked Sendable {
  private let master: Int32
  private let lock = NSLock()
  private let ended = DispatchSemaphore(value: 0)
  private var bytes: [UInt8] = []
  private var isStopped = false

  init(_ master: Int32) {
    self.master = master
    Thread { self.run() }.start()
  }

  private func run() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !lock.withLock({ isStopped }) {
      var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, 10) > 0, source.revents & Int16(POLLIN) != 0 else { continue }
      let count = buffer.withUnsafeMutableBytes { read(master, $0.baseAddress, $0.count) }
      if count > 0 { lock.withLock { bytes += buffer.prefix(count) } }
    }
    ended.signal()
  }

  /// The number of bytes that wait to be taken.
  var count: Int { lock.withLock { bytes.count } }

  func take() -> [UInt8] {
    lock.withLock {
      defer { bytes = [] }
      return bytes
    }
  }

  func stop() {
    lock.withLock { isStopped = true }
    ended.wait()
  }
}

/// A terminal of our own: the program's end and ours.
final class PseudoTerminal {
  /// The end a program runs on.
  let device: Int32
  private let master: Int32
  private let reader: TerminalReader

  init?(width: UInt16, height: UInt16) {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: UInt32 = 0
    var lock: Int32 = 0
    // Glibc's module leaves posix_openpt and its kin out; these are the requests they make.
    guard master >= 0, ioctl(master, 0x4004_5431, &lock) == 0,
      ioctl(master, 0x8004_5430, &number) == 0
    else { return nil }
    device = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard device >= 0 else { return nil }
    reader = TerminalReader(master)
    resize(width: width, height: height)
  }

  deinit {
    reader.stop()
    close(device)
    close(master)
  }

  /// Gives the terminal another size.
  func resize(width: UInt16, height: UInt16) {
    var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Types.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// What the program has written since the last call.
  ///
  /// - Parameter text: what is waited for, some seconds long: on a busy machine silence is no end.
  func written(until text: String = "") -> String {
    var bytes: [UInt8] = []
    let limit = ContinuousClock.now + .seconds(5)
    repeat {
      var count = -1
      while count != reader.count {
        count = reader.count
        usleep(25_000)
      }
      bytes += reader.take()
      let found = String(decoding: bytes, as: UTF8.self)
      if text.isEmpty || found.contains(text) { return found }
    } while ContinuousClock.now < limit
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The terminal's settings, to be compared.
  var settings: [UInt32] {
    var settings = termios()
    tcgetattr(device, &settings)
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }
}
