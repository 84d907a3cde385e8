import Display

/// A terminal: what shows frames and gives events. Used by one thread, except for its `waker`.
public protocol TerminalDriver: AnyObject {
  /// What another thread wakes `nextEvent` with.
  var waker: Waker { get }
  /// Columns and rows.
  var size: Size { get }
  /// With which colours pictures are shown.
  var pictureColours: PictureView.Colours { get }
  /// Shows a frame; writes only what differs from the one before.
  func present(_ frame: Frame)
  /// Waits for an event: as long as it takes without a timeout, else nothing once it has passed.
  func nextEvent(timeout: Duration?) -> InputEvent?
  /// Gives the terminal back for a while: to run another program on it, say.
  func suspend()
  /// Takes the terminal again after `suspend`; the next frame is shown in full.
  func resume()
  /// Gives the terminal back as it was found; later calls do nothing.
  func close()
}

extension TerminalDriver {
  /// Drivers that draw no cells of their own take what every terminal of today shows.
  public var pictureColours: PictureView.Colours { .palette }
}
