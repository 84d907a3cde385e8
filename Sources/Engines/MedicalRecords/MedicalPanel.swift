import Review

/// What the medical panel declares: its words, facets, reasons, states, tables and actions.
enum MedicalPanel {
  static let panel = Panel(
    project: .medical,
    item: PluralText(
      one: LocalizedText(fr: "dossier", en: "record"),
      other: LocalizedText(fr: "dossiers", en: "records")),
    rejectionReasons: [
      DecisionReason(
        code: "wrong-patient", key: "p",
        title: LocalizedText(fr: "pas ce patient", en: "not this patient"))
    ],
    feedingHint: LocalizedText(fr: "…", en: "…"),
    evaluationTasks: tasks)

  private static let tasks = [
    EvaluationTask(
      name: "attributes",
      title: LocalizedText(
        fr: "négation, hypothèse, famille, antécédent",
        en: "negation, hypothesis, family, past history")),
    EvaluationTask(
      name: "mentions", title: LocalizedText(fr: "mentions et codes", en: "mentions and codes")),
    EvaluationTask(
      name: "times", title: LocalizedText(fr: "dates et durées", en: "dates and durations")),
    EvaluationTask(
      name: "measures", title: LocalizedText(fr: "résultats et mesures", en: "results and measures")
    ),
    EvaluationTask(
      name: "tnm", title: LocalizedText(fr: "classifications TNM", en: "TNM stages")),
    EvaluationTask(
      name: "sections", title: LocalizedText(fr: "titres de sections", en: "section headings")),
    EvaluationTask(
      name: "diagnosis",
      title: LocalizedText(fr: "diagnostic principal", en: "main diagnosis")),
  ]
}
