import Review
import Testing

@testable import Workbench

@Suite struct EventWordsTests {
  private func text(_ payload: LedgerPayload, _ words: Words = .english) -> String {
    words.event(payload, panel: Sample.panel, parts: ["p1": "Ill all night"]).content
  }

  @Test func decisions() {
    #expect(text(Sample.decision(.accept)) == "accepted")
    #expect(text(Sample.decision(.reject, reason: "no-risk")) == "rejected: no risk")
    #expect(text(Sample.decision(.reject, reason: "gone")) == "rejected: gone")
    #expect(
      text(Sample.decision(.reject, part: "p1", reason: "misread"))
        == "rejected “Ill all night”: misread")
    #expect(text(Sample.decision(.later, part: "p9")) == "later “p9”")
    #expect(
      text(Sample.decision(.accept, correction: ["b": "2", "a": "1"])) == "accepted; a → 1; b → 2")
  }

  @Test func whatWasSeen() {
    #expect(Words.english.seen(Sample.seen()) == "saw: 88%, rank 2, 11\u{A0}s, model 7")
    #expect(
      Words.french.seen(Sample.seen(model: nil)) == "vu\u{A0}: règle, rang 2, 11\u{A0}s")
  }

  @Test func otherEvents() {
    let project = Project.restaurants
    let model = ModelEvent(project: project, version: 8, sha256: "", previous: 7)
    let access = AccessRecord(project: project, subject: "s", reason: "complaint")
    let edit = KnowledgeEdit(project: project, table: "joins", key: "k", values: ["key": "k"])
    let removal = KnowledgeEdit(project: project, table: "other", key: "k", values: nil)
    let record = ImportRecord(
      project: project, files: ["b.csv": "", "a.csv": ""], rows: 1_200, refused: 1, suggestions: 3)
    let cases: [(LedgerPayload, String)] = [
      (.undo(cancels: 1_200, subject: nil, project: nil), "took back event 1,200"),
      (
        .followUp(
          FollowUp(
            suggestion: "s", project: project, state: "to-inspect", due: Sample.date(2026, 9, 20))),
        "follow-up: to inspect, due 20\u{A0}Sep\u{A0}2026"
      ),
      (
        .followUp(FollowUp(suggestion: "s", project: project, state: "unknown")),
        "follow-up: unknown"
      ),
      (.knowledge(edit), "wrote “k” in Pairings"), (.knowledge(removal), "removed “k” from other"),
      (.candidate(model), "trained candidate 8"), (.promotion(model), "put model 8 in use"),
      (.importing(record), "read a.csv, b.csv: 1,200\u{A0}rows, 1\u{A0}refused"),
      (.unmasking(access), "unmasked: complaint"), (.reading(access), "opened: complaint"),
      (.role(Agent(id: "paul", role: .supervisor)), "made paul supervisor"),
      (.erasure(sequence: 9, reason: "asked"), "erased the text of event 9 (asked)"),
    ]
    for (payload, expected) in cases { #expect(text(payload) == expected) }
  }

  @Test func everyEventReadsInBothLanguages() {
    for event in Sample.history {
      let french = text(event.payload, .french)
      #expect(!french.isEmpty)
      #expect(french != text(event.payload, .english))
    }
  }

  @Test func provenance() {
    let text = Words.french.provenance(Sample.suggestion()).content
    #expect(text.contains("avis.tsv, ligne 1\u{202F}234"))
    #expect(text.contains("SHA-256 ab12ab12ab12…"))
    #expect(text.contains("moteur restaurants 1, modèle 7 · lu le 19\u{A0}oct.\u{A0}2026"))
    var bare = Sample.suggestion()
    bare.provenance = Provenance(
      file: "f", sha256: "", row: nil, engine: "e 1", time: Sample.time(2026, 1, 2))
    #expect(
      Words.english.provenance(bare).content
        == "Source: f · engine e 1, rules · read on 2\u{A0}Jan\u{A0}2026 · \(bare.id)")
  }
}
