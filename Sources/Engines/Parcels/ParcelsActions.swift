import Foundation
import Imagery
import Review

/// The actions of the panel.
enum ParcelsActions {
  private static func subject(_ request: ActionRequest) throws -> Suggestion {
    guard let suggestion = request.suggestion else { throw EngineError.unknownName("suggestion") }
    return suggestion
  }

  private static func candidate(
    _ request: ActionRequest, _ records: any RecordSource
  ) throws -> Candidate {
    guard let candidate = try CandidateTable.candidate(try subject(request), records) else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "les images de cet objet ne sont plus dans le magasin",
          en: "the pictures of this object are no longer in the store"))
    }
    return candidate
  }

  /// Accepts the object in focus under another type.
  static func type(_ request: ActionRequest) throws -> ActionResult {
    _ = try subject(request)
    guard let type = ObjectType(named: request.parameters["type"] ?? "") else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "« \(request.parameters["type"] ?? "") » trouvé, un type du panneau attendu",
          en: "found “\(request.parameters["type"] ?? "")”, expected a type of the panel"))
    }
    return .decision(
      ProposedDecision(verdict: .accept, correction: [correctionField: type.rawValue]))
  }

  /// The name under which a decision holds the type that an agent gave.
  static let correctionField = "type"

  /// An object that an agent saw and the engine missed, beside the one in focus.
  static func draw(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    let near = try candidate(request, records)
    func number(_ name: String) -> Double { Double(request.parameters[name] ?? "") ?? 0 }
    var miss = near
    miss.centre = GroundPoint(
      east: near.centre.east + number("east"), north: near.centre.north + number("north"))
    miss.length = max(number("length"), number("width"))
    miss.width = min(number("length"), number("width"))
    miss.area = miss.length * miss.width
    miss.drawn = nil
    miss.isMiss = true
    miss.measures = []
    let (half, side) = (number("length") / 2, number("width") / 2)
    miss.outline = [(-half, side), (half, side), (half, -side), (-half, -side)].map {
      GroundPoint(east: miss.centre.east + $0.0, north: miss.centre.north + $0.1)
    }
    miss.key =
      "\(near.key)\(DecidedPixels.missMark)\(Int(miss.centre.east.rounded()))|\(Int(miss.centre.north.rounded()))"
    miss.chipOutline = chipOutline(miss, near)
    let composer = SuggestionComposer(
      judge: try RegionJudge(request.circumstances.model, shipped: ShippedModel.current),
      weights: PriorityWeights(request.circumstances.knowledge), request: request.circumstances)
    return .suggestions([composer.suggestion(miss)])
  }

  /// The outline in the pictures of the object beside which it was drawn.
  private static func chipOutline(_ miss: Candidate, _ near: Candidate) -> [PixelPoint] {
    let middle: PixelPoint
    if let box = MinimumRectangle(near.chipOutline), !near.outline.isEmpty {
      middle = PixelPoint(
        x: box.corners.reduce(0) { $0 + $1.x } / 4, y: box.corners.reduce(0) { $0 + $1.y } / 4)
    } else {
      let side = min(
        Double(ChipCutter.sideLimit), CandidateMaker.tileMetres / max(0.01, near.metres))
      middle = PixelPoint(x: side / 2, y: side / 2)
    }
    return miss.outline.map {
      PixelPoint(
        x: middle.x + ($0.east - near.centre.east) / near.chipMetres,
        y: middle.y - ($0.north - near.centre.north) / near.chipMetres)
    }
  }

  /// The « fiche de signalement » of the object in focus.
  static func sheet(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    let suggestion = try subject(request)
    let page = try SheetExport.page(
      suggestion, try candidate(request, records), records, request.language)
    return .file(
      name: "fiche-\(suggestion.id).html", content: SheetExport.document([page], request.language))
  }

  /// The order of visits through what was accepted.
  static func route(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    let count = Int(request.parameters["count"] ?? "") ?? 20
    var query = SuggestionQuery(project: .parcels)
    query.statuses = [.accepted]
    let stops = try RouteExport.stops(query, limit: count, records)
    guard !stops.isEmpty else {
      return .text([
        request.language == .french ? "aucun objet accepté" : "no object was accepted"
      ])
    }
    return .file(
      name: "visites-\(request.circumstances.today.iso).md",
      content: Data(RouteExport.lines(stops, request.language).joined(separator: "\n").utf8))
  }
}
