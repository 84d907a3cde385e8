import ArgumentParser

/// How the workbench shows itself.
struct ScreenOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "Une phrase par changement, pour lecteurs d'écran et braille.",
        "One sentence a change, for screen readers and braille.")))
  var linear = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Des cadres et des signes en ASCII.", "Borders and signs in ASCII.")))
  var ascii = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "Un thème de Themes/ ou un fichier YAML.", "A theme of Themes/ or a YAML file.")))
  var theme: String?
}
