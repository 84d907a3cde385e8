/// Nuclear sites, their basic nuclear installations (INB) and the series of their reactors: public
/// facts of the register of installations.
enum SiteTable {
  /// A site.
  struct Site: Sendable {
    /// The site's key (`SiteKey`).
    let key: String
    /// The numbers of its installations.
    let installations: [String]
    /// The series of its reactors (palier), or what it is.
    let series: String
  }

  static let sites: [Site] = [
    Site(key: "belleville", installations: ["127", "128"], series: "P'4"),
    Site(key: "blayais", installations: ["86", "110"], series: "CPY"),
    Site(key: "bugey", installations: ["78", "89", "45", "173"], series: "CP0"),
    Site(key: "cattenom", installations: ["124", "125", "126", "137"], series: "P'4"),
    Site(key: "chinon", installations: ["107", "132", "94", "99"], series: "CPY"),
    Site(key: "chooz", installations: ["139", "144", "163"], series: "N4"),
    Site(key: "civaux", installations: ["158", "159"], series: "N4"),
    Site(key: "cruas", installations: ["111", "112"], series: "CPY"),
    Site(key: "cruas meysse", installations: ["111", "112"], series: "CPY"),
    Site(key: "dampierre", installations: ["84", "85"], series: "CPY"),
    Site(key: "fessenheim", installations: ["75"], series: "CP0"),
    Site(key: "flamanville", installations: ["108", "109", "167"], series: "P4"),
    Site(key: "golfech", installations: ["135", "142"], series: "P'4"),
    Site(key: "gravelines", installations: ["96", "97", "122"], series: "CPY"),
    Site(key: "nogent", installations: ["129", "130"], series: "P'4"),
    Site(key: "paluel", installations: ["103", "104", "114", "115"], series: "P4"),
    Site(key: "penly", installations: ["136", "140"], series: "P'4"),
    Site(key: "saint alban", installations: ["119", "120"], series: "P4"),
    Site(key: "saint laurent", installations: ["46", "74", "100"], series: "CPY"),
    Site(key: "tricastin", installations: ["87", "88"], series: "CPY"),
    Site(
      key: "hague", installations: ["33", "38", "47", "80", "116", "117", "118"],
      series: "usine"),
    Site(
      key: "cadarache",
      installations: [
        "22", "24", "32", "37", "39", "42", "52", "54", "55",
        "25", "53", "56", "92", "95", "123", "156", "164", "169", "171", "172", "174",
      ], series: "recherche"),
    Site(
      key: "saclay", installations: ["18", "29", "35", "40", "49", "50", "72", "77", "101"],
      series: "recherche"),
    Site(key: "fontenay roses", installations: ["165", "166"], series: "recherche"),
    Site(key: "laue langevin", installations: ["19", "36", "61", "67", "79"], series: "recherche"),
    Site(
      key: "marcoule", installations: ["71", "148", "151", "160", "170", "177"], series: "usine"),
    Site(
      key: "pierrelatte", installations: ["93", "105", "138", "155", "168", "176", "178", "179"],
      series: "usine"),
    Site(key: "romans", installations: ["63", "98"], series: "usine"),
    Site(key: "malvesi", installations: ["175"], series: "usine"),
    Site(key: "maubeuge", installations: ["143"], series: "usine"),
    Site(key: "veurey voroize", installations: ["65", "90"], series: "usine"),
    Site(key: "creys malville", installations: ["91", "141"], series: "démantèlement"),
    Site(key: "brennilis", installations: ["162"], series: "démantèlement"),
    Site(key: "chinon a", installations: ["133", "153", "161"], series: "démantèlement"),
    Site(key: "reacteur universitaire strasbourg", installations: ["44"], series: "démantèlement"),
    Site(key: "orsay", installations: ["106"], series: "démantèlement"),
    Site(key: "soulaines", installations: ["149"], series: "stockage"),
    Site(key: "centre stockage manche", installations: ["66"], series: "stockage"),
    Site(key: "ganil", installations: ["113"], series: "recherche"),
    Site(key: "dagneux", installations: ["68"], series: "ionisation"),
    Site(key: "pouzauges", installations: ["146"], series: "ionisation"),
    Site(key: "sable sarthe", installations: ["154"], series: "ionisation"),
    Site(key: "gammaster", installations: ["147"], series: "ionisation"),
  ]

  /// The series of a site by its key or one of its installations, or empty.
  static func series(key: String, installations: [String]) -> String {
    // « chinon a » is not « chinon »: the longest name counts.
    let named = sites.filter { key == $0.key || key.hasPrefix($0.key + " ") }
    if let site = named.max(by: { $0.key.count < $1.key.count }) { return site.series }
    return sites.first { !$0.installations.filter(installations.contains).isEmpty }?.series ?? ""
  }
}
