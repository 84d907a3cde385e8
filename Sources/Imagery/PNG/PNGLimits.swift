/// What a PNG file may ask for at most.
public struct PNGLimits: Hashable, Sendable {
  /// Pixels on one side.
  public var side: Int
  /// Pixels in all.
  public var pixels: Int
  /// Pixels of an interlaced file, which has to be held whole.
  public var wholePixels: Int
  /// Memory for one chunk, in bytes.
  public var chunkBytes: Int

  /// Makes limits; by default a mosaic of 40,000 pixels a side may be read by rows, and an
  /// interlaced picture may have 64 million pixels.
  public init(
    side: Int = 60_000, pixels: Int = 1_600_000_000, wholePixels: Int = 64_000_000,
    chunkBytes: Int = 8 << 20
  ) {
    self.side = side
    self.pixels = pixels
    self.wholePixels = wholePixels
    self.chunkBytes = chunkBytes
  }
}
