import Crypto
import Foundation
import Oversight
import Review
import Testing

@Suite struct ProofTests {
  /// A chain of role events, whose content is short.
  static func chain(_ count: Int) -> [(row: [UInt8], previous: LedgerHash, hash: LedgerHash)] {
    var previous = LedgerHash.zero
    return (0..<count).map { index in
      let row = CanonicalRow(
        sequence: index + 1, time: Timestamp(milliseconds: Int64(index)), agent: "a",
        payload: .role(Agent(id: "a\(index)", role: .agent)), digests: [:])
      let hash = row.hash(after: previous)
      defer { previous = hash }
      return (row.bytes, previous, hash)
    }
  }

  static func proof(
    _ chain: [(row: [UInt8], previous: LedgerHash, hash: LedgerHash)], _ index: Int
  ) throws -> InclusionProof {
    let tree = MerkleTree(chain.map(\.hash))
    return InclusionProof(
      sequence: index + 1, count: chain.count, row: chain[index].row,
      previous: chain[index].previous, path: try #require(tree.path(of: index)), root: tree.root)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 100])
  func everyRowIsProvedAndNoOther(count: Int) throws {
    let chain = Self.chain(count)
    for index in 0..<count {
      let proof = try Self.proof(chain, index)
      #expect(proof.isValid)
      var forged = proof
      forged.row = Data(chain[(index + 1) % count].row).base64EncodedString()
      #expect(!forged.isValid || count == 1)
      var moved = proof
      moved.sequence += 1
      #expect(!moved.isValid)
      var cut = proof
      if !cut.path.isEmpty { cut.path.removeLast() } else { cut.path = [proof.root] }
      #expect(!cut.isValid)
      var other = proof
      other.root = LedgerHash.zero.description
      #expect(!other.isValid)
    }
  }

  @Test func treesWithoutLeavesHaveTheHashOfNothing() {
    // RFC 6962: the hash of an empty list is the hash of an empty string.
    #expect(
      MerkleTree([]).root.description
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(MerkleTree([]).path(of: 0) == nil)
  }

  @Test func proofsSurviveJSON() throws {
    let proof = try Self.proof(Self.chain(9), 4)
    let data = try JSONEncoder().encode(proof)
    #expect(try JSONDecoder().decode(InclusionProof.self, from: data) == proof)
  }

  @Test func signedHeadsAreReadBackAndForgeriesAreFound() throws {
    let key = Curve25519.Signing.PrivateKey()
    let chain = Self.chain(5)
    let head = try SignedHead(
      sequence: 5, hash: chain[4].hash, root: MerkleTree(chain.map(\.hash)).root,
      time: Timestamp(milliseconds: 7), key: key)
    let read = try #require(SignedHead(line: head.line))
    #expect(read == head && read.isSignatureValid)
    var forged = read
    forged.sequence = 4
    #expect(!forged.isSignatureValid)
    forged = read
    forged.key = [UInt8](Curve25519.Signing.PrivateKey().publicKey.rawRepresentation)
    #expect(!forged.isSignatureValid)
  }

  @Test(arguments: ["", "vigie-head-1", "vigie-head-1 5 00 00 7 00 00", "vigie-head-2 a b c d e f"])
  func otherLinesAreNoHeads(line: String) { #expect(SignedHead(line: line) == nil) }
}
