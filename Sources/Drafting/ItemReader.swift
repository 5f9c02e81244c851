import Attainment
import Catalogue
import Wording

/// Reads the targets of one item, clause by clause.
struct ItemReader {
  private let item: Outline.Item
  private let text: DocumentText
  private let numerals: [Numeral]
  private let clauses: [Clause]
  private let leads: [String]
  /// The bracket or line that names who leads.
  private let leadRange: Range<Int>?

  private(set) var proposals: [Proposal] = []
  private(set) var leftOut: [LeftOutNumber] = []

  init(_ item: Outline.Item) {
    self.item = item
    text = item.text
    numerals = Numeral.all(in: item.text)
    let responsible = Responsibles.find(in: item.text)
    leads = item.leads.isEmpty ? responsible?.names ?? [] : item.leads
    leadRange = responsible?.range
    clauses = Clause.all(in: item.text, without: responsible?.range)
  }

  /// Reads all of the item.
  mutating func read() {
    for numeral in numerals where leadRange?.contains(numeral.digits.lowerBound) == true { leaveOut(numeral, .name) }
    var isStarred = false
    let segments = Dictionary(grouping: clauses, by: \.segment)
    for segment in segments.keys.sorted() {
      let clauses = segments[segment] ?? []
      let opensStar = clauses.contains(where: \.opensStar)
      if clauses.contains(where: \.opensSentence) { isStarred = false }
      if opensStar { isStarred = true }
      let first = proposals.count
      read(clauses)
      if first == proposals.count { continue }
      // A star goes on over what is counted, and ends at work of another kind.
      let clause = proposals[first].wording
      let goesOn = opensStar || proposals[first...].contains { $0.wording == clause && $0.measure.takesTarget }
      for index in first..<proposals.count where isStarred {
        if goesOn { proposals[index].isLivelihood = true } else { proposals[index].doubts.append(.starEnded) }
      }
      isStarred = isStarred && goesOn
    }
    if proposals.isEmpty, let whole = clauses.first { addProgress([whole]) }
  }

  /// Reads a segment: work that leads up to a number in it is no target of its own.
  private mutating func read(_ clauses: [Clause]) {
    let first = proposals.count
    var waiting: [Clause] = []
    var previous = ""
    var month: Int?
    for clause in clauses {
      let words = text.text(clause.range)
      month = dueMonth(clause) ?? month
      let before = proposals.count
      readNumbers(clause, previous: previous)
      if proposals.count == before { readWork(clause, words, waiting: &waiting) }
      for index in before..<proposals.count where month != nil && month != 12 {
        proposals[index].dueMonth = month
        proposals[index].doubts.append(.dated)
      }
      previous = words
    }
    if proposals.count == first, !waiting.isEmpty { addProgress(waiting) }
  }

  // MARK: Numbers

  private mutating func readNumbers(_ clause: Clause, previous: String) {
    let first = proposals.count
    let main = ClauseReader(text, clause.range, numerals: numerals, previous: previous)
    read(main, clause)
    let brackets = Set(numerals.filter { clause.range.contains($0.digits.lowerBound) }.compactMap(\.bracket))
    for bracket in brackets {
      let inner = bracket.lowerBound + 1..<max(bracket.lowerBound + 1, bracket.upperBound - 1)
      read(ClauseReader(text, inner, numerals: numerals, previous: "", bracket: bracket), clause)
    }
    let made = proposals[first...].sorted { $0.range.lowerBound < $1.range.lowerBound }
    proposals.removeSubrange(first...)
    for proposal in made { add(proposal, isPart: isPart(proposal, of: clause)) }
  }

  private mutating func read(_ reader: ClauseReader, _ clause: Clause) {
    let roles = reader.roles
    for (numeral, role) in zip(reader.numerals, roles) {
      switch role {
      case .leftOut(let reason): leaveOut(numeral, reason)
      case .group: leaveOut(numeral, .group)
      case .standard: leaveOut(numeral, .each)
      case .each, .target: break
      }
    }
    let mentions = reader.mentions(roles)
    var multiplier: Mention?
    for (place, (mention, role, _)) in mentions.enumerated() {
      switch role {
      case .each: multiplier = mention
      case .group, .standard: proposals.append(share(of: mention, clause, role == .group ? .wholeGroup : .standard))
      case .leftOut: break
      case .target:
        var mention = mention
        addNamed(before: mention, clause)
        // 新建1个、翻建4条步道: the thing stands behind the last.
        if place + 1 < mentions.count, mention.after.filter({ !Lexicon.conjunctions.contains($0) }).isEmpty {
          mention.after =
            mentions[place + 1].mention.numeral.unit == mention.numeral.unit ? mentions[place + 1].mention.after : ""
        }
        let made = multiplier.map { product(of: $0, and: mention, clause) } ?? proposal(of: mention, clause)
        multiplier = nil
        proposals.append(made)
      }
    }
  }

  /// Works that are named before their number are targets of their own.
  private mutating func addNamed(before mention: Mention, _ clause: Clause) {
    let place = mention.numeral.digits.lowerBound
    let before = text.text(clause.range.lowerBound..<place)
    let words = numerals.first { clause.range.contains($0.digits.lowerBound) && $0.bracket == nil }
    let first = words.map { text.text(clause.range.lowerBound..<$0.digits.lowerBound) } ?? before
    guard let named = Work.named(in: text.text(clause.range), before: first) else { return }
    for work in named.works
    where !proposals.contains(where: { $0.range == clause.range && $0.name == Naming.name(work) }) {
      var proposal = blank(.milestone, Naming.name(work), clause)
      proposal.stage = named.stage
      proposal.doubts = [.several]
      proposals.append(proposal)
    }
  }

  private func isPart(_ proposal: Proposal, of clause: Clause) -> Bool {
    let bracket = numerals.first { $0.range == proposal.range }?.bracket
    let start = bracket.map { $0.lowerBound + 1 } ?? clause.range.lowerBound
    return text.has(Lexicon.partly, at: start)
  }

  private func proposal(of mention: Mention, _ clause: Clause) -> Proposal {
    var proposal = blank(mention.measure, Naming.name(mention), clause)
    proposal.range = mention.numeral.range
    proposal.direction = mention.direction
    proposal.unit = mention.numeral.unit == Lexicon.points ? Lexicon.percent : mention.unit
    proposal.value = mention.isValue ? mention.value : nil
    proposal.tolerance = mention.isAbout ? mention.tolerance : nil
    proposal.isWhole = mention.isWhole
    proposal.scale = proposal.measure == .ratio ? mention.scale ?? 1 : nil
    proposal.doubts = mention.doubts
    proposal.numbers = numbers(mention)
    return proposal
  }

  /// The numbers that a mention prints: one, or both ends of a range.
  private func numbers(_ mention: Mention) -> [String] {
    let all = Numeral.runs(in: text.text(mention.numeral.range))
    return mention.numeral.upper == nil ? Array(all.prefix(1)) : all
  }

  /// So many in each of so many: what is added is counted together, what each is to have is counted by those that have it.
  private func product(of first: Mention, and second: Mention, _ clause: Clause) -> Proposal {
    let between = text.text(first.numeral.range.upperBound..<second.numeral.digits.lowerBound)
    var proposal = proposal(of: second, clause)
    guard let many = first.numeral.value, let each = second.numeral.value else { return proposal }
    if between.has(Lexicon.equipped) {
      proposal = self.proposal(of: first, clause)
      proposal.measure = .stock
      proposal.name = Naming.name(between + second.after)
      proposal.range = first.numeral.range
    } else {
      proposal.value = Figure(millionths: many.millionths * each.millionths / 1_000_000)
    }
    proposal.numbers = numbers(first) + numbers(second)
    proposal.doubts.append(.eachOf(proposal.value?.description ?? ""))
    return proposal
  }

  private func share(of mention: Mention, _ clause: Clause, _ doubt: DraftDoubt) -> Proposal {
    var proposal = complete(Naming.name(mention), clause, doubt)
    proposal.range = mention.numeral.range
    return proposal
  }

  private func complete(_ name: String, _ clause: Clause, _ doubt: DraftDoubt) -> Proposal {
    var proposal = blank(.share, name, clause)
    proposal.direction = .atLeast
    proposal.unit = Lexicon.percent
    proposal.value = Figure(100)
    proposal.doubts = [doubt]
    return proposal
  }

  // MARK: Work

  private mutating func readWork(_ clause: Clause, _ words: String, waiting: inout [Clause]) {
    let work = Work(words)
    switch work {
    case .progress:
      waiting.append(clause)
      return
    case .stage(let stage, let works):
      for work in works {
        var proposal = blank(.milestone, Naming.name(work), clause)
        proposal.stage = stage
        if works.count > 1 { proposal.doubts = [.several] }
        add(proposal, isPart: false)
      }
    case .complete(let groups):
      for group in groups { add(complete(Naming.name(group), clause, .wholeGroup), isPart: false) }
    case .none:
      var proposal = blank(.total, Naming.name(words), clause)
      (proposal.direction, proposal.value, proposal.unit) = (.atMost, .zero, Lexicon.piece)
      proposal.isWhole = true
      proposal.doubts = [.unitSupplied]
      add(proposal, isPart: false)
    case .kept:
      var proposal = blank(.stock, Naming.name(words), clause)
      (proposal.direction, proposal.unit) = (.maintain, Lexicon.piece)
      proposal.doubts = [.noBaseline, .unitSupplied]
      add(proposal, isPart: false)
    case .asLastYear:
      var proposal = blank(.growth, Naming.name(words), clause)
      (proposal.direction, proposal.value, proposal.unit) = (.atLeast, .zero, Lexicon.percent)
      proposal.doubts = [.unitSupplied]
      add(proposal, isPart: false)
    case .inStep, .aboveOther:
      var proposal = blank(
        words.has(Lexicon.publishedRates) || work == .inStep ? .rate : .share, Naming.name(words), clause)
      (proposal.direction, proposal.unit) = (.atLeast, Lexicon.percent)
      proposal.followsEconomy = work == .inStep
      proposal.doubts = work == .inStep ? [.publishedRate] : [.followsUnknown]
      add(proposal, isPart: false)
    }
    waiting = []
  }

  private mutating func addProgress(_ clauses: [Clause]) {
    guard let first = clauses.first, let last = clauses.last else { return }
    var proposal = blank(.progress, Naming.name(text.text(first.range)), first)
    proposal.range = first.range.lowerBound..<last.range.upperBound
    proposal.wording = item.printed ?? text.quote(proposal.range)
    proposal.doubts = [.noNumber]
    add(proposal, isPart: false)
  }

  // MARK: What both share

  private func blank(_ measure: Measure, _ name: String, _ clause: Clause) -> Proposal {
    Proposal(
      code: code(proposals.count + 1), wording: item.printed ?? text.quote(clause.range), name: name, measure: measure,
      leads: leads, line: item.line, range: clause.range)
  }

  private func code(_ sequence: Int) -> IndicatorCode {
    IndicatorCode(section: item.section, item: item.number, sequence: sequence)
  }

  private mutating func add(_ proposal: Proposal, isPart: Bool) {
    var proposal = proposal
    proposal.code = code(proposals.count + 1)
    if isPart, let whole = proposals.last(where: { $0.partOf == nil && $0.unit == proposal.unit }) {
      proposal.partOf = whole.code
      proposal.doubts.append(.part)
    }
    if proposal.name.count < 2 || Lexicon.additions.contains(proposal.name) {
      proposal.name = [proposals.last?.name, proposal.name].compactMap(\.self).joined()
      proposal.doubts.append(.shortName)
    }
    if proposal.name.isEmpty { proposal.name = proposal.wording }
    proposals.append(proposal)
  }

  private mutating func leaveOut(_ numeral: Numeral, _ reason: DraftLeftOut) {
    leftOut.append(
      LeftOutNumber(
        line: item.line, item: "\(item.section).\(item.number)", number: text.quote(numeral.range),
        context: text.quote(text.around(numeral.range)), reason: reason))
  }

  /// The month by whose end a clause wants it done.
  private func dueMonth(_ clause: Clause) -> Int? {
    let words = text.text(clause.range)
    if words.has(Lexicon.yearEnds) { return 12 }
    if let half = Lexicon.halves.first(where: { words.contains($0.word) }) { return half.month }
    for numeral in numerals where clause.range.contains(numeral.digits.lowerBound) {
      guard text.has(String(Lexicon.monthWord), at: numeral.digits.upperBound) else { continue }
      let rest = text.text(numeral.digits.upperBound..<clause.range.upperBound).prefix(6)
      if Lexicon.deadlines.contains(where: rest.contains), let month = Int(text.text(numeral.digits)),
        (1...12).contains(month)
      {
        return month
      }
    }
    return nil
  }
}
