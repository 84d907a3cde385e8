import Foundation

/// Plays the telephone exchange: connects to the bot, answers its commands, and remembers what it
/// was told.
final class FakeExchange {
  /// What the caller does at a command.
  enum Turn {
    /// Says words into a recording.
    case words(String)
    /// Presses a key.
    case key(Character)
    /// Says nothing.
    case silence
    /// Hangs up.
    case hangUp
  }

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// The commands received.
  private(set) var commands: [String] = []
  /// Seconds from each reply to the next command.
  private(set) var reactions: [Double] = []

  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    struct NoConnection: Error {}
    guard isConnected else { throw NoConnection() }
    var wait = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close() }

  private var isClosed = false

  func close() {
    guard !isClosed else { return }
    isClosed = true
    Foundation.close(descriptor)
  }

  func send(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      done += count
    }
  }

  func sendHeader(unique: String = "1795000000.1", caller: String = "0353010123") {
    send(
      "agi_network: yes\nagi_network_script: accueil\nagi_request: agi://127.0.0.1/accueil\n"
        + "agi_channel: PJSIP/trunk-1\nagi_uniqueid: \(unique)\nagi_callerid: \(caller)\n\n")
  }

  /// The next line from the bot, or `nil` when it closed the connection.
  func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let text = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return text
      }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = recv(descriptor, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      buffer += chunk[..<count]
    }
  }

  /// Plays a whole call; a turn is taken at each recording.
  func play(_ turns: [Turn], before: (FakeExchange, String) -> Void = { _, _ in }) {
    var turns = turns[...]
    var replied: Date?
    while let command = line() {
      if let replied { reactions.append(Date().timeIntervalSince(replied)) }
      commands.append(command)
      before(self, command)
      if isClosed { return }
      guard command.hasPrefix("RECORD FILE") else {
        send("200 result=0 endpos=100\n")
        replied = Date()
        continue
      }
      switch turns.popFirst() ?? .hangUp {
      case .words(let words):
        try? Data(words.utf8).write(to: URL(fileURLWithPath: Self.path(command) + ".txt"))
        send("200 result=0 (timeout) endpos=16000\n")
      case .key(let key):
        send("200 result=\(key.asciiValue ?? 0x30) (dtmf) endpos=800\n")
      case .silence: send("200 result=0 (timeout) endpos=0\n")
      case .hangUp: send("HANGUP\n200 result=-1 (hangup) endpos=0\n")
      }
      replied = Date()
    }
  }

  /// The path in a command, unquoted.
  static func path(_ command: String) -> String {
    String(command.split(separator: "\"")[1])
  }
}
