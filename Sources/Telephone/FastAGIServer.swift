import Calls
import Foundation
import Review

/// Answers calls that an Asterisk exchange hands over by FastAGI: the exchange connects, the bot
/// commands.
///
/// Each call runs on a thread of its own, within limits; a call that goes wrong ends alone and is
/// logged. Nothing the exchange says names a file.
public final class FastAGIServer: Sendable {
  /// What the server needs.
  public struct Options: Sendable {
    /// The address listened on; the machine itself unless the user says otherwise.
    public var host = "127.0.0.1"
    /// The port; 0 for any free one.
    public var port: UInt16 = 4573
    /// What a call may use.
    public var limits = AGILimits()
    /// The queue callers are handed to, or `nil` when the dialplan does that by VIGIE_OUTCOME.
    public var queue: String?

    /// Makes options.
    public init() {}
  }

  private let options: Options
  private let listener: Int32
  /// The port listened on.
  public let port: UInt16
  private let sounds: SoundLibrary
  private let recogniser: (any SpeechRecognising)?
  private let journal: DialogueJournal?
  private let conversation: @Sendable () -> Conversation
  private let log: @Sendable (String) -> Void
  private let state = SessionCount()

  /// Listens.
  ///
  /// - Parameters:
  ///   - conversation: makes the bot's side of a new call.
  ///   - log: hears one line for each call and each refusal; caller's numbers are masked in it.
  /// - Throws: `AGIFailure.system` when the address cannot be listened on.
  public init(
    options: Options, sounds: SoundLibrary, recogniser: (any SpeechRecognising)?,
    journal: DialogueJournal?, conversation: @escaping @Sendable () -> Conversation,
    log: @escaping @Sendable (String) -> Void
  ) throws {
    self.options = options
    self.sounds = sounds
    self.recogniser = recogniser
    self.journal = journal
    self.conversation = conversation
    self.log = log
    (listener, port) = try ListeningSocket.open(host: options.host, port: options.port)
  }

  /// The number of calls now.
  public var sessionCount: Int { state.count }

  /// Takes calls until `stop` is called; blocks.
  public func run() {
    while !state.isStopped {
      var item = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      guard poll(&item, 1, 200) > 0 else { continue }
      let descriptor = accept(listener, nil, nil)
      guard descriptor >= 0 else { continue }
      ListeningSocket.configure(descriptor)
      guard state.enter(limit: options.limits.sessions) else {
        log("refused: \(options.limits.sessions) calls at once")
        close(descriptor)
        continue
      }
      let thread = Thread { [self] in
        serve(descriptor)
        state.leave()
      }
      thread.stackSize = 1 << 20
      thread.start()
    }
    close(listener)
  }

  /// Ends `run`; calls that are under way go on to their end.
  public func stop() { state.stop() }

  private func serve(_ descriptor: Int32) {
    let connection = AGIConnection(
      descriptor: descriptor, lineLimit: options.limits.lineBytes)
    let channel = AGIChannel(connection: connection, limits: options.limits)
    let begin = Date()
    defer { connection.close() }
    do {
      try channel.readEnvironment()
    } catch {
      return log("refused before the call: \(error)")
    }
    let unique = channel.environment["agi_uniqueid"] ?? ""
    let number = channel.environment["agi_callerid"] ?? ""
    let call = AGICall(
      channel: channel, conversation: conversation(),
      services: AGICall.Services(
        sounds: sounds, recogniser: recogniser, queue: options.queue, limits: options.limits),
      name: StableID.make("recording", unique, "\(begin.timeIntervalSince1970)"))
    var ending = "done"
    do {
      try call.run()
    } catch {
      ending = "\(error)"
    }
    finish(call, unique: unique, number: number, begin: begin, ending: ending, channel)
  }

  private func finish(
    _ call: AGICall, unique: String, number: String, begin: Date, ending: String,
    _ channel: AGIChannel
  ) {
    do {
      try journal?.append(
        call: String(unique.prefix(100)), caller: number, time: begin, outcome: call.outcome,
        turns: call.log)
    } catch {
      log("journal: \(error)")
    }
    let seconds = Int(Date().timeIntervalSince(begin).rounded())
    let caller = PhoneNumber.masked(PhoneNumber.normalised(number))
    let stray = channel.strayCount > 0 ? ", \(channel.strayCount) stray lines" : ""
    log("call \(caller): \(call.outcome), \(ending), \(seconds) s\(stray)")
  }
}
