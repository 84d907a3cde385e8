import Display
import Review

/// Something that happened: the only way in which the state changes.
public enum Message: Sendable {
  /// The program begins.
  case start
  /// An event from the terminal.
  case input(InputEvent, now: Timestamp)
  /// Rows came.
  case window(SuggestionQuery, SuggestionWindow, FocusRule)
  /// Counts came.
  case counts([Project: PanelCounts])
  /// A detail came.
  case detail(SuggestionDetail)
  /// Pictures came, by name.
  case pictures([String: Raster])
  /// Events were recorded; the sentence says what, for the user.
  case recorded(Project, LocalizedText)
  /// Something failed.
  case failed(LocalizedText)
  /// A document came.
  case document(Document, [Span])
  /// A search was answered.
  case hits(String, [SearchHit])
  /// What an action found for a query, to be looked through.
  case found(String, [SearchHit])
  /// The values of a facet came.
  case facet(String, [FacetCount])
  /// The models came.
  case models(Project, [ModelRecord])
  /// A table's rows came.
  case table(Project, String, [KnowledgeRow])
  /// A row of a table was refused.
  case tableRefused(LocalizedText)
  /// Text came to be read.
  case page(LocalizedText, [String])
  /// Work in the background went on; `nil` when it ended.
  case progress(AnalysisProgress?)
  /// Another program wrote to the store.
  case storeChanged
  /// The suggestions of a list that was drawn elsewhere came, with why they are to be read.
  case drawn(Project, Set<String>, ReadingPurpose)
  /// A suggestion as it was when somebody decided came, with the decision.
  case replayed(Suggestion, LedgerEvent)
  /// What the supervision shows came.
  case supervision(Supervision)
}
