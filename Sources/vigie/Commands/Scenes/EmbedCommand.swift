import ArgumentParser
import Foundation

/// Writes weights as a C source, so that the program carries them in itself.
struct EmbedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embed", abstract: "Writes weights as a C source.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The weights.") var input: String
  @Argument(help: "The source to write.") var output: String

  func run() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: input)))
    var text = "#include \"CParcelsWeights.h\"\n\nstatic const unsigned char weights[] = {\n"
    for start in stride(from: 0, to: bytes.count, by: 24) {
      text += bytes[start..<min(start + 24, bytes.count)].map { "\($0)," }.joined() + "\n"
    }
    text += """
      };

      const unsigned char *parcels_weights_start(void) { return weights; }
      size_t parcels_weights_count(void) { return sizeof weights; }

      """
    try OutputFile.write(Data(text.utf8), to: output)
  }
}
