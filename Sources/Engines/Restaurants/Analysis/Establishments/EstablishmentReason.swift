/// The reasons told for a score, each the sum of the contributions of its columns.
enum EstablishmentReason: Int, CaseIterable {
  case activity, department, locality, neighbours, past, companyResults, company, file
}
