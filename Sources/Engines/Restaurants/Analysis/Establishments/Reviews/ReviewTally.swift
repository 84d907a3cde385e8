import Foundation
import Review

/// The decayed counts of one place's reviews as of a day.
struct ReviewTally: Equatable {
  /// After so many days a review counts half: 180 to 365 gave the least loss on twenty half-yearly
  /// cuts of the developers' reviews.
  static let halfLife = 270.0
  /// The age given to a review without a day.
  static let unknownAge = 365.0
  /// Below this probability a review is no report at all: a hundred doubts are not a certainty.
  static let smallestProbability = 0.1

  /// The number of reviews.
  var count = 0
  /// Decayed weight of all reviews.
  var exposure = 0.0
  /// Decayed reports.
  var reports = 0.0
  /// Decayed reports of each kind.
  var problems = [Double](repeating: 0, count: ReportedProblem.allCases.count)
  /// Decayed negative reviews.
  var negatives = 0.0
  /// Reports of each kind within twelve months, and the day of the last of all times.
  var recent = [Int](repeating: 0, count: ReportedProblem.allCases.count)
  var lastDays = [CalendarDate?](repeating: nil, count: ReportedProblem.allCases.count)
  /// Authors of reports within twelve months and within two.
  var yearAuthors: Set<String> = []
  var recentAuthors: Set<String> = []
  /// Reviews within two months.
  var recentReviews = 0.0

  /// Weighs the reviews of a place and counts them.
  init(weighing reviews: [ScoredReview], asOf day: CalendarDate?) {
    self.init(reviews, weights: ReviewWeigher.weights(reviews), asOf: day)
  }

  /// Counts the reviews dated strictly before a day (all of them when there is no day).
  init(_ reviews: [ScoredReview], weights: [ReviewWeight], asOf day: CalendarDate?) {
    for (number, review) in reviews.enumerated() {
      if let day, let date = review.date, date >= day { continue }
      add(review, weights[number].value, asOf: day, number: number)
    }
  }

  private mutating func add(
    _ review: ScoredReview, _ weight: Double, asOf day: CalendarDate?, number: Int
  ) {
    let age = review.date.flatMap { date in day.map { Double($0.days(since: date)) } }
    let decayed = weight * exp2(-(age ?? Self.unknownAge) / Self.halfLife)
    count += 1
    exposure += decayed
    negatives += decayed * review.negative
    if let age, age <= 60 { recentReviews += weight }
    guard review.sanitary >= Self.smallestProbability else { return }
    reports += decayed * review.sanitary
    let isReport = review.sanitary >= 0.5 && weight > 0
    let author = review.author.isEmpty ? "#\(number)" : review.author
    if isReport, let age, age <= 365 { yearAuthors.insert(author) }
    if isReport, let age, age <= 60 { recentAuthors.insert(author) }
    for problem in review.problems {
      problems[problem.rawValue] += decayed * review.sanitary
      guard isReport else { continue }
      if let age, age <= 365 { recent[problem.rawValue] += 1 }
      if let date = review.date {
        lastDays[problem.rawValue] = max(lastDays[problem.rawValue] ?? date, date)
      }
    }
  }
}
