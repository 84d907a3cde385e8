import Foundation
import Review

/// What a pair of pictures shows, in words, for those who do not see them.
enum PictureWords {
  static func description(_ candidate: Candidate, _ judged: Judgement) -> LocalizedText {
    if candidate.isTile {
      return LocalizedText(
        fr: "Carré de 40 m tiré au hasard : rien n'y a été trouvé. Acceptez s'il s'y trouve un "
          + "objet nouveau.",
        en: "A square of 40 m drawn at random: nothing was found in it. Accept if there is a new "
          + "object in it.")
    }
    let length = LocalizedText.decimal(candidate.length, 1)
    let width = LocalizedText.decimal(candidate.width, 1)
    let share = Int((judged.typeShare * 100).rounded())
    return LocalizedText(
      fr: "\(judged.type.title.fr) (\(share) % des types), \(length.fr) × \(width.fr) m"
        + seen(candidate).fr + ".",
      en: "\(judged.type.title.en) (\(share) % among types), \(length.en) × \(width.en) m"
        + seen(candidate).en + ".")
  }

  /// What the measures say in plain words.
  private static func seen(_ candidate: Candidate) -> LocalizedText {
    guard candidate.measures.count == RegionMeasure.count else { return LocalizedText(same: "") }
    func value(_ measure: RegionMeasure) -> Float { candidate.measures[measure.rawValue] }
    var parts: [LocalizedText] = []
    if value(.whitenessAfter) > 1.4 {
      parts.append(LocalizedText(fr: "clair et sans teinte", en: "bright and without hue"))
    }
    if value(.vegetationLost) > 0.35 {
      parts.append(
        LocalizedText(fr: "sur de la végétation disparue", en: "on vegetation that is gone"))
    }
    if value(.shadowAfter) > 0.25 {
      parts.append(LocalizedText(fr: "avec une ombre nouvelle", en: "with a new shadow"))
    }
    if value(.rectangularity) > 0.8 {
      parts.append(LocalizedText(fr: "de forme rectangulaire", en: "rectangular"))
    }
    return LocalizedText(
      fr: parts.map { ", " + $0.fr }.joined(), en: parts.map { ", " + $0.en }.joined())
  }
}
