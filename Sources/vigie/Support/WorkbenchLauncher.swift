import Display
import Foundation
import Review
import Session
import Terminal

/// Chooses driver and theme, and runs the workbench.
enum WorkbenchLauncher {
  /// Runs the workbench on a store; gives the exit status.
  static func run(_ context: Context, screen: ScreenOptions) throws -> Int32 {
    let driver: any TerminalDriver
    if screen.linear {
      driver = LinearDriver()
    } else {
      do {
        driver = try CursesDriver(options: CursesOptions(pictures: pictures))
      } catch {
        throw Failure(
          "ce terminal ne convient pas à l'atelier (\(error)) ; essayez --linear",
          "this terminal does not suit the workbench (\(error)); try --linear")
      }
    }
    let theme = try theme(screen.theme)
    let session = WorkbenchSession(
      driver: driver, store: context.store, engines: Engines.all, agent: context.agent,
      language: Tongue.language, theme: theme, glyphs: screen.ascii ? .ascii : .unicode,
      localTime: SystemZone.localTime, clock: { Clock.now })
    return session.run()
  }

  /// How pictures are shown: `VIGIE_PICTURES` is auto, cells, kitty or sixel.
  private static var pictures: PictureGraphics.Choice {
    let wanted = ProcessInfo.processInfo.environment["VIGIE_PICTURES"]
    return wanted.flatMap(PictureGraphics.Choice.init) ?? .ask
  }

  /// The theme asked for; the terminal's own colours otherwise, none under `NO_COLOR`.
  private static func theme(_ name: String?) throws -> Theme {
    let environment = ProcessInfo.processInfo.environment
    guard let name else {
      return Theme.suited(
        noColour: environment["NO_COLOR"], colourHint: environment["COLORFGBG"])
    }
    if let noColour = environment["NO_COLOR"], !noColour.isEmpty { return .mono }
    let isFile = name.hasSuffix(".yaml")
    let folder =
      isFile
      ? URL(fileURLWithPath: name).deletingLastPathComponent() : SharedFiles.folder("Themes")
    let plain = isFile ? String((name as NSString).lastPathComponent.dropLast(5)) : name
    do {
      let found = try ThemeFile.read(named: plain) { name in
        guard let url = folder?.appendingPathComponent(name + ".yaml") else { return nil }
        return try? String(contentsOf: url, encoding: .utf8)
      }
      if let theme = found ?? Theme.builtIn(name) { return theme }
    } catch {
      throw Failure("thème \(name) : \(error)", "theme \(name): \(error)")
    }
    throw Failure(
      "thème introuvable : \(name)", "no such theme: \(name)", status: ExitStatus.usage)
  }
}
