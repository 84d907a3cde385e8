import Foundation
import Review
import ReviewStore

@testable import Letters

/// Invented letters and the folders they are written to.
enum LetterFixture {
  static let today = CalendarDate(iso: "2026-11-25") ?? CalendarDate(daysSinceEpoch: 0)
  static let now = Timestamp(milliseconds: Int64(today.daysSinceEpoch) * 86_400_000)

  static func request(model: ModelRecord? = nil) -> AnalysisRequest {
    AnalysisRequest(today: today, now: now, model: model, pseudonymSalt: "salt")
  }

  /// A letter of the old layout.
  static func old(
    number: String = "INSSN-LYO-2014-0688", day: String = "3 mars 2014",
    site: String = "CNPE du Val",
    a: String, b: String = "Néant.", c: String = "Néant."
  ) -> String {
    """
    DIVISION DE LYON

    Lyon, le \(day)

    N/Réf. : CODEP-LYO-2014-008798

    Objet : Contrôle des installations nucléaires de base – \(site) – INB n° 111 et 112
    Inspection n° \(number) du \(day)
    Thème : « Incendie »

    Réf. : [1] Code de l’environnement
    [2] CODEP-LYO-2012-000001

    Monsieur le directeur,

    Une inspection a eu lieu.

    SYNTHÈSE DE L’INSPECTION

    L’organisation est satisfaisante.

    A. Demandes d’actions correctives

    \(a)

    B. Compléments d’information

    \(b)

    C. Observations

    \(c)

    Vous voudrez bien me faire part, sous deux mois, de vos remarques et observations.
    """
  }

  /// A letter of the layout of 2022.
  static func new(
    number: String = "INSSN – LYO – 2024 – 0412", day: String = "18 juin 2024",
    site: String = "CNPE du Val", first: String = "Sans objet.", second: String,
    third: String = "Néant."
  ) -> String {
    """
    À Lyon, le \(day)

    Référence courrier : CODEP – LYO – 2024 – 024391

    OBJET : Contrôle des installations nucléaires de base – \(site) – INB n° 111 et 112
    Lettre de suite de l’inspection du \(day) sur le thème « Incendie »
    N° dossier : Inspection n° \(number)

    Monsieur le directeur,

    Synthese de l'inspection

    Toutefois, des écarts ont été relevés.

    I. DEMANDES A TRAITER PRIORITAIREMENT

    \(first)

    II. AUTRES DEMANDES

    \(second)

    III. CONSTATS OU OBSERVATIONS N’APPELANT PAS DE RÉPONSE À L’ASNR

    \(third)

    Je vous prie d’agréer, Monsieur le directeur, ma considération distinguée.
    """
  }

  static func parse(_ text: String, file: String = "lettre.txt") -> Letter {
    LetterParser().parse(text, file: file)
  }

  /// A new folder with files.
  static func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigie-letters-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return folder
  }

  /// The part of a text that a span covers.
  static func part(_ text: String, _ span: Span) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: Array(text.unicodeScalars)[span.range])
    return String(view)
  }

  /// The folder of shared data, or `nil` where it is not.
  static let shared: URL? = {
    if let path = ProcessInfo.processInfo.environment["VIGIE_DATA"] {
      return exists(URL(fileURLWithPath: path).appendingPathComponent("letters"))
    }
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if let found = exists(folder.appendingPathComponent("shared/data/letters")) { return found }
    }
    return nil
  }()

  private static func exists(_ url: URL) -> URL? {
    FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}

/// Hears of everything.
final class LetterListener: AnalysisObserver, @unchecked Sendable {
  private let lock = NSLock()
  private var kept: [Refusal] = []
  var isCancelled: Bool { false }
  var refusals: [Refusal] { lock.withLock { kept } }
  func progressed(_ progress: AnalysisProgress) {}
  func refused(_ refusal: Refusal) { lock.withLock { kept.append(refusal) } }
}
