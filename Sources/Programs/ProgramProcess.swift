import Foundation

/// A started program: its process group and the ends of its pipes that Vigie holds.
struct ProgramProcess {
  /// The system refused a step of the start.
  struct StartError: Error {
    let number: Int32
  }

  /// The leader's process number, which is also its group's.
  let pid: pid_t
  /// The end of the standard output to read from.
  let output: Int32
  /// The end of the standard error to read from.
  let errorOutput: Int32

  /// One start at a time, so that no program inherits the pipes of another while they are not yet
  /// marked to be closed.
  private static let lock = NSLock()

  /// Starts a program.
  static func start(
    _ program: OutsideProgram, input: Data
  ) -> Result<ProgramProcess, StartError> {
    lock.lock()
    defer { lock.unlock() }
    var descriptors = Descriptors()
    defer { descriptors.closeChildEnds() }
    if let number = descriptors.open(input: input) {
      descriptors.closeOwnEnds()
      return .failure(StartError(number: number))
    }
    var pid: pid_t = 0
    let status = spawn(program, descriptors, &pid)
    guard status == 0 else {
      descriptors.closeOwnEnds()
      return .failure(StartError(number: status))
    }
    return .success(
      ProgramProcess(
        pid: pid, output: descriptors.outputRead, errorOutput: descriptors.errorRead))
  }

  private static func spawn(
    _ program: OutsideProgram, _ descriptors: Descriptors, _ pid: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, descriptors.inputRead, 0)
    posix_spawn_file_actions_adddup2(&actions, descriptors.outputWrite, 1)
    posix_spawn_file_actions_adddup2(&actions, descriptors.errorWrite, 2)
    // Whatever else Vigie holds open (the store, the terminal) is none of the program's business.
    for open in Self.openDescriptors where open > 2 {
      posix_spawn_file_actions_addclose(&actions, open)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    prepare(&attributes)

    let words = LimitingShell.arguments(for: program)
    let variables = program.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return withCStrings(words) { argv in
      withCStrings(variables) { envp in
        posix_spawn(&pid, LimitingShell.path, &actions, &attributes, argv, envp)
      }
    }
  }

  /// What this process holds open; a number that is closed meanwhile is no error in the child.
  private static var openDescriptors: [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return names.compactMap { Int32($0) }
  }

  private static func prepare(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  private static func withCStrings<Value>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
