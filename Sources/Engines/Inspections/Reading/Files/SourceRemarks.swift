import Foundation
import Review

/// Says what was odd in the files.
struct SourceRemarks {
  private let sources: InspectionSources
  private let moved: [String: Double]
  private static let listed = 10

  init(_ sources: InspectionSources, moved: [String: Double]) {
    self.sources = sources
    self.moved = moved
  }

  /// The remarks, in a fixed order.
  var texts: [LocalizedText] {
    repeated + conversions + slips + movements + unknownStations + unitBreaks
  }

  private var repeated: [LocalizedText] {
    let count = sources.measurements.repeated
    guard count > 0 else { return [] }
    return [
      LocalizedText(
        fr: "\(count) mesures répétées, gardées une fois",
        en: "\(count) repeated measurements, kept once")
    ]
  }

  private var conversions: [LocalizedText] {
    sources.measurements.converted.keys.sorted().prefix(Self.listed).map { key in
      let count = sources.measurements.converted[key] ?? 0
      return LocalizedText(
        fr: "\(count) résultats du paramètre \(key) convertis dans l'unité usuelle",
        en: "\(count) results of parameter \(key) converted to the usual unit")
    }
  }

  private var slips: [LocalizedText] {
    sources.measurements.slips.keys.sorted().prefix(Self.listed).map { key in
      let count = sources.measurements.slips[key] ?? 0
      return LocalizedText(
        fr: "\(count) résultats du paramètre \(key) : l'unité nomme une autre substance, valeurs "
          + "gardées telles quelles",
        en:
          "\(count) results of parameter \(key): the unit names another substance, values kept as "
          + "they stand")
    }
  }

  private var movements: [LocalizedText] {
    moved.keys.sorted().prefix(Self.listed).map { code in
      let distance = String(format: "%.1f", moved[code] ?? 0)
      return LocalizedText(
        fr: "la station \(code) a deux emplacements distants de "
          + "\(distance.replacingOccurrences(of: ".", with: ",")) km : le premier est gardé",
        en: "station \(code) has two places \(distance) km apart: the first is kept")
    }
  }

  private var unknownStations: [LocalizedText] {
    let unknown = sources.measurements.stations.count {
      sources.stations.stations[$0]?.location == nil
    }
    guard unknown > 0 else { return [] }
    return [
      LocalizedText(
        fr: "\(unknown) stations mesurées sans coordonnées (fichier des stations manquant ?)",
        en: "\(unknown) measured stations without coordinates (file of stations missing?)")
    ]
  }

  /// Series whose level jumps by about a thousand or a unit of nitrogen from one year to the next:
  /// the unit changed half-way while its symbol did not.
  private var unitBreaks: [LocalizedText] {
    var texts: [LocalizedText] = []
    for range in SeriesRanges(sources.measurements.measurements).ranges {
      guard texts.count < Self.listed else { break }
      let rows = sources.measurements.measurements[range]
      guard let first = rows.first,
        let day = UnitBreak.day(
          in: rows, factors: SandreTable.parameters[first.parameter]?.distinctFactors ?? [])
      else { continue }
      let station = sources.measurements.stations[Int(first.station)]
      texts.append(
        LocalizedText(
          fr: "station \(station), paramètre \(first.parameter) : le niveau change d'un facteur "
            + "anormal le \(day.iso) (unité changée ?)",
          en:
            "station \(station), parameter \(first.parameter): the level changes by an odd factor "
            + "on \(day.iso) (unit changed?)"))
    }
    return texts
  }
}
