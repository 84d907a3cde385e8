import Foundation

/// WAV files as telephones use them.
public enum WaveFile {
  /// The largest file taken, in bytes.
  public static let sizeLimit = 64 << 20
  /// Samples a second of the telephone.
  public static let telephoneRate = 8000
  /// Samples a second that recorders and synthesisers write.
  static let rates = 2000...384_000

  /// Whether bytes begin like a WAV file.
  public static func isWave(_ data: Data) -> Bool {
    data.count > 44 && data.prefix(4) == Data("RIFF".utf8)
      && data.dropFirst(8).prefix(4) == Data("WAVE".utf8)
  }

  /// The 16-bit mono samples and their rate, or `nil` when the file is of another kind.
  public static func samples(_ data: Data) -> (samples: [Int16], rate: Int)? {
    guard isWave(data) else { return nil }
    let bytes = [UInt8](data)
    func number(_ place: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    var place = 12
    var rate = 0
    while place + 8 <= bytes.count {
      // espeak-ng writes a length of 2³¹ when it writes to a pipe: the rest of the file is meant.
      let length = min(number(place + 4, 4), bytes.count - place - 8)
      let name = bytes[place..<place + 4]
      if name.elementsEqual("fmt ".utf8), length >= 16 {
        guard number(place + 8, 2) == 1, number(place + 10, 2) == 1, number(place + 22, 2) == 16
        else { return nil }
        rate = number(place + 12, 4)
        // A rate that no recorder has would make the telephone's copy a thousand times longer.
        guard rates.contains(rate) else { return nil }
      } else if name.elementsEqual("data".utf8), rate > 0 {
        let count = length / 2
        return (
          (0..<count).map { Int16(truncatingIfNeeded: number(place + 8 + 2 * $0, 2)) }, rate
        )
      }
      place += 8 + length + length % 2
    }
    return nil
  }

  /// A WAV file of 16-bit mono samples.
  public static func data(_ samples: [Int16], rate: Int) -> Data {
    var data = Data()
    func append(_ value: Int, _ size: Int) {
      for offset in 0..<size { data.append(UInt8(truncatingIfNeeded: value >> (8 * offset))) }
    }
    data.append(contentsOf: "RIFF".utf8)
    append(36 + samples.count * 2, 4)
    data.append(contentsOf: "WAVEfmt ".utf8)
    for (value, size) in [(16, 4), (1, 2), (1, 2), (rate, 4), (rate * 2, 4), (2, 2), (16, 2)] {
      append(value, size)
    }
    data.append(contentsOf: "data".utf8)
    append(samples.count * 2, 4)
    for sample in samples { append(Int(sample), 2) }
    return data
  }

  /// Samples at another rate: the mean of what falls into each step, which is enough of a low-pass
  /// for speech going down to the telephone.
  public static func resampled(_ samples: [Int16], from rate: Int, to wanted: Int) -> [Int16] {
    guard rate != wanted, rate > 0, wanted > 0, !samples.isEmpty else { return samples }
    let step = Double(rate) / Double(wanted)
    let count = Int(Double(samples.count) / step)
    return (0..<count).map { index in
      let begin = Double(index) * step
      let first = Int(begin)
      let last = min(samples.count, max(first + 1, Int(begin + step)))
      let sum = samples[first..<last].reduce(0) { $0 + Int($1) }
      return Int16(clamping: sum / (last - first))
    }
  }
}
