import Foundation
import Review

/// The facts of an object: what its priority is made of, and where it lies.
struct FactsWriter {
  /// The share of an object in one parcel from which on its parcel is sure.
  static let sureShare = 0.8

  let candidate: Candidate
  let judged: Judgement

  private static func factor(_ value: Double) -> String {
    String(format: "%.2f", value).replacingOccurrences(of: ".", with: ",")
  }

  private func fact(
    _ fr: String, _ en: String, _ value: String, _ english: String? = nil,
    source: LocalizedText? = nil
  ) -> FactsEvidence.Fact {
    FactsEvidence.Fact(
      name: LocalizedText(fr: fr, en: en), value: LocalizedText(fr: value, en: english ?? value),
      source: source)
  }

  /// The factors of the priority, and the clock of prescription.
  var priority: Evidence {
    let priority = judged.priority
    var facts = [
      fact(
        "Priorité", "Priority",
        "\(Self.factor(priority.value)) = nouveau \(Self.factor(priority.newShare)) × permis "
          + "\(Self.factor(priority.permitFactor)) × zone \(Self.factor(priority.zoneFactor)) × "
          + "type \(Self.factor(priority.typeFactor))",
        String(
          format: "%.2f = new %.2f × permit %.2f × zone %.2f × type %.2f", priority.value,
          priority.newShare, priority.permitFactor, priority.zoneFactor, priority.typeFactor)),
      permit,
      fact(
        "Zone", "Zone", zones, zones,
        source: LocalizedText(fr: "table « Poids des zones »", en: "table “Weights of zones”")),
    ]
    let urgent = priority.isUrgent
    facts.append(
      fact(
        "Prescription", "Limitation",
        "acquise entre le \(priority.barredFrom.iso) et le \(priority.barredUntil.iso)"
          + (urgent ? " — URGENT" : ""),
        "reached between \(priority.barredFrom.iso) and \(priority.barredUntil.iso)"
          + (urgent ? " — URGENT" : ""),
        source: LocalizedText(
          fr: "l'objet est apparu entre les deux images",
          en: "the object appeared between the two pictures")))
    return .facts(
      FactsEvidence(
        title: LocalizedText(
          fr: "Priorité, à part de la probabilité", en: "Priority, apart from probability"),
        facts: facts))
  }

  private var permit: FactsEvidence.Fact {
    if !candidate.permits.isEmpty {
      let list = candidate.permits.prefix(4).joined(separator: ", ")
      return fact(
        "Permis", "Permit", list, list,
        source: LocalizedText(fr: "Sitadel, même parcelle", en: "Sitadel, same parcel"))
    }
    return candidate.knowsPermits
      ? fact(
        "Permis", "Permit", "aucun sur la parcelle", "none on the parcel",
        source: LocalizedText(same: "Sitadel"))
      : fact(
        "Permis", "Permit", "inconnu : aucun fichier de permis lu",
        "unknown: no file of permits was read")
  }

  private var zones: String {
    guard !candidate.zones.isEmpty else { return judged.priority.zone }
    return candidate.zones.map { zone in
      [zone.category, zone.name, zone.code].filter { !$0.isEmpty }.joined(separator: " · ")
    }.joined(separator: " ; ")
  }

  /// Parcels by shares, size, registration.
  var place: Evidence {
    var facts: [FactsEvidence.Fact] = []
    if !candidate.shares.isEmpty { facts.append(parcels) }
    if candidate.length > 0 {
      let length = LocalizedText.decimal(candidate.length, 1)
      let width = LocalizedText.decimal(candidate.width, 1)
      let area = Int(candidate.area.rounded())
      facts.append(
        fact(
          "Taille", "Size", "\(length.fr) × \(width.fr) m, \(area) m²",
          "\(length.en) × \(width.en) m, \(area) m²"))
    }
    let centimetres = Int((candidate.metres * 100).rounded())
    let residual = LocalizedText.decimal(candidate.residual, 1)
    facts.append(
      fact(
        "Images", "Pictures",
        "\(centimetres) cm par pixel, écart de recalage "
          + "\(residual.fr) m",
        "\(centimetres) cm a pixel, registration off by "
          + "\(residual.en) m",
        source: LocalizedText(same: candidate.file)))
    facts.append(
      fact(
        "Lambert-93", "Lambert-93",
        "\(Int(candidate.centre.east.rounded())) ; \(Int(candidate.centre.north.rounded()))"))
    return .facts(
      FactsEvidence(title: LocalizedText(fr: "Lieu", en: "Place"), facts: facts))
  }

  private var parcels: FactsEvidence.Fact {
    let list = candidate.shares.prefix(4).map { share in
      "\(share.section) \(share.number) \(Int((share.share * 100).rounded())) %"
    }.joined(separator: " · ")
    let isSure = (candidate.shares.first?.share ?? 0) >= Self.sureShare
    return fact(
      "Parcelle", "Parcel", list + (isSure ? "" : "  (limite)"),
      list + (isSure ? "" : "  (boundary)"),
      source: LocalizedText(fr: "cadastre, parts de surface", en: "cadastre, shares of area"))
  }
}
