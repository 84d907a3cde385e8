import Foundation
import Testing

@testable import Telephone

@Suite("Replies of the exchange")
struct AGIReplyTests {
  @Test("what is a reply")
  func replies() {
    let timeout = AGIReply("200 result=0 (timeout) endpos=16000")
    #expect(timeout?.result == 0)
    #expect(timeout?.detail == "timeout")
    #expect(timeout?.endPosition == 16_000)
    #expect(AGIReply("200 result=48")?.key == "0")
    #expect(AGIReply("200 result=-1")?.key == nil)
    #expect(AGIReply("511 Command Not Permitted on a dead channel")?.code == 511)
  }

  @Test(
    "what is none",
    arguments: ["", "HANGUP", "200", "200 result=x", "2000 result=0", "999 result=1", "résultat"])
  func none(line: String) {
    #expect(AGIReply(line) == nil)
  }

  @Test("values are quoted so that nothing ends the line")
  func quoting() {
    #expect(AGIChannel.quoted("a\"b\\c\nHANGUP\r") == "\"a\\\"b\\\\cHANGUP\"")
  }
}
