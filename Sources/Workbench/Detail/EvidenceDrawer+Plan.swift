import Display
import Review

extension EvidenceDrawer {
  /// The most shapes named below a plan.
  private static let shapeLimit = 40
  /// The fewest columns in which a map says something.
  private static let leastPlanWidth = 16

  func draw(_ plan: PlanEvidence, into layout: inout DetailLayout) {
    layout.add(title(words("Plan", "Map")))
    let plane = LocalPlane(plan.shapes.flatMap(\.points))
    if let plane, width >= Self.leastPlanWidth {
      let size = Size(width: width, height: min(max(width / 5, 6), 14))
      var grid = Grid(size: size)
      let unit = view(of: plan, plane).draw(into: &grid, in: Rect(size), glyphs: context.glyphs)
      layout.add(grid.styledLines)
      if let scale = scale(metresPerColumn: unit) { layout.add(scale) }
    }
    for (rank, shape) in plan.shapes.prefix(Self.shapeLimit).enumerated() {
      var line = StyledLine(SafeText(rank + 1) + " ", Style(shape.role.colour, .bold))
      line.append(words(shape.role.title) + words(" : ", ": "), Style(shape.role.colour))
      line.append(words(shape.label))
      layout.add(line.indented(1, width: width))
    }
    let hidden = plan.shapes.count - Self.shapeLimit
    if hidden > 0 { layout.add(remark(words.more(hidden))) }
    layout.add(StyledLine(words(plan.description)).wrapped(to: width))
  }

  /// The shapes, each with its number at its north-western corner: names would cover each other.
  private func view(of plan: PlanEvidence, _ plane: LocalPlane) -> PlanView {
    var view = PlanView()
    var numbers: [PlanView.Shape] = []
    for (rank, shape) in plan.shapes.prefix(Self.shapeLimit).enumerated() {
      let corners = shape.points.map { plane.position($0) }
      let style = Style(shape.role.colour)
      let number = SafeText(rank + 1)
      if corners.count == 1 {
        view.places.append(.init(corners[0], number, style: style))
      } else if let corner = corners.max(by: { $0.y - $0.x < $1.y - $1.x }) {
        view.shapes.append(.init(corners, style: style))
        numbers.append(.init([corner], style: style.adding(.bold), label: number))
      }
    }
    view.shapes += numbers
    return view
  }

  /// A bar of a round length: `├────┤ 20 m`.
  private func scale(metresPerColumn unit: Double) -> StyledLine? {
    guard unit > 0, unit.isFinite else { return nil }
    var length = 1.0
    while length < unit * 4 {
      if length * 2 >= unit * 4 {
        length *= 2
      } else if length * 5 >= unit * 4 {
        length *= 5
      } else {
        length *= 10
      }
    }
    let columns = min(max(2, Int((length / unit).rounded())), width)
    let isASCII = context.glyphs == .ascii
    let (left, line, right): (SafeText, SafeText, SafeText) =
      isASCII ? ("|", "-", "|") : ("├", "─", "┤")
    let bar = left + line.repeated(columns - 2) + right
    let metres =
      length < 1_000
      ? words.decimal(length, 0) + "\(words.tie)m"
      : words.decimal(length / 1_000, 0) + "\(words.tie)km"
    return StyledLine(
      bar + SafeText(" \(metres)") + words(" · nord en haut", " · north up"), Style(.muted))
  }
}

extension PlanEvidence.Role {
  /// What a shape stands for, in a word.
  var title: LocalizedText {
    switch self {
    case .subject: LocalizedText(fr: "objet", en: "subject")
    case .ground: LocalizedText(fr: "terrain", en: "ground")
    case .zone: LocalizedText(fr: "zone", en: "zone")
    case .neighbour: LocalizedText(fr: "voisin", en: "neighbour")
    }
  }

  /// The role that colours a shape.
  var colour: Display.Role {
    switch self {
    case .subject: .plot1
    case .ground: .plot4
    case .zone: .plot2
    case .neighbour: .plot3
    }
  }
}
