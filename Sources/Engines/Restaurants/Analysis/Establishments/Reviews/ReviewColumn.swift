/// The columns of the features that come from customers' reviews, in the order of freezing.
enum ReviewColumn: Int, CaseIterable {
  /// The number of reviews.
  case count
  /// ln(rate of sanitary reports / usual rate), decayed and drawn to the usual rate.
  case rate
  /// ln(1 + decayed reports of illness): the number of other reviews does not thin it out.
  case illness
  /// ln(1 + decayed reports) of the other kinds, thinned out where reviews are many.
  case pest, spoiled, dirt
  /// Log-odds of the share of negative reviews, less the usual log-odds.
  case negative
  /// 1 when reports come faster than the place's own rhythm explains.
  case burst
  /// ln(number of distinct authors of reports within twelve months), at least 0.
  case authors
}
