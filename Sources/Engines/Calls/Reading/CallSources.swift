import Review

/// What was read for the calls panel.
public struct CallSources: SourceCorpus {
  /// The files that were read.
  public var files: [SourceFile] = []
  /// Calls of queue logs, which know whether an agent spoke.
  public var queued: [CallRecord] = []
  /// Calls of call detail records.
  public var detailed: [CallRecord] = []
  /// Messages left.
  public var voicemails: [Voicemail] = []
  /// Transcripts by message name.
  public var transcripts: [String: (text: String, call: String)] = [:]
  /// Conversations with the bot.
  public var dialogues: [BotDialogue] = []
  /// Labelled utterances to learn from.
  public var utterances: [LabelledUtterance] = []
  /// Rows of knowledge tables found in files.
  public var knowledge: [String: [KnowledgeRow]] = [:]

  /// Makes an empty corpus.
  public init() {}
}
