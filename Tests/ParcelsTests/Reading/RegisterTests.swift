import Foundation
import Review
import Testing

@testable import Parcels

@Suite("Permits and statuses")
struct RegisterTests {
  private static let header =
    "DEP_CODE;COMM;TYPE_DAU;NUM_DAU;ETAT_DAU;DATE_REELLE_AUTORISATION;SEC_CADASTRE1;NUM_CADASTRE1;SEC_CADASTRE2;NUM_CADASTRE2;SEC_CADASTRE3;NUM_CADASTRE3\n"

  @Test("permits, with a second header row, cancelled ones and ones without a parcel")
  func sitadel() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "sitadel.csv",
      Self.header + """
        dep;comm;type;NUM_DAU;etat;date;sec;num;;;;
        34;34332;PC;PC0340001;2;2020-03-01;0B;0439;AC;12;;
        34;34332;DP;DP0340002;4;2020-03-01;AB;440;;;;
        34;34332;PA;PA0340003;2;2020-03-01;;;;;;
        """)
    var refusals: [Refusal] = []
    let permits = try SitadelReader.read(file) { refusals.append($0) }
    #expect(permits.map(\.number) == ["PC0340001", "DP0340002"])
    #expect(permits.map(\.isValid) == [true, false])
    #expect(permits[0].date == CalendarDate(iso: "2020-03-01"))
    #expect(
      permits[0].parcels == [
        ParcelName(commune: "34332", section: "B", number: "439"),
        ParcelName(commune: "34332", section: "AC", number: "0012"),
      ])
    #expect(refusals.count == 1 && refusals[0].line == 5)
  }

  @Test(
    "the two labels are kept apart",
    arguments: [
      ("Invalidé", false, nil), ("Légal", true, false), ("Illégal", true, true),
      ("Suspect", true, nil), ("Non vérifié", nil, nil), ("", nil, nil),
    ] as [(String, Bool?, Bool?)])
  func status(_ text: String, _ isReal: Bool?, _ isIrregular: Bool?) {
    let status = AigleReader.status(text)
    #expect(status.isReal == isReal && status.isIrregular == isIrregular)
  }

  @Test("Aigle's export gives examples by place")
  func aigle() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "aigle.csv",
      """
      Object n°;Type;Statut de validation;x;y
      1;caravane;Illégal;728051;6245949
      2;caravane;Invalidé;nowhere;43
      3;caravane;Invalidé;728900;6245949
      """)
    var refusals: [Refusal] = []
    let rows = try AigleReader.read(file) { refusals.append($0) }
    #expect(rows.count == 2 && refusals.count == 1)
    let examples = DecidedPlaces(rows).examples([candidate()])
    #expect(examples.map(\.label) == [1])
    #expect(DecidedPlaces(Array(rows.dropFirst())).examples([candidate()]).isEmpty)
  }
}
