import Attainment
import Catalogue
import Wording

/// The check of a file's lines against the plan, the windows and what is on record: a function of values.
struct Check {
  private let book: PlanBook
  private let windows: Windows
  private let records: Records
  private let moment: Instant
  private let zones: [Int: Zone]
  private let draft: Draft
  private var judgement = Judgement()
  private var statementsAtFault: Set<Draft.Statement> = []
  private var entries: [Entry] = []
  private var firstLines: [FigureKey: Int] = [:]
  /// What was probably meant by codes that are none, so far; a file wrong throughout gets no more guesses than that.
  private var guesses: [String: String?] = [:]
  private static let guessLimit = 2_000

  /// Judges what a file says.
  ///
  /// - Parameters:
  ///   - draft: what the file says.
  ///   - book: the plans.
  ///   - windows: which periods are closed, and for whom they are not.
  ///   - records: what is on record of the figures that the file speaks of.
  ///   - moment: the moment of submission.
  /// - Returns: every fault, and where there is none what each line does.
  static func judge(
    _ draft: Draft, by book: PlanBook, windows: Windows, records: Records, at moment: Instant
  ) -> Judgement {
    var check = Check(draft, book, windows, records, moment)
    for line in draft.lines { check.check(line) }
    for line in draft.unfilled { check.note(line) }
    check.checkStages()
    check.judgement.faults = (draft.faults + check.judgement.faults).sorted()
    guard check.judgement.faults.isEmpty else { return check.judgement }
    check.judgement.decisions = check.entries.map(records.decision)
    check.judgement.warnings = Warnings.of(
      check.judgement.decisions, book: book, records: records, at: moment)
    return check.judgement
  }

  private init(
    _ draft: Draft, _ book: PlanBook, _ windows: Windows, _ records: Records, _ moment: Instant
  ) {
    self.draft = draft
    self.book = book
    self.windows = windows
    self.records = records
    self.moment = moment
    let years = Set((draft.lines + draft.unfilled).compactMap(\.period?.year))
    zones = Dictionary(
      uniqueKeysWithValues: years.compactMap { year in
        book[year].flatMap { Zone($0.plan.timeZone) }.map { (year, $0) }
      })
  }

  // MARK: Lines

  private mutating func check(_ line: Draft.Line) {
    // A line whose month is at fault is still looked through by the newest plan, so that every fault of it is told.
    guard let year = line.period.map({ book[$0.year] }) ?? book.newest else {
      if let period = line.period { fault(.noPlan, line, .period, .noPlan(period)) }
      return
    }
    let indicator = indicator(of: line, year)
    let unit = unit(of: line, year)
    if let indicator, let unit, !indicator.expectedReporters.contains(unit.code) {
      fault(
        .notReporter, line, .unit,
        .notReporter(
          line.cells[.unit]?.text ?? unit.code, indicator: indicator.code.description,
          reporters: indicator.expectedReporters.sorted()))
    }
    if let indicator {
      checkStatements(line, indicator, year)
      checkUnitOfMeasure(line, indicator, year)
    }
    let content = CellCheck(line: line, indicator: indicator, year: year).content()
    judgement.faults += content.faults
    guard let period = line.period, let indicator else { return }
    checkPeriod(period, line, indicator)
    if let day = content.content.occurredOn { check(day, line, period) }
    guard let unit else { return }
    let key = FigureKey(indicator: indicator.code.description, unit: unit.code, period: period)
    checkWindow(key, line)
    if let first = firstLines[key] {
      fault(.duplicate, line, nil, .duplicate("\(key.indicator), \(key.unit), \(key.period)", firstLine: first))
    } else {
      firstLines[key] = line.line
      entries.append(Entry(line: line.line, key: key, content: content.content))
    }
  }

  /// A prepared line that nobody filled in: it is only named, by what its keys stand for.
  private mutating func note(_ line: Draft.Line) {
    guard let period = line.period, let year = book[period.year] else {
      if let period = line.period { fault(.noPlan, line, .period, .noPlan(period)) }
      return
    }
    guard let indicator = indicator(of: line, year), let unit = unit(of: line, year) else { return }
    judgement.unfilled.append(
      FigureKey(indicator: indicator.code.description, unit: unit.code, period: period))
  }

  private mutating func fault(
    _ code: Fault.Code, _ line: Draft.Line, _ column: SubmissionColumn?, _ text: FaultText
  ) {
    judgement.faults.append(
      Fault(code, line: line.line, column: column, cell: column.flatMap { line.cells[$0]?.address }, text))
  }

  // MARK: Keys

  private mutating func indicator(of line: Draft.Line, _ year: PlanBook.Year) -> WorkPlan.Indicator? {
    guard let cell = line.cells[.indicator], !cell.text.isEmpty else {
      fault(.missing, line, .indicator, .missing(.indicator))
      return nil
    }
    switch year.indicator(cell.text) {
    case .several(let codes):
      fault(.ambiguousName, line, .indicator, .ambiguousName(cell.text, codes: codes))
      return nil
    case .none:
      var isDay = DayText.read(cell.text) != .unclear
      if case .day = cell.content { isDay = true }
      let code = Vocabulary.indicatorCode(cell.text)?.code ?? cell.text
      fault(
        .unknownIndicator, line, .indicator,
        .unknownIndicator(cell.text, nearest: guess("i" + code) { year.nearestIndicator(code) }, isDay: isDay))
      return nil
    case .one(let indicator):
      let (name, beside) = (Vocabulary.indicatorCode(cell.text)?.name ?? "", line.indicatorName?.text ?? "")
      let isOther = !beside.isEmpty && year.otherIndicator(named: beside, than: indicator) != nil
      if isOther || !name.isEmpty && !year.isName(name, of: indicator) {
        let code = indicator.code.description
        fault(
          .otherName, line, .indicator, .otherName(isOther ? beside : name, code: code, name: indicator.nameZH))
      }
      return indicator
    }
  }

  private mutating func unit(of line: Draft.Line, _ year: PlanBook.Year) -> WorkPlan.Unit? {
    guard let cell = line.cells[.unit], !cell.text.isEmpty else {
      fault(.missing, line, .unit, .missing(.unit))
      return nil
    }
    switch year.unit(cell.text) {
    case .several(let codes):
      fault(.ambiguousName, line, .unit, .ambiguousName(cell.text, codes: codes))
      return nil
    case .none:
      fault(
        .unknownUnit, line, .unit,
        year.isUnitOfMeasure(cell.text)
          ? .measureUnitForUnit(cell.text)
          : .unknownUnit(cell.text, nearest: guess("u" + cell.text) { year.nearestUnit(cell.text) }))
      return nil
    case .one(let unit):
      if let name = line.unitName?.text, !name.isEmpty, case .one(let other) = year.unit(name), other.code != unit.code
      {
        fault(.otherName, line, .unit, .otherName(name, code: unit.code, name: unit.nameZH))
      }
      return unit
    }
  }

  private mutating func guess(_ key: String, _ nearest: () -> String?) -> String? {
    if let known = guesses[key] { return known }
    guard guesses.count < Self.guessLimit else { return nil }
    let guess = nearest()
    guesses[key] = .some(guess)
    return guess
  }

  // MARK: Time

  private mutating func checkPeriod(_ period: Month, _ line: Draft.Line, _ indicator: WorkPlan.Indicator) {
    if !indicator.frequency.duePeriods.contains(period.month) {
      fault(
        .notDue, line, .period,
        .notDue(period, frequency: indicator.frequency.name))
    }
    let opening = period.opening(earlyDays: book[period.year]?.plan.earlyDays ?? 0)
    if let today = today(of: period), today < opening {
      fault(.notOver, line, .period, .notOver(period, opening: opening, today: today))
    }
  }

  private mutating func check(_ day: Day, _ line: Draft.Line, _ period: Month) {
    if let today = today(of: period), day > today {
      fault(.occurredInFuture, line, .occurredOn, .occurredInFuture(day, today: today))
    }
    if day > period.lastDay {
      fault(.occurredAfterPeriod, line, .occurredOn, .occurredAfterPeriod(day, period: period))
    }
  }

  private mutating func checkWindow(_ key: FigureKey, _ line: Draft.Line) {
    guard let since = windows.closed(key, at: moment), let zone = zones[key.period.year] else { return }
    fault(.closed, line, .period, .closed(key.period, since: String(zone.text(of: since).prefix(16))))
  }

  private func today(of period: Month) -> Day? { zones[period.year]?.day(of: moment) }

  // MARK: Units of measure

  /// Holds what the file states for whole columns against an indicator; each statement is told once.
  private mutating func checkStatements(
    _ line: Draft.Line, _ indicator: WorkPlan.Indicator, _ year: PlanBook.Year
  ) {
    for statement in draft.statements where !statementsAtFault.contains(statement) {
      let columns = statement.column.map { [$0] } ?? [.value, .baseValue]
      let filled = columns.filter { line.cells[$0].map { !$0.text.isEmpty } ?? false }
      guard let column = filled.first, let text = self.text(of: statement, column, indicator, year) else { continue }
      statementsAtFault.insert(statement)
      judgement.faults.append(
        Fault(text.code, line: statement.line, column: statement.column, cell: statement.address, text.text))
    }
  }

  private func text(
    of statement: Draft.Statement, _ column: SubmissionColumn, _ indicator: WorkPlan.Indicator, _ year: PlanBook.Year
  ) -> (code: Fault.Code, text: FaultText)? {
    let code = indicator.code.description
    let wantsCumulative = indicator.accumulation == .cumulative
    if Vocabulary.monthlyWords.contains(statement.text) {
      return wantsCumulative ? (.otherSpan, .otherSpan(statement.text, indicator: code, wantsCumulative: true)) : nil
    }
    if Vocabulary.cumulativeWords.contains(statement.text) {
      let isOther = indicator.accumulation == .monthly
      return isOther ? (.otherSpan, .otherSpan(statement.text, indicator: code, wantsCumulative: false)) : nil
    }
    guard year.isUnitOfMeasure(statement.text) else {
      // 单位：统计局 above a table names who sends it. In brackets behind a name, nothing but a unit is expected.
      return statement.column == nil ? nil : (.unknownColumn, .unknownColumn("\(column.name.zh)(\(statement.text))"))
    }
    let unit = indicator.unit(of: column)
    if let unit, Self.agrees(statement.text, unit) { return nil }
    let isRate = indicator.measure.takesBase && Vocabulary.isPercent(statement.text)
    if unit == nil, indicator.isComputed, !isRate { return nil }
    return Self.doubt(of: statement.text, column, indicator)
  }

  /// Holds the column of units of measure against the indicator. It may name the unit of what is computed only where the
  /// line says what it is computed from: 1.5 beside % alone may be the rate, and 30 beside 吨/日 the average.
  private mutating func checkUnitOfMeasure(
    _ line: Draft.Line, _ indicator: WorkPlan.Indicator, _ year: PlanBook.Year
  ) {
    guard let stated = line.unitOfMeasure, !stated.text.isEmpty, !Vocabulary.isNothing(stated.text) else { return }
    let submitted = indicator.unit(of: .value)
    if let submitted, Self.agrees(stated.text, submitted) { return }
    if let printed = indicator.unitOfMeasure, Self.agrees(stated.text, printed) {
      let inputs: [SubmissionColumn] = [.denominator, .baseValue, .baseDenominator]
      guard indicator.isComputed, inputs.allSatisfy({ line.cells[$0]?.text.isEmpty ?? true }) else { return }
    } else {
      // Where the plan does not say in which unit figures are submitted, it may be any.
      guard submitted != nil || indicator.unitOfMeasure == nil else { return }
    }
    let told = Self.doubt(of: stated.text, .value, indicator)
    judgement.faults.append(Fault(told.code, line: line.line, cell: stated.address, told.text))
  }

  /// What is wrong with a unit of measure that is not the one of what a column holds.
  private static func doubt(
    of stated: String, _ column: SubmissionColumn, _ indicator: WorkPlan.Indicator
  ) -> (code: Fault.Code, text: FaultText) {
    let submitted = indicator.unit(of: .value)
    if indicator.measure.takesBase, Vocabulary.isPercent(stated), column != .progress {
      return (.rate, .rateInsteadOfLevel(stated, unit: submitted))
    }
    if indicator.measure == .dailyAverage, let submitted, let printed = indicator.unitOfMeasure, agrees(stated, printed)
    {
      return (.rate, .averageInsteadOfQuantity(stated, unit: submitted))
    }
    let unit = indicator.unit(of: column) ?? (column == .value ? indicator.unitOfMeasure : nil)
    return (.statedUnit, .statedUnit(stated, unit: unit, indicator: indicator.code.description))
  }

  static func agrees(_ stated: String, _ unit: String) -> Bool {
    Vocabulary.comparable(unit: stated) == Vocabulary.comparable(unit: unit)
  }

  // MARK: Stages

  /// A series of stages never goes back over the periods of a year, those of the file and those on record together.
  private mutating func checkStages() {
    let staged = entries.filter { $0.content.stage != nil }
    let addresses = Dictionary(
      draft.lines.compactMap { line in line.cells[.stage]?.address.map { (line.line, $0) } },
      uniquingKeysWith: { first, _ in first })
    for (series, entries) in Dictionary(grouping: staged, by: { Records.Series(of: $0.key) }) {
      for (year, entries) in Dictionary(grouping: entries, by: { $0.key.period.year }) {
        var stages = records.stages(series).filter { $0.key.year == year }
        for entry in entries { stages[entry.key.period] = entry.content.stage }
        let inFile = Set(entries.map(\.key.period))
        for entry in entries { checkStage(entry, at: addresses[entry.line], among: stages, inFile: inFile) }
      }
    }
  }

  private mutating func checkStage(
    _ entry: Entry, at address: String?, among stages: [Month: Stage], inFile: Set<Month>
  ) {
    guard let stage = entry.content.stage else { return }
    let period = entry.key.period
    if let before = stages.keys.filter({ $0 < period }).max(), let earlier = stages[before], stage < earlier {
      judgement.faults.append(
        Fault(
          .stageBack, line: entry.line, column: .stage, cell: address,
          .stageBack(stage.name, earlier: earlier.name, period: before)))
    }
    // A period after the file's own, already on record, would then go back.
    if let after = stages.keys.filter({ $0 > period }).min(), !inFile.contains(after), let later = stages[after],
      stage > later
    {
      judgement.faults.append(
        Fault(
          .stageBack, line: entry.line, column: .stage, cell: address,
          .stageAhead(stage.name, later: later.name, period: after)))
    }
  }
}
