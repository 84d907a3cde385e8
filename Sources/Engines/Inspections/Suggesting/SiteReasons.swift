import Foundation
import Review

/// Tells the reasons of a site's score in sentences with values, dates, stations and distances.
struct SiteReasons {
  let subject: Subject
  let material: Material
  let enricher: ControlEnricher
  let neighbours: BadNeighbours
  /// The features by the name of their column.
  let value: (String) -> Float?
  let today: CalendarDate

  private var past: [Control] { subject.controls.map { material.controls[$0] } }

  /// The sentence of a reason and what it rests on.
  func tell(_ reason: String) -> (LocalizedText, LocalizedText?) {
    switch reason {
    case ReasonKey.recent: (recent, nil)
    case ReasonKey.site: (record, source(past.last))
    case ReasonKey.last: (last, source(past.last))
    case ReasonKey.severity:
      (
        LocalizedText(
          fr: "gravité des constats passés du site", en: "seriousness of the site's past findings"),
        source(past.last)
      )
    case ReasonKey.theme: (theme, nil)
    case ReasonKey.neighbours: (around, nil)
    case ReasonKey.season: (season, nil)
    case ReasonKey.place:
      (LocalizedText(fr: "secteur géographique", en: "geographical sector"), nil)
    case ReasonKey.water: water
    default: (own(reason), nil)
    }
  }

  private func source(_ control: Control?) -> LocalizedText? {
    control.map {
      LocalizedText(fr: "\($0.file), ligne \($0.line)", en: "\($0.file), line \($0.line)")
    }
  }

  private var recent: LocalizedText {
    let share = Facts.percent(Double(value("recent 3 months") ?? 0))
    return LocalizedText(
      fr: "\(share.fr) de non-conformités ces trois derniers mois, tous sites",
      en: "\(share.en) non-conformities in the last three months, all sites")
  }

  private var record: LocalizedText {
    let known = past.filter { $0.isBad != nil }
    guard !known.isEmpty else {
      return LocalizedText(
        fr: "jamais contrôlé à notre connaissance", en: "never inspected as far as is known")
    }
    let bad = known.count { $0.isBad == true }
    return LocalizedText(
      fr: "\(bad) non-conformité\(bad > 1 ? "s" : "") en \(known.count) contrôle"
        + "\(known.count > 1 ? "s" : "")",
      en: "\(bad) non-conformit\(bad == 1 ? "y" : "ies") in \(known.count) "
        + "inspection\(known.count == 1 ? "" : "s")")
  }

  private var last: LocalizedText {
    guard let last = past.last(where: { $0.isBad != nil }) else {
      return LocalizedText(fr: "aucun contrôle connu", en: "no known inspection")
    }
    let outcome = Facts.outcome(last.level)
    return LocalizedText(
      fr: "dernier contrôle \(outcome.fr), le \(last.date.iso)",
      en: "last inspection \(outcome.en), on \(last.date.iso)")
  }

  private var theme: LocalizedText {
    let name = subject.row.theme.isEmpty ? "—" : subject.row.theme
    let share = Facts.percent(Double(value("theme rate") ?? 0))
    return LocalizedText(
      fr: "thème « \(name) » : \(share.fr) de non-conformités",
      en: "theme “\(name)”: \(share.en) non-conformities")
  }

  private var around: LocalizedText {
    guard let place = subject.location else {
      return LocalizedText(fr: "emplacement inconnu", en: "place unknown")
    }
    let found = neighbours.near(place, except: subject.row.site)
    guard let nearest = found.first else {
      return LocalizedText(
        fr: "aucune non-conformité à moins de 5 km en 12 mois",
        en: "no non-conformity within 5 km in 12 months")
    }
    let distance = Facts.number(nearest.distance)
    let control = material.controls[nearest.control]
    let name = control.name.isEmpty ? control.site : control.name
    let count = found.count
    return LocalizedText(
      fr: "\(count) non-conformité\(count > 1 ? "s" : "") à moins de 5 km en 12 mois ; la plus "
        + "proche : \(name), à \(distance.fr) km, le \(control.date.iso)",
      en:
        "\(count) non-conformit\(count == 1 ? "y" : "ies") within 5 km in 12 months; the nearest: "
        + "\(name), \(distance.en) km away, on \(control.date.iso)")
  }

  private var season: LocalizedText {
    LocalizedText(
      fr: "saison (jour \(today.dayOfYear) de l'année)",
      en: "season (day \(today.dayOfYear) of the year)")
  }

  private var water: (LocalizedText, LocalizedText?) {
    guard let place = subject.location,
      let (near, telling) = enricher.water.telling(
        place, day: today.daysSinceEpoch, theme: subject.row.theme)
    else {
      return (
        LocalizedText(
          fr: "aucune mesure d'eau à moins de 10 km depuis 3 ans",
          en: "no water measurement within 10 km for 3 years"), nil
      )
    }
    let series = material.series[near.series]
    let name = Facts.name(series.parameter)
    let value = Facts.value(telling.last, parameter: series.parameter)
    let distance = Facts.number(near.distance)
    let level = Facts.number(telling.threshold, digits: 2)
    let station = material.stations[series.station]
    let course = station?.courseName ?? ""
    let where1 = course.isEmpty ? "" : " (\(course))"
    return (
      LocalizedText(
        fr:
          "\(name.fr) : \(value.fr) le \(telling.last.date.iso), station \(series.station)\(where1), à "
          + "\(distance.fr) km ; \(telling.above) mesures sur \(telling.count) au-dessus de "
          + "\(level.fr) en 3 ans",
        en:
          "\(name.en): \(value.en) on \(telling.last.date.iso), station \(series.station)\(where1), "
          + "\(distance.en) km away; \(telling.above) of \(telling.count) measurements above "
          + "\(level.en) in 3 years"),
      station.map {
        LocalizedText(fr: "\($0.file), ligne \($0.line)", en: "\($0.file), line \($0.line)")
      }
    )
  }

  /// The columns that this engine adds have names in both languages, those of a mapping their own.
  private static let names = [
    "régime": LocalizedText(fr: "régime", en: "regime"),
    "activité": LocalizedText(fr: "activité", en: "activity"),
  ]

  private func own(_ reason: String) -> LocalizedText {
    if reason.hasPrefix(ReasonKey.group) {
      return group(String(reason.dropFirst(ReasonKey.group.count)))
    }
    let column = String(reason.dropFirst(ReasonKey.own.count))
    let name = Self.names[column] ?? LocalizedText(same: column)
    if let place = enricher.columns.categories.firstIndex(of: column) {
      let text = place < subject.row.categories.count ? subject.row.categories[place] : ""
      let shown = text.isEmpty ? "—" : text
      return LocalizedText(fr: "\(name.fr) : \(shown)", en: "\(name.en): \(shown)")
    }
    guard let found = value(column), !found.isNaN else {
      return LocalizedText(fr: "\(name.fr) : non renseigné", en: "\(name.en): not given")
    }
    let number = Facts.number(Double(found), digits: 2)
    return LocalizedText(fr: "\(name.fr) : \(number.fr)", en: "\(name.en): \(number.en)")
  }

  private func group(_ name: String) -> LocalizedText {
    let place = enricher.columns.groups.firstIndex(of: name)
    let key = place.flatMap { $0 < subject.row.groups.count ? subject.row.groups[$0] : nil } ?? ""
    // Keys are capitals without signs: the commune has its own spelling.
    let text =
      ControlReader.groupKey(subject.commune) == key && !key.isEmpty ? subject.commune : key
    let share = Facts.percent(Double(value("\(name) rate") ?? 0))
    return LocalizedText(
      fr: "\(name) « \(text) » : \(share.fr) de non-conformités passées",
      en: "\(name) “\(text)”: \(share.en) past non-conformities")
  }
}
