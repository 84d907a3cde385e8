import Display
import Foundation
import Review
import ReviewStore
import Terminal
import Workbench

/// The loop: events → message → update → effects, performed off the main thread → messages.
public final class WorkbenchSession {
  private let driver: any TerminalDriver
  private let performer: EffectPerformer
  private let inbox: Inbox
  private let clock: @Sendable () -> Timestamp
  private var state: State
  /// What is still to be said: several messages may come before the next frame.
  private var announcement: [SafeText] = []
  private var pending: [Effect] = []
  private var isClosing = false
  private var exitStatus: Int32 = 0

  /// Makes a session.
  ///
  /// - Parameters:
  ///   - driver: the terminal.
  ///   - store: the store; it is used from other threads.
  ///   - engines: the engines that are present.
  ///   - agent: who works.
  ///   - localTime: the time on the agent's clocks.
  ///   - clock: tells the time.
  public init(
    driver: any TerminalDriver, store: any ReviewStore, engines: [any AnalysisEngine],
    agent: Agent, language: InterfaceLanguage, theme: Theme, glyphs: GlyphSet,
    localTime: LocalTime = .utc, clock: @escaping @Sendable () -> Timestamp
  ) {
    self.driver = driver
    self.clock = clock
    let inbox = Inbox(waker: driver.waker)
    self.inbox = inbox
    performer = EffectPerformer(
      store: store, engines: engines, agent: agent, language: language, clock: clock,
      inbox: inbox)
    state = State(
      size: driver.size, language: language, agent: agent, panels: engines.map(\.panel),
      now: clock(), theme: theme, glyphs: glyphs, localTime: localTime,
      pictureColours: driver.pictureColours)
  }

  /// Runs until the user closes or the terminal goes away; gives the exit status.
  public func run() -> Int32 {
    defer { driver.close() }
    receive(.start)
    // The first rows are fetched while the empty screen is drawn.
    performPending()
    present()
    performer.startWatching()
    while !isClosing {
      let event = driver.nextEvent(timeout: nil)
      var isChanged = false
      if let event {
        if event.exitStatus != 0 { exitStatus = event.exitStatus }
        receive(.input(event, now: clock()))
        isChanged = event != .wake
      }
      while let message = inbox.take() {
        receive(message)
        isChanged = isChanged || shows(message, in: state)
      }
      if isChanged, !isClosing { present() }
      performPending()
      prepare(&state)
    }
    performer.stop()
    return exitStatus
  }

  private func present() {
    var frame = render(state)
    frame.announcement = announcement
    announcement = []
    driver.present(frame)
  }

  private func receive(_ message: Message) {
    let effects = update(&state, message)
    announcement += state.announcement
    for effect in effects {
      switch effect {
      case .close: isClosing = true
      case .suspend:
        performPending()
        driver.suspend()
        raise(SIGSTOP)
        driver.resume()
      default: pending.append(effect)
      }
    }
  }

  /// Has the effects performed once the frame is shown: what other threads begin to do would slow
  /// the drawing of it.
  private func performPending() {
    for effect in pending { performer.perform(effect) }
    pending = []
  }
}
