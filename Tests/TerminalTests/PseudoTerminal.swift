import Foundation
import Glibc

/// A terminal of our own: the program's end and ours.
final class PseudoTerminal {
  /// The end a program runs on.
  let device: Int32
  private let master: Int32
  private let received = Received()

  /// What came from the program, taken off its hands at once: a full buffer would hold it up.
  private final class Received: @unchecked Sendable {
    private let lock = NSLock()
    private var bytes: [UInt8] = []
    private var isOver = false

    func add(_ more: some Collection<UInt8>) { lock.withLock { bytes += more } }

    func take() -> [UInt8] {
      lock.withLock {
        defer { bytes = [] }
        return bytes
      }
    }

    var hasEnded: Bool {
      get { lock.withLock { isOver } }
      set { lock.withLock { isOver = newValue } }
    }
  }

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
    resize(width: width, height: height)
    Thread.detachNewThread { [master, received] in Self.drain(master, into: received) }
  }

  private static func drain(_ master: Int32, into received: Received) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !received.hasEnded {
      var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, 20) > 0 else { continue }
      let count = buffer.withUnsafeMutableBytes { read(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      received.add(buffer.prefix(count))
    }
  }

  deinit {
    received.hasEnded = true
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
  func written() -> String {
    var bytes: [UInt8] = []
    var quiet = 0
    while quiet < 3 {
      usleep(15_000)
      let more = received.take()
      quiet = more.isEmpty ? quiet + 1 : 0
      bytes += more
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The terminal's settings, to be compared.
  var settings: [UInt32] {
    var settings = termios()
    tcgetattr(device, &settings)
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }
}
