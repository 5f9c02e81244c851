import Foundation

/// The place of a month's export, and the hidden folder beside it in which the export is written.
///
/// A process may be killed at any moment. What it leaves has a name that begins with a dot and is cleared away by the next
/// export of the district; the month's own folder is there before, meanwhile and after, and always whole.
struct ExportPlace: Sendable {
  /// How two folders are exchanged; another one only in tests.
  typealias Exchange = @Sendable (String, String) throws(ExportError) -> FileSystem.Exchange

  /// The folder of the district's months.
  let root: String

  /// The month, as `2020-06`.
  let period: String

  /// The hidden folder.
  let staged: String

  private let lock: FolderLock
  private let exchange: Exchange

  /// The month's own folder.
  var final: String { "\(root)/\(period)" }

  /// Clears away what dead processes left, and makes the hidden folder.
  ///
  /// - Parameters:
  ///   - root: the folder of the district's months; made where it is missing.
  ///   - period: the month.
  ///   - exchange: how two folders are exchanged.
  /// - Throws: `ExportError` when a folder cannot be made.
  init(
    root: String, period: String,
    exchange: @escaping Exchange = { a, b throws(ExportError) in
      try FileSystem.exchange(a, b)
    }
  ) throws(ExportError) {
    try FileSystem.makeDirectories(root)
    Self.clearLeftovers(in: root)
    while true {
      let staged = "\(root)/.\(period).\(Self.token()).partial"
      try FileSystem.makeDirectory(staged)
      // Another process may have taken the folder for a leftover before it was locked.
      guard let lock = FolderLock(of: staged), lock.isStill(at: staged) else { continue }
      self.root = root
      self.period = period
      self.staged = staged
      self.lock = lock
      self.exchange = exchange
      return
    }
  }

  /// Removes the hidden folder with all that is in it.
  func discard() { try? FileManager.default.removeItem(atPath: staged) }

  /// Puts what was written in its place, whole, and lets `latest` point at the newest month.
  ///
  /// - Throws: `ExportError` when a folder cannot be renamed; what stood there stands then.
  func publish() throws(ExportError) {
    // Whatever happened, what is in the hidden folder then is not needed: it is the export before, or one that failed.
    defer { discard() }
    try exchangeOrMove()
    try FileSystem.flushDirectory(root)
    try pointLatest()
    try FileSystem.flushDirectory(root)
  }

  private func exchangeOrMove() throws(ExportError) {
    switch try exchange(staged, final) {
    case .done: return
    case .missing: break
    case .unsupported: return try replace()
    }
    do {
      try FileSystem.move(staged, final)
    } catch {
      // Another process has published the month's first export since.
      guard case .done = try exchange(staged, final) else { throw error }
    }
  }

  /// Moves the old folder away and the new one in: between the two the month is not there.
  private func replace() throws(ExportError) {
    guard FileManager.default.fileExists(atPath: final) else { return try FileSystem.move(staged, final) }
    let replaced = "\(root)/.\(period).\(Self.token()).replaced"
    let replacedLock = FolderLock(of: final)
    defer { withExtendedLifetime(replacedLock) {} }
    try FileSystem.move(final, replaced)
    do {
      try FileSystem.move(staged, final)
    } catch {
      try? FileSystem.move(replaced, final)
      throw error
    }
    try? FileManager.default.removeItem(atPath: replaced)
  }

  /// Whether the folder of a district's months holds nothing that a dead process left, and `latest` points at no older month
  /// than the newest.
  static func isTidy(root: String, newest: String) -> Bool {
    let latest = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(root)/latest")
    return !hiddenNames(in: root).contains { Leftover($0, in: root) != nil } && (latest ?? "") >= newest
  }

  /// Clears away what processes that died have left; a month that one had moved away and not replaced comes back.
  private static func clearLeftovers(in root: String) {
    for name in hiddenNames(in: root) {
      guard let leftover = Leftover(name, in: root) else { continue }
      defer { withExtendedLifetime(leftover) {} }
      let final = "\(root)/\(name.dropFirst().prefix { $0 != "." })"
      if name.hasSuffix(".replaced"), !FileManager.default.fileExists(atPath: final) {
        try? FileSystem.move(leftover.path, final)
      } else {
        try? FileManager.default.removeItem(atPath: leftover.path)
      }
    }
  }

  private static func hiddenNames(in root: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).filter { $0.hasPrefix(".") }.sorted()
  }

  /// A link or a folder that no living process works on; a folder is locked for as long as the value lives.
  private struct Leftover {
    let path: String
    private let lock: FolderLock?

    /// Nil for what is no leftover, or still somebody's.
    init?(_ name: String, in root: String) {
      path = "\(root)/\(name)"
      if name.hasSuffix(".link") {
        lock = nil
      } else {
        guard name.hasSuffix(".partial") || name.hasSuffix(".replaced") else { return nil }
        guard let lock = FolderLock(of: path) else { return nil }
        self.lock = lock
      }
    }
  }

  /// Lets `latest` point at this month, unless it points at a newer one that is there.
  private func pointLatest() throws(ExportError) {
    let latest = "\(root)/latest"
    if let newest = try? FileManager.default.destinationOfSymbolicLink(atPath: latest), newest > period,
      FileManager.default.fileExists(atPath: latest)
    {
      return
    }
    do {
      try replaceLink(latest)
    } catch {
      // Another process may have cleared the new link away as a leftover.
      try replaceLink(latest)
    }
  }

  private func replaceLink(_ path: String) throws(ExportError) {
    let link = "\(root)/.latest.\(Self.token()).link"
    try FileSystem.link(link, to: period)
    do {
      try FileSystem.move(link, path)
    } catch {
      try? FileManager.default.removeItem(atPath: link)
      throw error
    }
  }

  /// A name that no other process chooses.
  private static func token() -> String { String(UInt64.random(in: .min ... .max), radix: 36) }
}
