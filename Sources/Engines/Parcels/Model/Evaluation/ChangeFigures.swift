import Imagery

/// The counts behind the figures of change masks, pair by pair so that they can be pooled and drawn
/// anew.
struct ChangeCounts: Sendable {
  /// A thing an agent would look at.
  struct Candidate: Sendable {
    /// The mean score.
    var score: Double
    /// Whether it is one of the true objects (overlap at least 0.3).
    var isRight: Bool
  }

  var truePixels = 0
  var falsePixels = 0
  var missedPixels = 0
  var candidates: [Candidate] = []
  var objects = 0
  var matched = 0
  var loose = 0

  /// The overlap from which a candidate is an object.
  static let overlap = 0.3
  /// The share of an object that must be covered for it to count as seen.
  static let looseShare = 0.3

  /// The smallest component that counts in a set, in pixels.
  static func smallest(_ set: String) -> Int {
    switch set {
    case "fotbcd": 100
    case "oscd": 4
    default: 16
    }
  }

  init() {}

  /// Compares a map (cut at 128) with a label of the same size.
  init(map: Plane, label: [Bool], smallest: Int) {
    let width = map.width
    func kept(_ mask: [Bool]) -> [[Int]] {
      Components(mask, width: width).pixels.filter { $0.count >= smallest }
    }
    let found = kept(map.values.map { $0 >= 128 })
    let wanted = kept(label)
    var owner = [Int32](repeating: -1, count: label.count)
    for (number, pixels) in wanted.enumerated() {
      for pixel in pixels { owner[pixel] = Int32(number) }
    }
    objects = wanted.count
    var overlaps: [(value: Double, candidate: Int, object: Int)] = []
    var covered = [Int](repeating: 0, count: wanted.count)
    for (number, pixels) in found.enumerated() {
      var shared: [Int: Int] = [:]
      for pixel in pixels where owner[pixel] >= 0 { shared[Int(owner[pixel]), default: 0] += 1 }
      let right = shared.values.reduce(0, +)
      truePixels += right
      falsePixels += pixels.count - right
      for (object, count) in shared.sorted(by: { $0.key < $1.key }) {
        covered[object] += count
        let union = pixels.count + wanted[object].count - count
        overlaps.append((Double(count) / Double(union), number, object))
      }
    }
    missedPixels = wanted.reduce(0) { $0 + $1.count } - truePixels
    loose = zip(covered, wanted).count { Double($0) >= Self.looseShare * Double($1.count) }
    let hits = Self.match(overlaps)
    matched = hits.count
    candidates = found.enumerated().map { number, pixels in
      let sum = pixels.reduce(0.0) { $0 + Double(map.values[$1]) }
      return Candidate(score: sum / Double(pixels.count), isRight: hits.contains(number))
    }
  }

  /// The candidates matched one to one, the best overlap first.
  private static func match(
    _ overlaps: [(value: Double, candidate: Int, object: Int)]
  ) -> Set<Int> {
    var candidates: Set<Int> = []
    var objects: Set<Int> = []
    let sorted = overlaps.sorted {
      ($1.value, $0.candidate, $0.object) < ($0.value, $1.candidate, $1.object)
    }
    for one in sorted where one.value >= overlap {
      guard !candidates.contains(one.candidate), !objects.contains(one.object) else { continue }
      candidates.insert(one.candidate)
      objects.insert(one.object)
    }
    return candidates
  }

  /// Both counts together.
  static func + (left: ChangeCounts, right: ChangeCounts) -> ChangeCounts {
    var sum = left
    sum.truePixels += right.truePixels
    sum.falsePixels += right.falsePixels
    sum.missedPixels += right.missedPixels
    sum.candidates += right.candidates
    sum.objects += right.objects
    sum.matched += right.matched
    sum.loose += right.loose
    return sum
  }
}
