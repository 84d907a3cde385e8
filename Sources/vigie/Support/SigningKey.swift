import Crypto
import Foundation
import Review

/// The key with which heads of the ledger are signed: 64 hexadecimal digits in a file that only its
/// owner reads.
enum SigningKey {
  /// Beside the user's other settings.
  static var defaultPath: String {
    let environment = ProcessInfo.processInfo.environment
    let folder =
      environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? (environment["HOME"] ?? ".") + "/.config"
    return folder + "/vigie/signing.key"
  }

  /// The key of a file; a file that is not there is made with a new key.
  ///
  /// - Throws: `Failure` when the file cannot be read, made, or does not hold a key.
  static func load(_ path: String) throws -> Curve25519.Signing.PrivateKey {
    guard FileManager.default.fileExists(atPath: path) else { return try make(path) }
    let text = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    guard let bytes = text.flatMap({ Hexadecimal.bytes($0) }),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else {
      throw Failure(
        "\(path) : une clé de 64 chiffres hexadécimaux est attendue",
        "\(path): expected a key of 64 hexadecimal digits")
    }
    return key
  }

  private static func make(_ path: String) throws -> Curve25519.Signing.PrivateKey {
    let key = Curve25519.Signing.PrivateKey()
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder.isEmpty ? "." : folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let text = Hexadecimal.string(key.rawRepresentation) + "\n"
    let isMade = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    guard isMade else {
      throw Failure("impossible d'écrire la clé \(path)", "cannot write the key \(path)")
    }
    Console.note(
      Tongue.say(
        "clé faite : \(path) ; gardez sa clé publique ailleurs : "
          + Hexadecimal.string(key.publicKey.rawRepresentation),
        "key made: \(path); keep its public key elsewhere: "
          + Hexadecimal.string(key.publicKey.rawRepresentation)))
    return key
  }
}
