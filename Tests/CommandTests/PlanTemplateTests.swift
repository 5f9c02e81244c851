import Attainment
import Testing

@testable import dabiao

@Suite("The sample plan that plan init writes")
struct PlanTemplateTests {
  @Test("it is marked as a sample, and has every measure, direction and way of phrasing a target")
  func forms() throws {
    let plan = try PlanInitCommand.template()
    #expect(plan.isSample)
    #expect(Set(plan.indicators.map(\.measure)) == Set(Measure.allCases).subtracting([.dailyAverage]))
    #expect(plan.targets.contains { $0.tolerance != nil })
    #expect(plan.targets.contains { $0.relativeTo != nil && $0.value == .zero })
    #expect(plan.targets.contains { $0.relativeTo != nil && $0.value != .zero })
    #expect(plan.targets.contains { $0.value == .zero && $0.relativeTo == nil })
    #expect(plan.indicators.contains { $0.partOf != nil })
    #expect(plan.indicators.contains { $0.isReference })
    #expect(plan.indicators.contains { $0.measure == .total && $0.direction == .atMost })
    #expect(!plan.allocations.isEmpty && !plan.profiles.isEmpty && !plan.grades.isEmpty)
    #expect(plan.warnings() == [])
  }
}
