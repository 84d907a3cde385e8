import Review

/// Merges what the exchange, the voicemail and the bot know of calls: by call, then by caller.
struct CallMerger {
  /// How long after a call its message may be left, in milliseconds.
  private static let messageWindow: Int64 = 15 * 60 * 1000

  let salt: String

  /// The cases that wait, and those that a person answered meanwhile.
  func cases(
    calls: [CallRecord], voicemails: [Voicemail], dialogues: [BotDialogue]
  ) -> [CallerCase] {
    var byKey: [String: CallerCase] = [:]
    let callsByID = Dictionary(calls.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ number: String, _ call: String) -> String {
      number.isEmpty ? "call|\(call)" : "caller|" + PhoneNumber.pseudonym(number, salt: salt)
    }
    for call in calls {
      let key = key(call.caller, call.id)
      byKey[key, default: CallerCase(key: key, number: call.caller, calls: [])].calls.append(call)
    }
    for message in voicemails {
      let number = message.caller.isEmpty ? callsByID[message.call]?.caller ?? "" : message.caller
      let key = key(number, message.call.isEmpty ? message.name : message.call)
      byKey[key, default: CallerCase(key: key, number: number, calls: [])].voicemails
        .append(message)
    }
    for dialogue in dialogues {
      let number =
        dialogue.caller.isEmpty ? callsByID[dialogue.call]?.caller ?? "" : dialogue.caller
      let key = key(number, dialogue.call)
      byKey[key, default: CallerCase(key: key, number: number, calls: [])].dialogues
        .append(dialogue)
    }
    return byKey.keys.sorted().compactMap { byKey[$0] }.compactMap(Self.waiting)
  }

  /// What the caller did after a person last answered; a case that a person answered last is kept
  /// with the time of that answer, so that what the list showed of it can be closed.
  private static func waiting(_ whole: CallerCase) -> CallerCase? {
    var result = whole
    result.calls.sort { ($0.start, $0.id) < ($1.start, $1.id) }
    let helped = whole.dialogues.filter { $0.outcome == "answered" }
    let answers =
      result.calls.filter { $0.outcome == .answered }.map(\.start) + helped.map(\.time)
    let last = answers.max()
    let calls = result.calls.filter { call in
      call.outcome != .answered && !helped.contains { $0.call == call.id }
    }
    func isLater(_ time: Timestamp) -> Bool { last.map { time > $0 } ?? true }
    let waiting = calls.filter { isLater($0.start) }
    let messages = result.voicemails.filter { isLater($0.time) }
    let talks = whole.dialogues.filter { $0.outcome != "answered" && isLater($0.time) }
    if waiting.isEmpty, messages.isEmpty, talks.isEmpty {
      guard !calls.isEmpty || !result.voicemails.isEmpty else { return nil }
      result.calls = calls
      result.answered = last
      return result
    }
    result.calls = waiting
    result.voicemails = messages
    result.dialogues = talks
    return result
  }

  /// One record for each call: the queue's log tells who answered, the call detail records know calls
  /// that never reached the queue.
  static func merged(queued: [CallRecord], detailed: [CallRecord]) -> [CallRecord] {
    var byID: [String: CallRecord] = [:]
    for call in detailed {
      guard var known = byID[call.id] else {
        byID[call.id] = call
        continue
      }
      // Several legs of one call: one that a person answered counts.
      if call.outcome == .answered { known.outcome = .answered }
      if known.caller.isEmpty { known.caller = call.caller }
      byID[call.id] = known
    }
    for call in queued {
      var call = call
      if call.caller.isEmpty { call.caller = byID[call.id]?.caller ?? "" }
      byID[call.id] = call
    }
    return byID.values.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  /// Gives messages their transcript and their call: by the transcript file, else by the caller and
  /// the time.
  static func linked(
    _ voicemails: [Voicemail], transcripts: [String: (text: String, call: String)],
    calls: [CallRecord]
  ) -> [Voicemail] {
    let byCaller = Dictionary(
      grouping: calls.sorted { ($0.start, $0.id) < ($1.start, $1.id) }, by: \.caller)
    return voicemails.map { message in
      var message = message
      if let transcript = transcripts[message.name] {
        message.transcript = transcript.text
        if !transcript.call.isEmpty { message.call = transcript.call }
      }
      if message.call.isEmpty, !message.caller.isEmpty {
        message.call =
          byCaller[message.caller]?.last {
            message.time >= $0.start
              && message.time.milliseconds - $0.start.milliseconds < messageWindow
          }?.id ?? ""
      }
      return message
    }
  }
}
