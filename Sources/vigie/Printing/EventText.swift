import Review
import Workbench

/// Ledger events as sentences, in the workbench's own words.
enum EventText {
  /// What happened, in the language of the command.
  static func sentence(_ payload: LedgerPayload, panel: Panel?) -> String {
    Words(Tongue.language, localTime: SystemZone.localTime).event(payload, panel: panel).content
  }
}
