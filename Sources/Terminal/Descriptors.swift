import Glibc

/// Closes a descriptor; named apart because drivers have a `close` of their own.
func closeDescriptor(_ descriptor: Int32) {
  _ = Glibc.close(descriptor)
}

/// Writes all bytes to a descriptor; false when it takes no more.
@discardableResult
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}

/// What could be read from a descriptor.
enum ReadResult {
  case bytes([UInt8])
  case nothing
  case end
}

/// Reads what is there, at most so many bytes.
func readSome(_ descriptor: Int32, limit: Int = 4096) -> ReadResult {
  var buffer = [UInt8](repeating: 0, count: limit)
  let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
  if count > 0 { return .bytes(Array(buffer.prefix(count))) }
  if count < 0 && (errno == EINTR || errno == EAGAIN) { return .nothing }
  return .end
}
