import Calls
import Foundation

/// The Vosk recogniser, opened at run time from a library and a model folder that the user supplies;
/// neither comes with Vigie.
///
/// Source: alphacep/vosk-api `src/vosk_api.h` (Apache-2.0); the functions of version 0.3.45.
public final class VoskRecogniser: SpeechRecognising, @unchecked Sendable {
  /// Why Vosk cannot be used.
  public enum Failure: Error, Hashable, Sendable {
    /// The library cannot be opened, in the system's words.
    case library(String)
    /// A function is missing in it.
    case function(String)
    /// The folder holds no model it can read.
    case model(String)
  }

  /// What recognises.
  public let name: String
  private typealias NewModel = @convention(c) (UnsafePointer<CChar>) -> OpaquePointer?
  private typealias NewRecogniser = @convention(c) (OpaquePointer, Float) -> OpaquePointer?
  private typealias Accept =
    @convention(c) (OpaquePointer, UnsafePointer<Int16>, Int32) -> Int32
  private typealias Result = @convention(c) (OpaquePointer) -> UnsafePointer<CChar>?
  private typealias Free = @convention(c) (OpaquePointer) -> Void
  private typealias SetLogLevel = @convention(c) (Int32) -> Void

  private let model: OpaquePointer
  private let newRecogniser: NewRecogniser
  private let accept: Accept
  private let finalResult: Result
  private let freeRecogniser: Free

  /// Opens the library and the model.
  public init(modelFolder: String, library: String = "libvosk.so") throws(Failure) {
    guard let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL) else {
      throw .library(dlerror().map { String(cString: $0) } ?? library)
    }
    func function<Value>(_ name: String, _: Value.Type) throws(Failure) -> Value {
      guard let symbol = dlsym(handle, name) else { throw .function(name) }
      return unsafeBitCast(symbol, to: Value.self)
    }
    try function("vosk_set_log_level", SetLogLevel.self)(-1)
    newRecogniser = try function("vosk_recognizer_new", NewRecogniser.self)
    accept = try function("vosk_recognizer_accept_waveform_s", Accept.self)
    finalResult = try function("vosk_recognizer_final_result", Result.self)
    freeRecogniser = try function("vosk_recognizer_free", Free.self)
    guard let model = try function("vosk_model_new", NewModel.self)(modelFolder) else {
      throw .model(modelFolder)
    }
    self.model = model
    name = "vosk " + (modelFolder as NSString).lastPathComponent
  }

  /// The words of a recording; the recogniser is told the recording's own rate.
  public func text(of recording: URL) -> String {
    guard let data = try? Data(contentsOf: recording), data.count <= WaveFile.sizeLimit,
      let (samples, rate) = WaveFile.samples(data),
      let recogniser = newRecogniser(model, Float(rate))
    else { return "" }
    defer { freeRecogniser(recogniser) }
    samples.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      _ = accept(recogniser, base, Int32(buffer.count))
    }
    guard let json = finalResult(recogniser) else { return "" }
    let object = try? JSONSerialization.jsonObject(with: Data(String(cString: json).utf8))
    return (object as? [String: Any])?["text"] as? String ?? ""
  }
}
