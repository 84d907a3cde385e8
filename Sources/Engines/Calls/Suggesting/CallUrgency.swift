import Foundation
import Review

/// How much a case deserves to be called back first: named parts that add up in log-odds.
struct CallUrgency {
  /// One part.
  struct Part: Hashable {
    var name: LocalizedText
    var value: Double
  }

  /// What a case without any part has.
  static let base = -2.2

  /// What intents add: those whose delay costs the association or an employee money.
  private static let intents: [String: Double] = [
    "prelevement_rejet_delai": 1.3, "embauche_dpae": 0.9, "fin_contrat": 0.8, "arret_maladie": 0.8,
    "parler_conseiller": 0.6, "bulletin_paie": 0.5, "volet_social_delai": 0.5,
    "volet_social_correction": 0.4, "attestation_employeur": 0.4, "prelevement_date_montant": 0.4,
  ]

  let item: CallerCase
  let understanding: Understanding?
  let thresholds: DecisionThresholds?
  let isElsewhere: Bool
  let intentTitle: (String) -> LocalizedText
  let deadlines: [Deadline]
  let now: Timestamp

  /// The parts, strongest first.
  var parts: [Part] {
    (said + [waiting, attempts, message, queueing, hidden, doubt].compactMap { $0 })
      .filter { abs($0.value) >= 0.005 }
      .sorted { (abs($0.value), $0.name.fr) > (abs($1.value), $1.name.fr) }
  }

  private func part(_ fr: String, _ en: String, _ value: Double) -> Part {
    Part(name: LocalizedText(fr: fr, en: en), value: (value * 100).rounded() / 100)
  }

  private var hours: Double {
    max(0, Double(now.milliseconds - item.first.milliseconds) / 3_600_000)
  }

  private var isUnderstood: Bool {
    guard let understanding, let thresholds else { return false }
    return understanding.confidence >= thresholds.confirm && !understanding.isOutOfScope
  }

  /// What the words, the question and its deadline add.
  private var said: [Part] {
    guard let understanding else { return [] }
    var parts: [Part] = []
    let alarms = item.utterances.flatMap { Distress.found(in: Utterance($0)) }
    if let alarm = alarms.first { parts.append(part("« \(alarm) »", "“\(alarm)”", 1.8)) }
    if isUnderstood, let value = Self.intents[understanding.intent] {
      let title = intentTitle(understanding.intent)
      parts.append(part("question : \(title.fr)", "question: \(title.en)", value))
    }
    let near = deadlines.filter { deadline in
      deadline.intents.contains(understanding.intent)
        && (0...5).contains(deadline.date.days(since: now.day))
    }.min { $0.date < $1.date }
    if isUnderstood, let near {
      let days = near.date.days(since: now.day)
      parts.append(
        part(
          "échéance « \(near.title) » dans \(days) j", "deadline “\(near.title)” in \(days) d",
          1.6 - 0.2 * Double(days)))
    }
    if isElsewhere {
      parts.append(part("hors domaine", "out of scope", -0.9))
    }
    return parts
  }

  private var waiting: Part {
    let days = Int(hours / 24)
    let label = days > 0 ? "\(days) j" : "\(Int(hours)) h"
    let english = days > 0 ? "\(days) d" : "\(Int(hours)) h"
    return part("attend depuis \(label)", "waiting for \(english)", min(1.5, hours / 24 * 0.35))
  }

  private var attempts: Part? {
    let count = item.calls.count
    guard count > 1 else { return nil }
    return part("\(count) tentatives", "\(count) attempts", min(2, 0.7 * Double(count - 1)))
  }

  private var message: Part? {
    item.voicemails.isEmpty ? nil : part("message laissé", "message left", 0.7)
  }

  private var queueing: Part? {
    let wait = item.calls.map(\.wait).max() ?? 0
    guard wait >= 60 else { return nil }
    return part(
      "\(wait / 60) min dans la file", "\(wait / 60) min in the queue",
      min(0.6, Double(wait) / 600))
  }

  private var hidden: Part? {
    item.number.isEmpty ? part("numéro masqué", "hidden number", -1.5) : nil
  }

  /// Uncertain ones come earlier, because a label teaches most there.
  private var doubt: Part? {
    guard understanding != nil, !isUnderstood, !isElsewhere else {
      return nil
    }
    return part("personne n'a compris", "nobody understood", 0.5)
  }
}
