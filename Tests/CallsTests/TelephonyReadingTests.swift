import Foundation
import Review
import Testing

@testable import Calls

@Suite("Logs of the exchange")
struct TelephonyReadingTests {
  private func read(_ lines: [String]) -> (calls: [String: CallRecord], refused: [Refusal]) {
    var refused: [Refusal] = []
    var reader = QueueLogReader(file: "queue_log") { refused.append($0) }
    for (number, line) in lines.enumerated() { reader.read(line, number: number + 1) }
    return (reader.calls, refused)
  }

  @Test("how each call ended")
  func outcomes() {
    let (calls, refused) = read([
      "1793865595|NONE|NONE|NONE|QUEUESTART|",
      "1793865665|a.1|cea|NONE|ENTERQUEUE||0353010123|4",
      "1793865853|a.1|cea|NONE|EXITWITHTIMEOUT|1|1|188",
      "1793865665|a.2|cea|NONE|ENTERQUEUE||+33353010124|4",
      "1793866488|a.2|cea|Agent 4|CONNECT|397|1793866488.902|3",
      "1793866520|a.2|cea|Agent 4|COMPLETECALLER|397|104|2",
      "1793865665|a.3|cea|NONE|ENTERQUEUE||anonymous|4",
      "1793866342|a.3|cea|NONE|EXITWITHKEY|1|2|4|112",
    ])
    #expect(refused.isEmpty)
    #expect(calls["a.1"]?.outcome == .timedOut)
    #expect(calls["a.1"]?.wait == 188)
    #expect(calls["a.2"]?.outcome == .answered)
    #expect(calls["a.2"]?.caller == "0353010124")
    #expect(calls["a.3"]?.outcome == .leftByKey)
    #expect(calls["a.3"]?.caller.isEmpty == true)
  }

  @Test(
    "bad lines are refused with their number",
    arguments: ["x|y", "-1|a|b|c|ABANDON|1|1|1", "1793865853|a.1|cea|NONE|STOLEN|1", "|||||||"])
  func bad(line: String) {
    let (calls, refused) = read(["", line])
    #expect(calls.isEmpty)
    #expect(refused.first?.line == 2)
  }

  @Test("call detail records of 16 to 21 columns", arguments: [16, 17, 18, 21])
  func details(columns: Int) {
    var fields = [
      "\"cea\"", "\"0353010123\"", "\"800\"", "\"in\"", "\"\"\"ASSO, 23\"\" <0353010123>\"",
      "\"SIP/1\"", "\"\"", "\"VoiceMail\"", "\"800\"", "\"2026-11-05 08:01:05\"", "\"\"", "\"\"",
      "199", "199", "\"ANSWERED\"", "\"DOCUMENTATION\"", "\"1793865665.100\"", "\"\"", "\"\"",
      "\"1793865665.99\"", "\"7\"",
    ]
    fields.removeLast(21 - columns)
    let line = fields.joined(separator: ",")
    #expect(CallDetailReader.fits(line))
    var reader = CallDetailReader(file: "Master.csv") { _ in }
    reader.read(line, number: 1)
    let call = reader.calls.first
    #expect(call?.outcome == .machine)
    #expect(
      call?.id
        == (columns == 16 ? "Master.csv:1" : columns == 21 ? "1793865665.99" : "1793865665.100"))
    #expect(call?.start.day.iso == "2026-11-05")
  }

  @Test("an open quote or another table is no record")
  func notDetails() {
    #expect(!CallDetailReader.fits("\"cea,1,2"))
    #expect(!CallDetailReader.fits("a,b,c"))
    var refused = 0
    var reader = CallDetailReader(file: "m") { _ in refused += 1 }
    reader.read("garbage", number: 3)
    #expect(refused == 1)
  }

  @Test("voicemail with and without macrocontext")
  func voicemail() {
    let text = """
      ;
      [message]
      origmailbox=800
      callerid="ASSO" <0353010123>
      origtime=1793868908
      duration=26
      """
    for variant in [
      text, text.replacingOccurrences(of: "origmailbox", with: "macrocontext=\norigmailbox"),
    ] {
      #expect(VoicemailReader.fits(variant))
      let found = VoicemailReader.message(variant, url: URL(fileURLWithPath: "/x/msg0003.txt"))
      #expect(found.message?.caller == "0353010123")
      #expect(found.message?.duration == 26)
      #expect(found.message?.audio == "")
    }
    let broken = VoicemailReader.message(
      "[message]\norigtime=soon", url: URL(fileURLWithPath: "/m.txt"))
    #expect(broken.message == nil)
  }

  @Test("numbers are normalised and masked")
  func numbers() {
    #expect(PhoneNumber.normalised("+33353010123") == "0353010123")
    #expect(PhoneNumber.normalised("0033353010123") == "0353010123")
    #expect(PhoneNumber.normalised("anonymous").isEmpty)
    #expect(PhoneNumber.masked("0353010123") == "03 53 •• •• 23")
    #expect(PhoneNumber.masked("") == "••")
  }

  @Test("utterances of other tools")
  func corpora() {
    let markdown = "## intent:pay\n- où est [le bulletin](doc)\n## lookup:x\n- rien\n"
    #expect(IntentCorpus.read(markdown, file: "nlu.md")?.map(\.text) == ["où est le bulletin"])
    let yaml = "nlu:\n- intent: pay\n  examples: |\n    - où est le bulletin\n    - ma fiche\n"
    #expect(IntentCorpus.read(yaml, file: "nlu.yml")?.count == 2)
    let snips = #"{"intents":{"pay":{"utterances":[{"data":[{"text":"ma "},{"text":"fiche"}]}]}}}"#
    #expect(IntentCorpus.read(snips, file: "a.json")?.first?.text == "ma fiche")
    let nlp = #"{"data":[{"intent":"pay","utterances":["a","b"]}]}"#
    #expect(IntentCorpus.read(nlp, file: "b.json")?.count == 2)
    #expect(IntentCorpus.read("texte", file: "c.txt") == nil)
  }
}
