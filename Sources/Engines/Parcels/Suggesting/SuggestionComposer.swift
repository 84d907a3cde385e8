import Foundation
import Imagery
import Review

/// Composes the suggestion of a candidate.
struct SuggestionComposer {
  let judge: RegionJudge
  let weights: PriorityWeights
  let request: AnalysisRequest

  /// - Parameter opinion: what the trees of decided pixels say of it, in log-odds.
  func suggestion(_ candidate: Candidate, opinion: Double = 0) -> Suggestion {
    let judged = Judgement(
      candidate, judge: judge, opinion: opinion, weights: weights, today: request.today)
    var evidence: [Evidence] = []
    if !candidate.isTile, !candidate.measures.isEmpty {
      evidence.append(.contributions(judged.contributions))
    }
    let facts = FactsWriter(candidate: candidate, judged: judged)
    evidence.append(.picturePair(pictures(candidate, judged)))
    evidence.append(facts.priority)
    evidence.append(facts.place)
    if let plan = PlanWriter(candidate: candidate).plan { evidence.append(plan) }
    let location = Lambert93.coordinate(candidate.centre)
    return Suggestion(
      project: .parcels, naturalKey: candidate.key, title: title(candidate, judged),
      place: place(candidate), location: location,
      outline: candidate.outline.compactMap { Lambert93.coordinate($0) },
      date: candidate.afterDate, facets: facets(candidate, judged), score: judged.score,
      priority: priority(candidate, judged), selection: selection(candidate, judged),
      evidence: evidence,
      features: candidate.measures.isEmpty
        ? nil : FrozenFeatures(schema: RegionMeasure.schema, values: candidate.measures),
      provenance: Provenance(
        file: candidate.file, sha256: candidate.sha256, row: nil, engine: ParcelsVersion.name,
        model: judge.version, time: request.now))
  }

  private func title(_ candidate: Candidate, _ judged: Judgement) -> String {
    if candidate.isMiss { return "Objet tracé à la main" }
    if candidate.isTile { return "Tuile tirée au hasard" }
    let name = judged.type.title.fr
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private func place(_ candidate: Candidate) -> String {
    guard let share = candidate.shares.first else {
      return candidate.commune.isEmpty ? candidate.pair : candidate.commune
    }
    let parcel = "\(share.section) \(share.number)"
    return candidate.commune.isEmpty ? parcel : "\(candidate.commune), \(parcel)"
  }

  private func facets(_ candidate: Candidate, _ judged: Judgement) -> [Facet] {
    typealias Name = ParcelsPanel.FacetName
    var facets: [Facet] = []
    if candidate.isTile {
      facets.append(Facet(Name.blind, "oui"))
    } else {
      facets.append(Facet(Name.type, judged.type.title.fr))
    }
    if !candidate.commune.isEmpty { facets.append(Facet(Name.commune, candidate.commune)) }
    facets.append(Facet(Name.zone, judged.priority.zone))
    for zone in candidate.zones where zone.category != judged.priority.zone {
      facets.append(Facet(Name.zone, zone.category))
    }
    if let permit = candidate.permits.first {
      facets.append(Facet(Name.permit, permit))
    } else if candidate.knowsPermits {
      facets.append(Facet(Name.permit, "aucun"))
    }
    if let share = candidate.shares.first {
      let mark = share.share < FactsWriter.sureShare ? " ±" : ""
      facets.append(Facet(Name.parcel, "\(share.section) \(share.number)\(mark)"))
    }
    return facets
  }

  /// Tiles stand among the finds, evenly: by a number drawn from their place.
  private func priority(_ candidate: Candidate, _ judged: Judgement) -> Double {
    guard candidate.isTile else { return judged.priority.value }
    let hash = candidate.key.utf8.reduce(UInt64(1_469_598_103_934_665_603)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    return Double(hash >> 40) / Double(1 << 24) * 0.6
  }

  private func selection(_ candidate: Candidate, _ judged: Judgement) -> Selection {
    if let drawn = candidate.drawn { return Selection(.random, probability: drawn) }
    let value = judged.score.value
    return Selection(value > 0.35 && value < 0.6 ? .uncertain : .best)
  }

  private func pictures(_ candidate: Candidate, _ judged: Judgement) -> PicturePairEvidence {
    PicturePairEvidence(
      before: candidate.beforePicture, after: candidate.afterPicture,
      beforeDate: candidate.beforeDate, afterDate: candidate.afterDate,
      outline: candidate.chipOutline.map { .init(x: $0.x, y: $0.y) },
      metresPerPixel: candidate.chipMetres,
      description: PictureWords.description(candidate, judged))
  }
}
