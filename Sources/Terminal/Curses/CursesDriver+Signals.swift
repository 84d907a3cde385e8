import CCurses
import Display

extension CursesDriver {
  /// Gives the terminal back for a while.
  public func suspend() {
    guard isOpen, !isSuspended else { return }
    isSuspended = true
    takePicturesAway()
    if handlesSignals { guard_arm(false) }
    writeAll(modes.leaving, to: output)
    screen_suspend()
  }

  /// Takes the terminal again; the next frame is shown in full.
  public func resume() {
    guard isOpen, isSuspended else { return }
    isSuspended = false
    screen_resume()
    writeAll(modes.entering, to: output)
    if handlesSignals { guard_arm(true) }
    adoptSize()
  }

  /// Gives the terminal back as it was found.
  public func close() {
    guard isOpen else { return }
    if !isSuspended {
      takePicturesAway()
      writeAll(modes.leaving, to: output)
    }
    isOpen = false
    screen_close()
    if handlesSignals { guard_remove() }
  }

  /// Stops the process as other programs do on C-z, until the shell continues it.
  func stop() {
    suspend()
    guard_stop()
    resume()
  }

  /// Tells the guard what gives the terminal back.
  func armGuard() {
    let bytes = modes.restoring { name in
      screen_capability(name).map { Array(String(cString: $0).utf8) }
    }
    bytes.withUnsafeBytes {
      guard_set_restoring($0.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
    }
    guard_arm(true)
  }

  /// Acts on signals; the event they make, if any.
  func handle(_ signals: UInt32) -> InputEvent? {
    let ending = guard_termination()
    if signals & UInt32(GUARD_TERMINATED) != 0, ending != 0 {
      return .hangup(signal: ending)
    }
    if isSuspended { return nil }
    if signals & UInt32(GUARD_STOPPED) != 0 {
      stop()
      return .resize(size)
    }
    if signals & UInt32(GUARD_CONTINUED) != 0 {
      // Whoever ran meanwhile may have changed the terminal.
      screen_resume()
      writeAll(modes.entering, to: output)
      adoptSize()
      return .resize(size)
    }
    guard signals & UInt32(GUARD_RESIZED) != 0 else { return nil }
    adoptSize()
    return .resize(size)
  }

  /// Takes the size the terminal has now and forgets what is on it.
  private func adoptSize() {
    size = Self.currentSize(output)
    screen_resize(Int32(size.width), Int32(size.height))
    placed = []
    shown = nil
  }
}
