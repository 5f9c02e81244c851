import Attainment

/// What a file comes to by the plan and what is on record.
struct Judgement: Sendable {
  /// A line, and what it does to the record.
  struct Decision: Sendable {
    /// What a line does.
    enum Effect: Hashable, Sendable {
      /// It is the first of its figure.
      case new
      /// It becomes the next revision after one that says something else.
      case correction(of: Records.Revision)
      /// It becomes the next revision after one that was returned, whether it says the same or not.
      case answer(to: Records.Revision)
      /// It says what stands on record already.
      case unchanged
    }

    var entry: Entry
    var effect: Effect
    /// Number of the revision that it becomes; nil where it adds nothing.
    var revision: Int?
  }

  var decisions: [Decision] = []
  /// Lines that hold keys and no figure.
  var unfilled: [FigureKey] = []
  var faults: [Fault] = []
  var warnings: [Warning] = []
}

extension Records {
  /// What a line does to the record as it stands now: it adds nothing only where it equals the newest revision and that was
  /// not returned.
  func decision(on entry: Entry) -> Judgement.Decision {
    guard let newest = newest(entry.key) else { return Judgement.Decision(entry: entry, effect: .new, revision: 1) }
    if newest.status == .returned {
      return Judgement.Decision(entry: entry, effect: .answer(to: newest), revision: newest.number + 1)
    }
    if newest.content == entry.content { return Judgement.Decision(entry: entry, effect: .unchanged) }
    return Judgement.Decision(entry: entry, effect: .correction(of: newest), revision: newest.number + 1)
  }
}
