import Review

/// Everything a supervisor is told of one panel.
public struct ProjectOversight: Hashable, Sendable {
  /// The project.
  public var project: Project
  /// How mature the engine is.
  public var maturity: Maturity
  /// What it changes in the work.
  public var impact: Impact
  /// How decisions follow the score.
  public var bias: AutomationBias
  /// Signs to look into.
  public var signs: [BiasSign]
  /// How far readers agree.
  public var agreement: AgreementReport
  /// The disagreements, settled or not.
  public var disagreements: [Disagreement]
  /// The number of decisions taken back.
  public var overturned: Int

  /// The oversight of a project.
  ///
  /// - Parameters:
  ///   - events: its decisions and undos, oldest first.
  ///   - rows: its standing judgements with their selections.
  public init(project: Project, events: [LedgerEvent], rows: [JudgedRow], today: CalendarDate) {
    let judgements = Judgement.all(in: events, project: project)
    self.project = project
    maturity = Maturity(rows)
    bias = AutomationBias(judgements)
    agreement = AgreementReport(judgements)
    signs = BiasSign.signs(bias, agreement: agreement)
    impact = Impact(judgements, bias: bias, estimate: maturity.estimate, today: today)
    disagreements = Disagreement.all(in: judgements)
    let decisions = Set(
      events.compactMap { event -> Int? in
        if case .decision = event.payload { return event.sequence }
        return nil
      })
    overturned = events.count { event in
      if case .undo(let cancels, _, _) = event.payload { return decisions.contains(cancels) }
      return false
    }
  }
}
