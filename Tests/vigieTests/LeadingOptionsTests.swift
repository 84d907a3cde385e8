import Foundation
import Review
import Testing

@testable import vigie

@Suite struct LeadingOptionsTests {
  static let cases: [([String], [String])] = [
    (["--language", "en", "list", "restaurants"], ["list", "--language", "en", "restaurants"]),
    (["--language=en", "list", "restaurants"], ["list", "--language=en", "restaurants"]),
    (
      ["--store", "/x", "--as", "marie", "--quiet", "show", "ab12"],
      ["show", "--store", "/x", "--as", "marie", "--quiet", "ab12"]
    ),
    (
      ["--store", "/x", "audit", "log", "--limit", "3"],
      ["audit", "log", "--store", "/x", "--limit", "3"]
    ),
    (["--quiet", "audit"], ["audit"]), (["--quiet", "audit", "nonsense"], ["audit", "nonsense"]),
    (["--language", "en", "help", "list"], ["help", "list"]),
    (["--language", "en", "--help"], ["--help"]), (["--as", "x", "-h"], ["-h"]),
    (["--quiet", "--version"], ["--version"]),
    (
      ["--language", "en", "search", "restaurants", "a", "b"],
      ["search", "--language", "en", "restaurants", "a", "b"]
    ),
    (["--store", "list", "list", "restaurants"], ["list", "--store", "list", "restaurants"]),
  ]

  @Test(arguments: cases)
  func optionsMoveBehindTheCommand(given: [String], moved: [String]) {
    #expect(LeadingOptions.moved(given) == moved)
  }

  /// Without a command, or without options before it, nothing moves.
  @Test(
    arguments: [
      [], ["list", "restaurants", "--language", "en"], ["--language", "en"], ["--linear"],
      ["--language", "en", "--linear"], ["--store"], ["--quiet", "nonsense"], ["--", "list"],
      ["--language"], ["--storex", "list"], ["--help"], ["---completion", "list"],
    ] as [[String]])
  func theRestIsLeftAsItIs(arguments: [String]) {
    #expect(LeadingOptions.moved(arguments) == arguments)
  }

  /// What was moved means the same as what stands behind the command.
  @Test func bothOrdersAreOneCommand() throws {
    let before = try Vigie.parseAsRoot(
      LeadingOptions.moved(["--store", "/x.sqlite", "--as", "marie", "list", "restaurants"]))
    let after = try Vigie.parseAsRoot(
      ["list", "restaurants", "--store", "/x.sqlite", "--as", "marie"])
    let one = try #require(before as? ListCommand)
    let two = try #require(after as? ListCommand)
    #expect(one.options.storePath == two.options.storePath && one.project == two.project)
    #expect(one.options.agentName == "marie" && two.options.agentName == "marie")
  }

  /// Every command that works on a store takes the global options before its name.
  @Test func everyCommandTakesThem() {
    for command in Vigie.configuration.subcommands {
      let name = command.configuration.commandName ?? ""
      let moved = LeadingOptions.moved(["--quiet", name])
      let isGroup = !command.configuration.subcommands.isEmpty
      #expect(moved == (isGroup ? [name] : [name, "--quiet"]), "\(name)")
    }
  }
}

@Suite struct TongueTests {
  @Test(
    arguments: [
      (["list", "--language", "en"], ["LANG": "fr_FR.UTF-8"], InterfaceLanguage.english),
      (["--language=fr"], ["LANG": "en_GB"], .french), ([], ["LANG": "en_GB.UTF-8"], .english),
      ([], ["LANG": "en", "LC_ALL": "fr_FR"], .french),
      ([], ["LC_ALL": "", "LANG": "en"], .english),
      ([], ["LC_MESSAGES": "en", "LANG": "fr"], .english), ([], [:], .french),
      (["--language", "de"], ["LANG": "en"], .english), (["--language"], ["LANG": "en"], .english),
      (["search", "--", "--language", "en"], ["LANG": "fr"], .french),
      (["--language", "en", "list", "--language", "fr"], [:], .french),
      (["--language=xx", "--language=en"], [:], .english),
    ] as [([String], [String: String], InterfaceLanguage)])
  func theLanguageIsAskedForOrThatOfTheLocale(
    arguments: [String], environment: [String: String], language: InterfaceLanguage
  ) {
    #expect(Tongue.chosen(arguments: arguments, environment: environment) == language)
  }
}

/// The zone of the process is one for all: these tests run one after the other.
@Suite(.serialized) struct SystemZoneTests {
  /// 2026-01-01 and 2027-01-01, in seconds since 1970.
  static let year = (1_767_225_600, 1_798_761_600)

  static func zone(_ name: String) -> LocalTime {
    let before = getenv("TZ").map { String(cString: $0) }
    setenv("TZ", name, 1)
    defer {
      if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
      tzset()
    }
    return SystemZone.make(from: year.0, to: year.1)
  }

  /// The rule of Paris as POSIX writes it; the changes are those of 29 March and 25 October 2026.
  @Test(arguments: [
    (1_774_745_999, 3600), (1_774_746_000, 7200), (1_792_889_999, 7200), (1_792_890_000, 3600),
    (1_767_225_600, 3600), (2_000_000_000, 3600),
  ])
  func summerTimeIsFoundToTheSecond(second: Int, offset: Int) {
    let paris = Self.zone("CET-1CEST,M3.5.0,M10.5.0/3")
    #expect(paris.seconds(at: Timestamp(milliseconds: Int64(second) * 1000)) == offset)
  }

  @Test(arguments: [("UTC0", 0), ("GFT3", -10_800), ("NPT-5:45", 20_700), ("nonsense/zone", 0)])
  func zonesWithoutSummerHaveOneOffset(name: String, offset: Int) {
    #expect(Self.zone(name) == LocalTime(seconds: offset))
  }
}
