import Foundation
import Review

/// Tells the reasons of a station's score.
struct StationReasons {
  let series: WaterSeries
  let threshold: Double
  let station: Station?
  let value: (String) -> Float?
  let today: CalendarDate

  func tell(_ reason: String) -> (LocalizedText, LocalizedText?) {
    let source = station.map {
      LocalizedText(fr: "\($0.file), ligne \($0.line)", en: "\($0.file), line \($0.line)")
    }
    switch reason {
    case ReasonKey.level: return (level, source)
    case ReasonKey.exceedances: return (exceedances, source)
    case ReasonKey.residual: return (residual, source)
    case ReasonKey.network: return (network, nil)
    case ReasonKey.neighbours: return (neighbours, nil)
    case ReasonKey.trend: return (trend, nil)
    case ReasonKey.gap: return (gap, nil)
    case ReasonKey.season:
      return (LocalizedText(fr: "saison", en: "season"), nil)
    default: return (LocalizedText(fr: "secteur géographique", en: "geographical sector"), nil)
    }
  }

  private var past: ArraySlice<WaterPoint> {
    series.points[..<series.count(before: today.daysSinceEpoch)]
  }

  private var level: LocalizedText {
    let name = Facts.name(series.parameter)
    guard let last = past.last else { return name }
    let value = Facts.value(last, parameter: series.parameter)
    // The level is ln(1 + 25 · value / threshold).
    let expected = self.value("expected").map { (Double(exp($0)) - 1) / 25 * threshold }
    guard let expected, expected.isFinite else {
      return LocalizedText(
        fr: "\(name.fr) : \(value.fr) le \(last.date.iso)",
        en: "\(name.en): \(value.en) on \(last.date.iso)")
    }
    let shown = Facts.number(expected, digits: expected < 1 ? 3 : 1)
    return LocalizedText(
      fr: "\(name.fr) : \(value.fr) le \(last.date.iso), \(shown.fr) attendu à cette saison",
      en: "\(name.en): \(value.en) on \(last.date.iso), \(shown.en) expected at this season")
  }

  private var exceedances: LocalizedText {
    let recent = past.filter { today.daysSinceEpoch - $0.day <= WaterSignals.memory }
    let above = recent.count { $0.exceeds(threshold) }
    let level = Facts.number(threshold, digits: 2)
    return LocalizedText(
      fr: "\(above) mesures sur \(recent.count) au-dessus de \(level.fr) en 3 ans",
      en: "\(above) of \(recent.count) measurements above \(level.en) in 3 years")
  }

  private var residual: LocalizedText {
    let high = (value("recent against expected") ?? 0) >= 0
    return LocalizedText(
      fr: high
        ? "mesures récentes au-dessus de ce que la station laissait attendre"
        : "mesures récentes au-dessous de ce que la station laissait attendre",
      en: high
        ? "recent measurements above what the station led to expect"
        : "recent measurements below what the station led to expect")
  }

  private var network: LocalizedText {
    let value = self.value("others against expected, 25.0 km, 45 d") ?? .nan
    guard !value.isNaN else {
      return LocalizedText(
        fr: "aucune autre station mesurée ces derniers mois",
        en: "no other station measured in the last months")
    }
    let change = Facts.percent(Double(abs(exp(value) - 1)))
    let isHigh = value >= 0
    return LocalizedText(
      fr: "autres stations à 25 km : \(change.fr) \(isHigh ? "au-dessus" : "au-dessous") de "
        + "l'habitude depuis 45 jours",
      en:
        "other stations within 25 km: \(change.en) \(isHigh ? "above" : "below") their usual level "
        + "for 45 days")
  }

  private var neighbours: LocalizedText {
    let share = Facts.percent(Double(value("neighbours above, 10 km") ?? 0))
    return LocalizedText(
      fr: "stations à moins de 10 km : \(share.fr) des mesures au-dessus du seuil en 12 mois",
      en: "stations within 10 km: \(share.en) of measurements above the threshold in 12 months")
  }

  private var trend: LocalizedText {
    guard let slope = value("trend a year"), !slope.isNaN else {
      return LocalizedText(fr: "tendance : trop peu de mesures", en: "trend: too few measurements")
    }
    let change = Facts.percent(Double(abs(exp(slope) - 1)))
    return LocalizedText(
      fr: "tendance (Theil–Sen) : \(slope >= 0 ? "+" : "−")\(change.fr) par an",
      en: "trend (Theil–Sen): \(slope >= 0 ? "+" : "−")\(change.en) a year")
  }

  private var gap: LocalizedText {
    guard let last = past.last else {
      return LocalizedText(fr: "sans mesure", en: "no measurement")
    }
    let days = today.days(since: last.date)
    return LocalizedText(
      fr: Facts.count(past.count, "jour", "jours") + " de mesure, le dernier il y a "
        + Facts.count(days, "jour", "jours"),
      en: Facts.count(past.count, "day", "days", .english) + " measured, the last "
        + Facts.count(days, "day", "days", .english) + " ago")
  }
}
