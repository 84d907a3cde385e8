import Foundation
import Learning
import Review

/// The reasons of an establishment's score as sentences in both languages.
enum EstablishmentSentences {
  /// The sentence of a reason.
  static func label(_ reason: EstablishmentReason, _ known: EstablishmentCase) -> LocalizedText {
    let features = known.features
    let subject = known.subject
    switch reason {
    case .activity:
      return activity(
        subject.activities, rate: Logistic.sigmoid(features[.activityRate]))
    case .department:
      let place = subject.department
      guard !place.isEmpty else {
        return LocalizedText(fr: "département inconnu", en: "département unknown")
      }
      return times("département \(place)", "département \(place)", features[.departmentRatio])
    case .locality:
      let town = subject.commune.isEmpty ? subject.postcode : subject.commune
      guard !town.isEmpty else {
        return LocalizedText(fr: "commune inconnue", en: "commune unknown")
      }
      return times("commune \(town)", "commune \(town)", features[.communeRatio])
    case .neighbours:
      guard features[.neighbours1500].isFinite else {
        return LocalizedText(
          fr: "voisinage inconnu (sans coordonnées)", en: "neighbourhood unknown (no coordinates)")
      }
      return times(
        "établissements voisins (1,5 km)", "neighbouring establishments (1.5 km)",
        features[.neighbours1500])
    case .past: return past(known.past)
    case .companyResults: return companyResults(features)
    case .company: return company(subject, features)
    case .file: return file(subject)
    }
  }

  /// « activité : Restaurant (6,9 % de non-conformes en moyenne) ».
  static func activity(_ activities: [String], rate: Double) -> LocalizedText {
    let share = Decimals(rate * 100)
    let names = activities.isEmpty ? nil : activities.joined(separator: ", ")
    return LocalizedText(
      fr: "activité : \(names ?? "inconnue") (\(share.fr) % de non-conformes en moyenne)",
      en: "activity: \(names ?? "unknown") (\(share.en)% non-compliant on average)")
  }

  private static func times(_ fr: String, _ en: String, _ logRatio: Double) -> LocalizedText {
    let ratio = Decimals(exp(logRatio.isFinite ? logRatio : 0))
    return LocalizedText(
      fr: "\(fr) : \(ratio.fr) fois les non-conformités attendues",
      en: "\(en): \(ratio.en) times the expected non-compliances")
  }

  private static func past(_ past: OutcomeHistory.Past?) -> LocalizedText {
    guard let past else {
      return LocalizedText(
        fr: "aucune inspection antérieure connue", en: "no earlier inspection known")
    }
    let more =
      past.count > 1
      ? LocalizedText(
        fr: ", \(past.count) inspections connues", en: ", \(past.count) inspections known")
      : LocalizedText(same: "")
    return LocalizedText(
      fr: "dernière inspection « \(past.last.title.fr) » du \(past.date.iso)\(more.fr)",
      en: "last inspection “\(past.last.title.en)” on \(past.date.iso)\(more.en)")
  }

  private static func companyResults(_ features: EstablishmentFeatures) -> LocalizedText {
    let count = features[.companySize] + features[.companyPastCount]
    guard count > 0 else {
      return LocalizedText(
        fr: "entreprise sans autre inspection connue",
        en: "company without any other known inspection")
    }
    return times(
      "autres inspections de l'entreprise", "other inspections of the company",
      features[.companyRatio] + features[.companyPastRatio])
  }

  private static func company(
    _ subject: EstablishmentSubject, _ features: EstablishmentFeatures
  ) -> LocalizedText {
    let siren = subject.company == nil ? "?" : String(subject.siret.prefix(9))
    let namesakes = Int(exp(features[.chainSize]) - 0.5)
    return LocalizedText(
      fr: "ancienneté et taille de l'entreprise (SIREN \(siren), même nom : \(namesakes))",
      en: "age and size of the company (SIREN \(siren), same name: \(namesakes))")
  }

  private static func file(_ subject: EstablishmentSubject) -> LocalizedText {
    let place =
      subject.location == nil
      ? LocalizedText(fr: ", sans coordonnées", en: ", no coordinates") : LocalizedText(same: "")
    return subject.approval.isEmpty
      ? LocalizedText(
        fr: "sans agrément sanitaire\(place.fr)", en: "no sanitary approval\(place.en)")
      : LocalizedText(
        fr: "agrément sanitaire \(subject.approval)\(place.fr)",
        en: "sanitary approval \(subject.approval)\(place.en)")
  }
}

/// A number with one decimal in both languages.
struct Decimals {
  let en: String
  var fr: String { en.replacing(".", with: ",") }

  init(_ value: Double) {
    let tenths = Int((min(1e9, max(-1e9, value.isFinite ? value : 0)) * 10).rounded())
    en = "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
