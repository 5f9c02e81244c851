import Attainment
import Wording

extension WorkPlan {
  /// Next year's plan as far as this one tells it: each indicator that goes on continues its own, without targets and without
  /// the document's words; units, posts and responsibilities stay.
  ///
  /// What ended is left out: milestones, which are reached or not, and terms that were over before the year.
  ///
  /// - Parameter year: the year of the new plan.
  /// - Returns: its files as texts; they pass `plan check`, with warnings for the targets that are missing.
  public func carried(to year: Int) -> PlanSheets {
    var next = self
    next.year = year
    next.titleZH = titleZH.replacing(String(self.year), with: String(year))
    next.titleEN = titleEN.replacing(String(self.year), with: String(year))
    next.changeNote = nil
    next.indicators = indicators.filter { $0.measure != .milestone }
    let kept = Set(next.indicators.map(\.code.description))
    for index in next.indicators.indices {
      let indicator = next.indicators[index]
      next.indicators[index].continues = indicator.isReference ? nil : indicator.code.description
      next.indicators[index].wording = nil
      if let whole = indicator.partOf, !kept.contains(whole) { next.indicators[index].partOf = nil }
    }
    next.targets = []
    next.allocations = []
    // Amounts end at a target, which is not there yet.
    next.profiles = profiles.filter { point in
      guard kept.contains(point.indicator), case .percentage = point.expected else { return false }
      return true
    }
    next.responsibilities = responsibilities.filter { kept.contains($0.indicator) }
    next.postHolders = postHolders.filter { holder in
      guard let to = holder.to, let month = to.month else { return true }
      return month.year >= year
    }
    return next.sheets
  }
}
