/// Undoes gzip compression (RFC 1952, RFC 1951): rotated logs are kept so.
public enum Gzip {
  /// Why bytes cannot be decompressed.
  public enum Failure: Error, Hashable, Sendable {
    /// They do not begin like gzip.
    case notGzip
    /// They end too early or hold a code that does not exist.
    case damaged
    /// What comes out is larger than allowed.
    case tooLarge
    /// The checksum does not hold.
    case checksum
  }

  /// Whether bytes begin like gzip.
  public static func isGzip(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B, 0x08])
  }

  /// The decompressed bytes of all members.
  ///
  /// - Parameter limit: the most bytes that may come out: a small file can hold a very large one.
  public static func decompress(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var isGiven = false
    var inflater = GzipInflater { piece in
      piece = isGiven ? [] : bytes
      isGiven = true
      return !piece.isEmpty
    }
    var output: [UInt8] = []
    do {
      while true {
        let piece = try inflater.next()
        if piece.isEmpty { return output }
        guard output.count + piece.count <= limit else { throw Failure.tooLarge }
        output += piece
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .damaged
    }
  }
}
