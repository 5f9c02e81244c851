import Attainment
import Catalogue
import Wording

extension Draft {
  /// The plan that the document comes to, as texts: it passes `plan check`, and says beside its files what to look at.
  ///
  /// Two more files stand beside those of a plan: `doubts`, a row for each thing to be decided, and `left_out`, a row for
  /// each number that is no target.
  public var sheets: PlanSheets {
    var sheets = PlanSheets.empty
    let units = unitCodes
    addHead(to: &sheets, units)
    for proposal in proposals {
      let lead = proposal.leads.first.flatMap { units[$0] } ?? Self.undecided
      sheets.add("indicators", proposal.cells(lead: lead))
      if let target = proposal.target(decidedOn: decidedOn) { sheets.add("targets", target) }
      for name in proposal.leads.dropFirst() {
        sheets.add(
          "responsibilities",
          [
            "indicator": proposal.code.description, "role": ResponsibleRole.support.rawValue,
            "unit": units[name] ?? Self.undecided,
          ])
      }
    }
    sheets.all.removeAll { $0.rows.isEmpty && $0.file != "targets" }
    addDoubts(to: &sheets)
    return sheets
  }

  /// What is to be decided: of the plan as a whole, and of each target.
  public var doubts: [(indicator: String, text: Phrase)] {
    let whole =
      [DraftText.district, DraftText.decidedOn, DraftText.unitCodes]
      + (proposals.contains { $0.leads.isEmpty } ? [DraftText.leadUnits] : [])
    return whole.map { ("", $0) }
      + proposals.flatMap { proposal in proposal.doubts.map { (proposal.code.description, $0.phrase) } }
  }

  private static let undecided = "unit1"

  private var decidedOn: String { "\(year ?? Self.anyYear)-01-01" }

  /// A plan needs a year; this one stands where the document names none.
  private static let anyYear = 2000

  /// The codes of the units that the document names, in the order of their first mention.
  private var unitCodes: [String: String] {
    var codes: [String: String] = [:]
    let isAnyUndecided = proposals.contains { $0.leads.isEmpty }
    for name in proposals.flatMap(\.leads) where codes[name] == nil {
      codes[name] = "unit\(codes.count + (isAnyUndecided ? 2 : 1))"
    }
    return codes
  }

  private func addHead(to sheets: inout PlanSheets, _ units: [String: String]) {
    sheets.add(
      "plan",
      [
        "district": "district", "district_zh": place ?? DraftText.undecidedDistrict,
        "year": String(year ?? Self.anyYear), "title_zh": title.isEmpty ? DraftText.undecidedDistrict : title,
        "source": DraftText.source(title), "time_zone": "Asia/Shanghai", "due_day": "10",
        "review": WorkPlan.Review.automatic.rawValue,
      ])
    if proposals.contains(where: { $0.leads.isEmpty }) || units.isEmpty {
      sheets.add(
        "units",
        ["unit": Self.undecided, "kind": UnitKind.department.rawValue, "name_zh": DraftText.undecidedUnit])
    }
    for (name, code) in units.sorted(by: {
      $0.value.count == $1.value.count ? $0.value < $1.value : $0.value.count < $1.value.count
    }) {
      sheets.add("units", ["unit": code, "kind": Self.kind(of: name).rawValue, "name_zh": name])
    }
    for section in sections {
      sheets.add("sections", ["section": String(section.number), "title_zh": section.title])
    }
  }

  /// The place that the title begins with: 云溪县2021年….
  private var place: String? {
    let name = String(title.prefix { !$0.isNumber }).stripped(leading: Lexicon.titleBeginnings)
    return (2...12).contains(name.count) && name.ends(Lexicon.places) ? name : nil
  }

  private static func kind(of unit: String) -> UnitKind {
    if unit.ends(Lexicon.subdistricts) { return .subdistrict }
    return unit.ends(Lexicon.towns) ? .town : .department
  }

  private func addDoubts(to sheets: inout PlanSheets) {
    var doubtful = PlanSheet("doubts", columns: ["indicator", "name_zh", "doubt"])
    let names = Dictionary(proposals.map { ($0.code.description, $0.name) }, uniquingKeysWith: { first, _ in first })
    for doubt in doubts {
      doubtful.add(["indicator": doubt.indicator, "name_zh": names[doubt.indicator] ?? "", "doubt": doubt.text.zh])
    }
    var numbers = PlanSheet("left_out", columns: ["line", "item", "number", "context", "reason"])
    for number in leftOut {
      numbers.add([
        "line": String(number.line), "item": number.item, "number": number.number, "context": number.context,
        "reason": number.reason.phrase.zh,
      ])
    }
    sheets.all += [doubtful, numbers]
  }
}

extension Proposal {
  /// Its row among the indicators.
  fileprivate func cells(lead: String) -> [String: String] {
    [
      "indicator": code.description, "wording": wording, "name_zh": name, "livelihood": isLivelihood ? "true" : "",
      "measure": measure.rawValue, "direction": direction?.rawValue ?? "", "unit_of_measure": unit ?? "",
      "scale": scale.map(String.init) ?? "", "accumulation": accumulation.rawValue, "frequency": frequency.rawValue,
      "lead_unit": lead, "part_of": partOf?.description ?? "", "due_month": dueMonth.map(String.init) ?? "",
      "whole": isWhole ? "true" : "", "required_stage": stage?.rawValue ?? "",
    ]
  }

  /// How periods most often add up for such a measure.
  private var accumulation: Accumulation { measure.isAlwaysPoint || measure == .ratio ? .point : .cumulative }

  /// How often such figures most often come.
  private var frequency: Frequency { measure == .rate || measure == .progress ? .quarterly : .monthly }

  /// Its row among the targets; nil where the number has yet to be worked out.
  fileprivate func target(decidedOn: String) -> [String: String]? {
    guard measure.takesTarget, value != nil || relativeTo != nil else { return nil }
    return [
      "indicator": code.description, "revision": "1", "value": value?.description ?? "",
      "tolerance": tolerance?.description ?? "", "relative_to": relativeTo?.description ?? "", "decided_on": decidedOn,
    ]
  }
}
