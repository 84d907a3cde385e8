import Foundation

/// A terminal of our own: the program's end and ours.
final class PseudoTerminal {
  /// The end a program runs on.
  let device: Int32
  private let master: Int32
  private let reader: Reader

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
    reader = Reader(master)
    resize(width: width, height: height)
  }

  deinit {
    close(device)
    reader.stop()
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

  /// What the program has written since the last call, once it has been quiet for a moment.
  func written() -> String {
    var count: Int
    repeat {
      count = reader.count
      usleep(30_000)
    } while reader.count != count
    return String(decoding: reader.take(), as: UTF8.self)
  }

  /// The terminal's settings, to be compared.
  var settings: [UInt32] {
    var settings = termios()
    tcgetattr(device, &settings)
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }
}

/// Reads a terminal all the time, as a real one does: a program that writes more than the kernel
/// keeps would else wait for ever.
private final class Reader: @unchecked Sendable {
  private let descriptor: Int32
  private let lock = NSLock()
  private let ended = DispatchSemaphore(value: 0)
  private var bytes: [UInt8] = []
  private var isStopping = false

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    Thread { self.run() }.start()
  }

  var count: Int { lock.withLock { bytes.count } }

  func take() -> [UInt8] {
    lock.withLock {
      defer { bytes = [] }
      return bytes
    }
  }

  /// Ends the reading; the descriptor may be closed then.
  func stop() {
    lock.withLock { isStopping = true }
    ended.wait()
  }

  private func run() {
    defer { ended.signal() }
    var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while !lock.withLock({ isStopping }) {
      guard poll(&source, 1, 20) > 0 else { continue }
      guard source.revents & Int16(POLLIN) != 0 else { return }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      lock.withLock { bytes += buffer.prefix(count) }
    }
  }
}
