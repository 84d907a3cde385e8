import Review

/// A panel's declaration, compared by its project: declarations do not change while running.
public struct PanelBox: Hashable, Sendable {
  /// The declaration.
  public let panel: Panel

  init(_ panel: Panel) { self.panel = panel }

  /// Declarations of one project are the same.
  public static func == (left: PanelBox, right: PanelBox) -> Bool {
    left.panel.project == right.panel.project
  }

  /// Hashes the project.
  public func hash(into hasher: inout Hasher) { hasher.combine(panel.project) }
}
