import Attainment
import Foundation
import Testing

@testable import Reporting
@testable import dabiao

@Suite("What a monitoring system is told")
struct JobMetricsTests {
  private let started = Date(timeIntervalSince1970: 1_600_000_000)

  private func metrics(after seconds: Double, _ exitCode: Int32, _ runs: [PublishedRun] = []) -> JobMetrics {
    JobMetrics(started: started, finished: started.addingTimeInterval(seconds), exitCode: exitCode, runs: runs)
  }

  private func run(of district: String) throws -> PublishedRun {
    PublishedRun(
      districtID: "1", district: district, runID: "7", month: try #require(Month(year: 2020, month: 6)),
      asOf: Instant(microseconds: 0), evaluations: 366, submissions: 1234, findings: [.warning: 3])
  }

  @Test("a job that published, in the text format of Prometheus")
  func published() throws {
    #expect(
      metrics(after: 2.0625, 0, [try run(of: "jingan")]).text(keeping: "") == """
        # HELP dabiao_last_run_timestamp_seconds When the last job ended, in seconds since 1970.
        # TYPE dabiao_last_run_timestamp_seconds gauge
        dabiao_last_run_timestamp_seconds 1600000002.063
        # HELP dabiao_last_run_duration_seconds How long the last job took.
        # TYPE dabiao_last_run_duration_seconds gauge
        dabiao_last_run_duration_seconds 2.063
        # HELP dabiao_last_run_exit_code What the last job ended with; 0 is success.
        # TYPE dabiao_last_run_exit_code gauge
        dabiao_last_run_exit_code 0
        # HELP dabiao_last_success_timestamp_seconds When a job last ended with 0, in seconds since 1970.
        # TYPE dabiao_last_success_timestamp_seconds gauge
        dabiao_last_success_timestamp_seconds 1600000002.063
        # HELP dabiao_published_timestamp_seconds When the district was last published, in seconds since 1970.
        # TYPE dabiao_published_timestamp_seconds gauge
        dabiao_published_timestamp_seconds{district="jingan"} 1600000002.063
        # HELP dabiao_published_rows Rows of attainment in the newest publication.
        # TYPE dabiao_published_rows gauge
        dabiao_published_rows{district="jingan"} 366
        # HELP dabiao_published_submissions Accepted figures that the newest publication used.
        # TYPE dabiao_published_submissions gauge
        dabiao_published_submissions{district="jingan"} 1234
        # HELP dabiao_published_findings Findings of the newest publication by severity.
        # TYPE dabiao_published_findings gauge
        dabiao_published_findings{district="jingan",severity="error"} 0
        dabiao_published_findings{district="jingan",severity="info"} 0
        dabiao_published_findings{district="jingan",severity="warning"} 3

        """)
  }

  @Test("a job that failed keeps when one last succeeded, and what was published of each district")
  func failed() throws {
    let first = metrics(after: 1, 0, [try run(of: "jingan"), try run(of: "aoshan")]).text(keeping: "")
    let second = metrics(after: 86_400, 69).text(keeping: first)
    #expect(second.contains("\ndabiao_last_run_exit_code 69\n"))
    #expect(second.contains("\ndabiao_last_run_timestamp_seconds 1600086400.000\n"))
    #expect(second.contains("\ndabiao_last_success_timestamp_seconds 1600000001.000\n"))
    for district in ["aoshan", "jingan"] {
      #expect(second.contains("\ndabiao_published_rows{district=\"\(district)\"} 366\n"))
    }
    let third = metrics(after: 172_800, 0, [try run(of: "jingan")]).text(keeping: second)
    #expect(third.contains("\ndabiao_last_success_timestamp_seconds 1600172800.000\n"))
    #expect(third.contains("\ndabiao_published_timestamp_seconds{district=\"aoshan\"} 1600000001.000\n"))
    #expect(third.contains("\ndabiao_published_timestamp_seconds{district=\"jingan\"} 1600172800.000\n"))
  }

  @Test("a file of something else, or cut off in the middle, spoils nothing")
  func nonsense() {
    let clean = metrics(after: 1, 0).text(keeping: "")
    #expect(metrics(after: 1, 0).text(keeping: "not a sample\nother_metric 5\ndabiao_last_ru") == clean)
  }
}
