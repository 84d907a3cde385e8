import Calls
import Foundation
import Review

/// One call: the conversation's steps turned into commands of the exchange.
final class AGICall {
  /// What a call needs from outside.
  struct Services: Sendable {
    var sounds: SoundLibrary
    var recogniser: (any SpeechRecognising)?
    var queue: String?
    var limits: AGILimits
  }

  private let channel: AGIChannel
  private var conversation: Conversation
  private let services: Services
  /// The name of the call's recordings: made here, never taken from the network.
  private let name: String
  private var recordingCount = 0

  init(channel: AGIChannel, conversation: Conversation, services: Services, name: String) {
    self.channel = channel
    self.conversation = conversation
    self.services = services
    self.name = name
  }

  /// What was said.
  var log: [BotDialogue.Turn] { conversation.log }
  /// How the bot left the caller.
  var outcome: String { conversation.outcome }

  func run() throws {
    _ = try channel.command("ANSWER")
    var inputs: [Conversation.Input] = [.started]
    while let input = inputs.popLast(), !conversation.isOver {
      if let next = try perform(conversation.receive(input)) { inputs.append(next) }
    }
    _ = try channel.command("SET VARIABLE VIGIE_OUTCOME " + AGIChannel.quoted(outcome))
    if outcome != "handoff", outcome != "redirected" { _ = try? channel.command("HANGUP") }
  }

  /// Performs the steps; gives what the caller answered.
  private func perform(_ outputs: [Conversation.Output]) throws -> Conversation.Input? {
    for output in outputs {
      switch output {
      case .say(let text):
        if let key = try say(text), !conversation.isOver { return .key(key) }
      case .listen: return try listen()
      case .handOver(let why):
        _ = try channel.command("SET VARIABLE VIGIE_REASON " + AGIChannel.quoted(why))
        _ = try channel.command("SET VARIABLE VIGIE_OUTCOME " + AGIChannel.quoted(outcome))
        if let queue = services.queue {
          _ = try channel.command("EXEC Queue " + AGIChannel.quoted(queue))
        }
        return nil
      case .hangUp: return nil
      }
    }
    return nil
  }

  /// Plays a text; gives the key that broke it off. A voice that fails sends the caller to a person,
  /// as key 0 does: silence would be worse.
  private func say(_ text: String) throws -> Character? {
    let sound: String?
    do {
      sound = try services.sounds.path(of: text)
    } catch {
      return "0"
    }
    guard let path = sound else { return nil }
    return try channel.command(
      "STREAM FILE " + AGIChannel.quoted(path) + " \"0123456789\""
    ).key
  }

  private func listen() throws -> Conversation.Input {
    recordingCount += 1
    let path = services.sounds.recordingPath("\(name)-\(recordingCount)")
    let reply = try channel.command(
      "RECORD FILE " + AGIChannel.quoted(path)
        + " wav \"0123456789#\" \(services.limits.recordMilliseconds) BEEP s=2")
    if let key = reply.key, key != "#" { return .key(key) }
    guard let recogniser = services.recogniser else {
      // Less than a fifth of a second is no message.
      return reply.endPosition > WaveFile.telephoneRate / 5 ? .recorded : .silence
    }
    let text = recogniser.text(of: URL(fileURLWithPath: path + ".wav"))
    return text.isEmpty ? .silence : .heard(text)
  }
}
