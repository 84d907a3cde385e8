import Display
import Review

/// Something that lies over the list and takes the keys; `Esc` takes it away.
public enum Overlay: Hashable, Sendable {
  /// The help, from its first line shown.
  case help(scroll: Int)
  /// Commands by name.
  case palette(Palette)
  /// The reasons for a rejection, one key each.
  case reasons(Target)
  /// A question that needs a yes.
  case confirm(Target, Verdict, reason: String?)
  /// A note being written.
  case note(TextInput, Target)
  /// Text to read.
  case page(Page)
  /// A document opened at a place.
  case document(DocumentPage)
  /// A search over documents.
  case search(SearchPage)
  /// Things to choose from.
  case menu(Menu)
  /// The parameters of an action.
  case form(Form)
  /// A conversation with an action.
  case conversation(Conversation)
  /// A knowledge table.
  case table(TablePage)

  /// What a decision is about.
  public struct Target: Hashable, Sendable {
    /// The suggestions.
    public var rows: [SuggestionRow]
    /// The part, when one suggestion's part is meant.
    public var part: String?
  }

  /// Commands by name.
  public struct Palette: Hashable, Sendable {
    /// What was typed.
    public var input = TextInput()
    /// The chosen line.
    public var selected = 0
  }

  /// Text to read.
  public struct Page: Hashable, Sendable {
    /// The title.
    public var title: SafeText
    /// The lines, wrapped when drawn.
    public var lines: [SafeText]
    /// The first line shown.
    public var scroll = 0
  }

  /// A document.
  public struct DocumentPage: Hashable, Sendable {
    /// The document.
    public var document: Document
    /// The highlighted spans.
    public var spans: [Span]
    /// The first line shown; `nil` to show the first highlight.
    public var scroll: Int?
  }

  /// A search.
  public struct SearchPage: Hashable, Sendable {
    /// What was typed.
    public var input = TextInput()
    /// What was found.
    public var hits: [SearchHit] = []
    /// The chosen hit.
    public var selected = 0
    /// Whether keys type.
    public var isTyping = true
    /// Whether an answer has come.
    public var isAnswered = false
  }

  /// Things to choose from.
  public struct Menu: Hashable, Sendable {
    /// One thing.
    public struct Item: Hashable, Sendable {
      /// What is shown.
      public var title: SafeText
      /// What choosing it does.
      public var choice: Choice
    }

    /// The title.
    public var title: SafeText
    /// The things.
    public var items: [Item]
    /// The chosen one.
    public var selected = 0
  }

  /// What a choice of a menu does.
  public enum Choice: Hashable, Sendable {
    /// Enters a follow-up state.
    case followUp(suggestion: String, from: String?, to: String)
    /// Shows the values of a facet.
    case facetValues(String)
    /// Filters by a facet.
    case facet(Facet)
    /// Takes all facets away.
    case clearFacets
    /// Puts a model into use.
    case promote(Int)
    /// Shows what a model would change in the list.
    case preview(Int)
    /// Opens a table.
    case table(String)
    /// Takes an event back.
    case undo(Int)
    /// Shows suggestions of some statuses.
    case statuses(Set<ReviewStatus>)
    /// Lists the control readings that wait for this agent.
    case controls
    /// Lists the disagreements to settle.
    case disagreements
    /// Shows a decided suggestion as it was then.
    case replay(Int)
    /// Nothing: a line to read.
    case nothing
  }

  /// The parameters of an action.
  public struct Form: Hashable, Sendable {
    /// The action.
    public var action: ActionDescription
    /// What was typed for each parameter.
    public var inputs: [TextInput]
    /// The parameter being typed.
    public var selected = 0
    /// What is wrong.
    public var error: SafeText = .empty
  }

  /// A conversation with an action that answers each line.
  public struct Conversation: Hashable, Sendable {
    /// What parts the lines said.
    static let separator = " / "

    /// The action.
    public var action: ActionDescription
    /// What was said so far.
    public var turns: [String] = []
    /// What is being typed.
    public var input = TextInput()
    /// The whole conversation, as the action tells it.
    public var lines: [SafeText] = []

    /// What the action is given.
    var parameters: [String: String] {
      action.parameters.first.map { [$0.name: turns.joined(separator: Self.separator)] } ?? [:]
    }
  }

  /// A knowledge table.
  public struct TablePage: Hashable, Sendable {
    /// The table.
    public var table: KnowledgeTable
    /// Its rows.
    public var rows: [KnowledgeRow]
    /// The chosen row; `rows.count` for a new one.
    public var row = 0
    /// The chosen column.
    public var column = 0
    /// The values being edited, by column, when a row is being edited.
    public var editing: [TextInput]?
    /// What is wrong.
    public var error: SafeText = .empty
  }
}
