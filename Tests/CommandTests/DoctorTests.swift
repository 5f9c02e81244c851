import Testing

@testable import dabiao

@Suite("What the doctor says")
struct DoctorTests {
  @Test("a sqitch plan's changes are read in their order, reworked ones as often as they stand there")
  func changes() {
    let plan = """
      %syntax-version=1.0.0
      %project=dabiao

      roles 2026-01-01T00:00:00Z someone <someone@example> # Roles
      # a comment
      ranking [roles] 2026-01-01T00:01:00Z someone <someone@example> # Ranking
      @v0.1.0 2026-01-01T00:02:00Z someone <someone@example> # A release
      ranking [ranking@v0.1.0] 2026-01-01T00:03:00Z someone <someone@example> # Reworked
      """
    #expect(SchemaPlan.changes(in: plan) == ["roles", "ranking", "ranking"])
    #expect(SchemaPlan.changes.first == "roles")
  }

  @Test("what is well takes one line, what is not says what to do")
  func lines() {
    #expect(Diagnosis.well("clock", "right").text == "ok    clock: right")
    #expect(
      Diagnosis.ill("schema", ExitStatus.configuration, "too old", "Run sqitch deploy.").text
        == "FAIL  schema: too old\n      Run sqitch deploy.")
    let failed = Diagnosis.failed("plans", MetricsError(path: "/metrics", reason: "full"))
    #expect(failed.remedy?.code == ExitStatus.cannotWrite)
    #expect(failed.text.contains("exit code 73"))
  }
}
