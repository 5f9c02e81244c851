import Attainment
import Catalogue
import Wording
import Workbook

/// The check of one line's cells: what each says in its column, and whether the measure takes it.
struct CellCheck {
  let line: Draft.Line
  /// The indicator; nil where the plan does not have it, and only the cells themselves can be checked.
  let indicator: WorkPlan.Indicator?
  let year: PlanBook.Year

  private var faults: [Fault] = []

  init(line: Draft.Line, indicator: WorkPlan.Indicator?, year: PlanBook.Year) {
    self.line = line
    self.indicator = indicator
    self.year = year
  }

  /// What the line says, and what is wrong with it.
  func content() -> (content: FigureContent, faults: [Fault]) {
    var check = self
    return check.run()
  }

  private mutating func run() -> (content: FigureContent, faults: [Fault]) {
    var content = FigureContent()
    content.value = figure(.value)
    content.denominator = figure(.denominator)
    content.baseValue = figure(.baseValue)
    content.baseDenominator = figure(.baseDenominator)
    content.stage = stage()
    content.progress = progress()
    content.occurredOn = day()
    content.reason = text(.reason)
    content.nextStep = text(.nextStep)
    content.evidence = text(.evidence)
    content.note = text(.note)
    tellRemarks()
    return (content, faults)
  }

  private mutating func fault(_ code: Fault.Code, _ column: SubmissionColumn, _ text: FaultText) {
    faults.append(
      Fault(code, line: line.line, column: column, cell: line.cells[column]?.address, text))
  }

  private func requirement(_ column: SubmissionColumn) -> Measure.Requirement {
    // Without the indicator nobody knows what is missing or too much.
    indicator?.measure.requirement(of: column) ?? .optional
  }

  /// A column's cell where there is something to read in it; what is missing or not taken is told.
  private mutating func cell(_ column: SubmissionColumn) -> Draft.Cell? {
    let requirement = requirement(column)
    guard let cell = line.cells[column], !isBlank(cell) else {
      if case .nothing(let formula, false) = line.cells[column]?.content {
        fault(.uncalculated, column, .uncalculated(formula))
      } else if requirement == .required, !hasOnlyRemarks {
        fault(.missing, column, .missing(column, measure: indicator?.measure.name))
      }
      return nil
    }
    if case .uncalculated(let formula) = cell.content {
      fault(.uncalculated, column, .uncalculated(formula))
      return nil
    }
    if case .error = cell.content {
      fault(.figure, column, .formula(cell.text))
      return nil
    }
    if Vocabulary.isNothing(cell.text) {
      switch requirement {
      case .required: fault(.missing, column, .nothingWhereRequired(cell.text))
      case .optional:
        fault(column.isFigure ? .figure : column == .stage ? .stage : .date, column, .nothingWhereOptional(cell.text))
      // A dash where nothing belongs says just that.
      case .refused: break
      }
      return nil
    }
    if requirement == .refused, let measure = indicator?.measure {
      fault(.notTaken, column, .notTaken(column, cell.text, measure: measure.name))
      return nil
    }
    return cell
  }

  private func isBlank(_ cell: Draft.Cell) -> Bool {
    if case .nothing = cell.content { true } else { cell.text.isEmpty }
  }

  /// Whether the line says why, what next or where, and nothing else.
  private var hasOnlyRemarks: Bool {
    line.cells.allSatisfy { column, cell in column.isKey || column.isRemark && column != .note || isBlank(cell) }
  }

  private mutating func tellRemarks() {
    guard hasOnlyRemarks else { return }
    for column in [SubmissionColumn.reason, .nextStep, .evidence] {
      if let cell = line.cells[column], !isBlank(cell) {
        fault(.remarkWithoutFigure, column, .remarkWithoutFigure(column))
        return
      }
    }
  }

  // MARK: Figures

  private mutating func figure(_ column: SubmissionColumn) -> Figure? {
    guard let cell = cell(column) else { return nil }
    let unit = indicator?.unit(of: column)
    switch cell.content {
    case .day:
      fault(.shownOtherwise, column, .shownAsDay(stored: cell.text))
      return nil
    case .number(let shown):
      guard let figure = Figure(parsing: cell.text) else {
        fault(.figure, column, .tooManyDigits(cell.text))
        return nil
      }
      guard shown.kind == .itself || shown.kind == .rounded else {
        fault(.shownOtherwise, column, .shownOtherwise(stored: cell.text, shown: shown.text))
        return nil
      }
      guard shown.words.isEmpty || accepts(shown.words, column) else {
        if indicator?.measure.takesBase ?? false, Vocabulary.isPercent(shown.words) {
          fault(.rate, column, .rateInsteadOfLevel(shown.text, unit: unit))
        } else if let indicator, year.isUnitOfMeasure(shown.words) {
          fault(.statedUnit, column, .statedUnit(shown.words, unit: unit, indicator: indicator.code.description))
        } else {
          fault(.shownOtherwise, column, .shownOtherwise(stored: cell.text, shown: shown.text))
        }
        return nil
      }
      return figure
    default:
      return written(cell.text, column, unit)
    }
  }

  private mutating func written(_ text: String, _ column: SubmissionColumn, _ unit: String?) -> Figure? {
    switch FigureText.read(text) {
    case .figure(let figure, nil): return figure
    case .figure(let figure, .some(let words)):
      if accepts(words, column) { return figure }
      tell(words: words, text, column, unit)
    case .flaw(.words(let words)): tell(words: words, text, column, unit)
    case .flaw(.separators(let meant)): fault(.figure, column, .separators(text, meant: meant))
    case .flaw(.exponent): fault(.figure, column, .exponent(text))
    case .flaw(.plusSign(let meant)): fault(.figure, column, .plusSign(text, meant: meant))
    case .flaw(.tooManyDigits): fault(.figure, column, .tooManyDigits(text))
    case .flaw(.formula): fault(.figure, column, .formula(text))
    case .flaw(.notANumber): fault(.figure, column, .notANumber(text))
    }
    return nil
  }

  /// Whether words beside a figure say only what the plan says: its unit of measure.
  private func accepts(_ words: String, _ column: SubmissionColumn) -> Bool {
    guard let indicator else { return false }
    if let unit = indicator.unit(of: column) { return Check.agrees(words, unit) }
    return indicator.isComputed && year.isUnitOfMeasure(words) && !Vocabulary.isPercent(words)
  }

  private mutating func tell(words: String, _ text: String, _ column: SubmissionColumn, _ unit: String?) {
    guard Vocabulary.isPercent(words) else {
      fault(.figure, column, .words(text, words: words, unit: unit))
      return
    }
    if indicator?.measure.takesBase ?? false, column != .progress {
      fault(.rate, column, .rateInsteadOfLevel(text, unit: unit))
    } else {
      fault(.figure, column, .percentSign(text, unit: unit == "%" ? nil : unit))
    }
  }

  private mutating func progress() -> Figure? {
    guard let figure = figure(.progress) else { return nil }
    guard figure >= .zero, figure <= Figure(100) else {
      fault(.progress, .progress, .progressRange(line.cells[.progress]?.text ?? ""))
      return nil
    }
    return figure
  }

  // MARK: Others

  private mutating func stage() -> Stage? {
    guard let cell = cell(.stage) else { return nil }
    guard let stage = Vocabulary.stage(cell.text) else {
      fault(.stage, .stage, .stage(cell.text, stages: Stage.allCases.map(\.name)))
      return nil
    }
    return stage
  }

  private mutating func day() -> Day? {
    guard let cell = cell(.occurredOn) else { return nil }
    if case .day(let day) = cell.content { return known(day, cell.text) }
    switch DayText.read(cell.text) {
    case .day(let day): return known(day, cell.text)
    case .serial(let day): fault(.date, .occurredOn, .serial(cell.text, day: day))
    case .unclear: fault(.date, .occurredOn, .day(cell.text, meant: nil))
    }
    return nil
  }

  private mutating func known(_ day: Day, _ text: String) -> Day? {
    guard !day.isWithinYears else { return day }
    fault(.date, .occurredOn, .dayOutOfYears(text))
    return nil
  }

  private mutating func text(_ column: SubmissionColumn) -> String? {
    guard let cell = line.cells[column], !isBlank(cell) else { return nil }
    if case .uncalculated(let formula) = cell.content {
      fault(.uncalculated, column, .uncalculated(formula))
      return nil
    }
    return cell.text
  }
}
