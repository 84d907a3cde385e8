import Calls
import Inspections
import Letters
import MedicalRecords
import Parcels
import Restaurants
import Review
import Telephone

/// The engines that are built in. Adding one is adding a line here.
enum Engines {
  /// All engines, in the order of their panels.
  static let all: [any AnalysisEngine] = [
    ParcelsEngine(), InspectionsEngine(), RestaurantsEngine(), MedicalRecordsEngine(),
    CallsEngine(speech: ProgramSpeech()), LettersEngine(),
  ]

  /// The engine of a project, or a failure that names those there are.
  static func engine(_ project: Project) throws -> any AnalysisEngine {
    if let engine = all.first(where: { $0.panel.project == project }) { return engine }
    let present = all.map { $0.panel.project.rawValue }.joined(separator: ", ")
    throw Failure(
      "le projet « \(project.rawValue) » n'a pas encore de moteur ; présents : \(present)",
      "project “\(project.rawValue)” has no engine yet; present: \(present)",
      status: ExitStatus.usage)
  }
}
