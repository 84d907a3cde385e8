import Display
import Review

/// Everything the workbench shows, as a value.
public struct State: Hashable, Sendable {
  /// What fills the screen.
  public enum Screen: Hashable, Sendable {
    /// A panel.
    case panel(Project)
    /// The supervision.
    case supervision
  }

  /// A line for the user that goes with the next key.
  public struct Toast: Hashable, Sendable {
    /// The line.
    public var text: SafeText
    /// Whether it tells a failure.
    public var isError: Bool
  }

  /// Which part of a panel has the keys.
  public enum Pane: Hashable, Sendable {
    /// The list.
    case list
    /// The detail.
    case detail
  }

  /// The greatest number of details kept at hand.
  static let detailLimit = 24
  /// From so many columns on, the detail stands beside the list.
  static let wideWidth = 100

  /// Columns and rows.
  public var size: Size
  /// The words.
  public var words: Words
  /// Unicode or ASCII signs.
  public var glyphs: GlyphSet
  /// The theme.
  public var theme: Theme
  /// Who works.
  public var agent: Agent
  /// Now, as the last message told.
  public var now: Timestamp
  /// What the present engines declare, by project.
  public let panels: [Project: PanelBox]
  /// What fills the screen.
  public var screen: Screen
  /// Whether nobody pressed anything yet: only then may the screen choose another panel by itself.
  var isUntouched = true
  /// Which part has the keys.
  public var pane = Pane.list
  /// The lists.
  public var lists: [Project: ListState]
  /// The details at hand, by suggestion.
  public var details: [String: SuggestionDetail] = [:]
  /// The order in which details came, oldest first.
  var detailOrder: [String] = []
  /// The layouts of the details that a key press may show next.
  var ahead = LayoutsAhead()
  /// The lines of the rows that are shown.
  var rowsAhead = RowsAhead()
  /// The pictures at hand, by the name under which the store keeps them.
  public var pictures: [String: Raster] = [:]
  /// The order in which pictures came, oldest first.
  var pictureOrder: [String] = []
  /// How pictures are shown.
  public var pictureMode = PictureMode()
  /// With which colours pictures are shown.
  public var pictureColours: PictureView.Colours
  /// Since when the focused suggestion is on screen.
  public var focusSince: Timestamp
  /// What lies over the screen, the last one on top.
  public var overlays: [Overlay] = []
  /// What is typed into the filter, while it is.
  public var filter: TextInput?
  /// A line for the user.
  public var toast: Toast?
  /// How far work in the background has come.
  public var work: AnalysisProgress?
  /// What the supervision shows.
  public var supervision = Supervision()
  /// What was read of confidential panels in this session: each goes to the ledger once.
  var read: Set<String> = []
  /// Sentences for the linear driver.
  public var announcement: [SafeText] = []

  /// Makes the first state.
  public init(
    size: Size, language: InterfaceLanguage, agent: Agent, panels: [Panel], now: Timestamp,
    theme: Theme = .standard, glyphs: GlyphSet = .unicode, localTime: LocalTime = .utc,
    pictureColours: PictureView.Colours = .palette
  ) {
    self.pictureColours = pictureColours
    self.size = size
    words = Words(language, localTime: localTime)
    self.glyphs = glyphs
    self.theme = theme
    self.agent = agent
    self.now = now
    focusSince = now
    self.panels = Dictionary(
      panels.map { ($0.project, PanelBox($0)) }, uniquingKeysWith: { first, _ in first })
    lists = Dictionary(
      panels.map { ($0.project, ListState($0.project)) }, uniquingKeysWith: { first, _ in first })
    let first = panels.map(\.project).min()
    screen = first.map { .panel($0) } ?? .supervision
  }

  /// The project shown, or `nil` on the supervision screen.
  public var project: Project? {
    if case .panel(let project) = screen { return project }
    return nil
  }

  /// The panel shown.
  public var panel: Panel? { project.flatMap { panels[$0]?.panel } }

  /// The list shown.
  public var list: ListState? { project.flatMap { lists[$0] } }

  /// The detail of the focused row, when it is at hand.
  public var detail: SuggestionDetail? { list?.row.flatMap { details[$0.id] } }

  /// Whether list and detail stand side by side.
  public var isWide: Bool { size.width >= Self.wideWidth }

  /// The projects that have an engine, by number.
  public var projects: [Project] { panels.keys.sorted() }

  mutating func keep(_ detail: SuggestionDetail) {
    let id = detail.suggestion.id
    if details[id] == nil { detailOrder.append(id) }
    details[id] = detail
    while detailOrder.count > Self.detailLimit {
      details[detailOrder.removeFirst()] = nil
    }
  }

  mutating func tell(_ text: SafeText, isError: Bool = false) {
    toast = Toast(text: text, isError: isError)
    announcement.append(text)
  }
}
