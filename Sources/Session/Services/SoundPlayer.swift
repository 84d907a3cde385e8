import Foundation
import Programs

/// Plays a sound with whatever player is installed.
enum SoundPlayer {
  /// Players that read a WAV file from their input, in the order they are tried.
  private static let players: [(name: String, arguments: [String])] = [
    ("aplay", ["-q", "-"]), ("paplay", ["--file-format=wav", "/dev/stdin"]),
    ("play", ["-q", "-t", "wav", "-"]),
  ]
  /// The longest sound played, in seconds.
  private static let longest = 180.0
  /// Where the sound system of the user is found.
  private static let kept = ["HOME", "XDG_RUNTIME_DIR", "PULSE_SERVER", "ALSA_CONFIG_PATH"]

  /// Plays a WAV file to its end; `false` when no player works.
  static func play(_ sound: Data, isCancelled: () -> Bool) -> Bool {
    let own = ProcessInfo.processInfo.environment
    var environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    for name in kept { environment[name] = own[name] }
    for player in players {
      guard let path = ProgramFinder.find(player.name) else { continue }
      let result = OutsideProgram(
        path: path, arguments: player.arguments, environment: environment,
        limits: ProgramLimits(wallSeconds: longest)
      ).run(input: sound, isCancelled: isCancelled)
      if result.ending.isSuccess { return true }
    }
    return false
  }
}
