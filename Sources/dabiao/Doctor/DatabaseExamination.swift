import Foundation
import Postgres
import Reporting

/// What the database has to be like for the job to run.
struct DatabaseExamination {
  /// How far the clocks of this machine and of the database may lie apart, in seconds.
  private static let tolerance = 60.0

  /// Each examination, in the order in which they are told; the later ones need a schema.
  static func all(on connection: isolated Connection, district: String?) -> [Diagnosis] {
    var diagnoses = [clock(on: connection)]
    let schema = attempt("schema") { try Self.schema(on: connection) }
    diagnoses.append(schema)
    guard schema.remedy == nil else { return diagnoses }
    let role = attempt("role") { try Self.role(on: connection) }
    diagnoses.append(role)
    guard role.remedy == nil else { return diagnoses }
    let plans = attempt("plans") { try Self.plans(on: connection) }
    diagnoses.append(plans)
    guard plans.remedy == nil else { return diagnoses }
    let districts: [String]
    do {
      districts = try District.codes(.all(district), on: connection)
    } catch {
      return diagnoses + [.failed("plans", error)]
    }
    for district in districts {
      diagnoses.append(attempt("last run of \(district)") { try Self.lastRun(of: district, on: connection) })
      diagnoses.append(attempt("due in \(district)") { try Self.due(in: district, on: connection) })
    }
    return diagnoses
  }

  private static func attempt(_ subject: String, _ examine: () throws -> Diagnosis) -> Diagnosis {
    do { return try examine() } catch { return .failed(subject, error) }
  }

  private static func clock(on connection: isolated Connection) -> Diagnosis {
    attempt("clock") {
      let before = Date().timeIntervalSince1970
      let text = try connection.queryOne("select extract(epoch from clock_timestamp()) as now").required("now")
      let after = Date().timeIntervalSince1970
      guard let now = Double(text) else {
        return .ill("clock", ExitStatus.internalError, "the database says '\(text)'", "Report this line.")
      }
      let apart = max(before - now, now - after, 0)
      guard apart <= Self.tolerance else {
        return .ill(
          "clock", ExitStatus.configuration, "this machine and the database's are \(Int(apart)) s apart",
          "The database's clock says what is due. Set both by NTP: timedatectl set-ntp true")
      }
      return .well("clock", "this machine's and the database's agree")
    }
  }

  /// What sqitch has deployed against what was to be deployed when the program was built.
  private static func schema(on connection: isolated Connection) throws -> Diagnosis {
    let advice =
      "Deploy the schema: cd sql && sqitch deploy (in the package: sqitch --chdir /usr/share/dabiao/sql deploy)"
    let registry = try connection.queryOne("select to_regclass('sqitch.changes') is not null as is_there")
    guard try registry.required("is_there") == "t" else {
      return .ill("schema", ExitStatus.configuration, "not deployed", advice)
    }
    let deployed = try connection.query(
      "select change from sqitch.changes where project = 'dabiao' order by committed_at"
    ).map { try $0.required("change") }
    let lacking = SchemaPlan.changes.removing(deployed)
    guard lacking.isEmpty else {
      return .ill(
        "schema", ExitStatus.configuration,
        "\(deployed.count) of \(SchemaPlan.changes.count) changes are deployed; lacking: "
          + lacking.joined(separator: ", "), advice)
    }
    let unknown = deployed.removing(SchemaPlan.changes)
    guard unknown.isEmpty else {
      return .ill(
        "schema", ExitStatus.configuration,
        "newer than this program, which does not know \(unknown.joined(separator: ", "))",
        "Install the version of dabiao that the schema was deployed from.")
    }
    return .well("schema", "all \(deployed.count) changes are deployed")
  }

  /// Whether the login may do what a run does.
  private static func role(on connection: isolated Connection) throws -> Diagnosis {
    let login = try connection.queryOne(
      """
      select
          session_user::text as name,
          pg_has_role(session_user, 'dabiao_job', 'usage')::text as is_job
      """)
    let name = try login.required("name")
    guard try login.required("is_job") == "true" else {
      return .ill(
        "role", ExitStatus.notPermitted, "the login \(name) is not a member of dabiao_job",
        "Run as the job's own login, or grant it: grant dabiao_job to \(name)")
    }
    let refused = try connection.query(
      """
      select needed.privilege || ' on ' || needed.name as refused
      from (
          values
          ('plan.work_plan', 'select'), ('plan.indicator', 'select'), ('plan.target', 'select'),
          ('intake.submission', 'select'), ('intake.review', 'select'), ('intake.comment', 'select'),
          ('report.run', 'select'), ('report.evaluation', 'insert'), ('report.finding', 'insert'),
          ('report.trend_point', 'insert'), ('report.reporting_rate', 'insert'), ('report.revision', 'insert'),
          ('report.remark', 'insert'), ('report.appraised_unit', 'insert'), ('report.appraisal_point', 'insert'),
          ('report.attainment', 'select'), ('report.publication', 'select')
      ) as needed (name, privilege)
      where not has_table_privilege(needed.name, needed.privilege)
      union all
      select needed.privilege || ' on columns of ' || needed.name
      from (
          values ('report.run', 'insert'), ('report.run', 'update'), ('report.publication', 'insert'),
          ('report.publication', 'update')
      ) as needed (name, privilege)
      where not has_any_column_privilege(needed.name, needed.privilege)
      """
    ).map { try $0.required("refused") }
    guard refused.isEmpty else {
      return .ill(
        "role", ExitStatus.notPermitted, "the login \(name) lacks \(refused.joined(separator: ", "))",
        "The group role dabiao_job has lost a grant: sqitch verify says which change it belongs to; revert and deploy it, "
          + "or grant it again.")
    }
    return .well("role", "the login \(name) may run the job")
  }

  /// Whether there is a plan, and whether the server knows each plan's time zone.
  private static func plans(on connection: isolated Connection) throws -> Diagnosis {
    let plans = try connection.query(
      """
      select
          format('%s %s', district.district, work_plan.year) as plan,
          work_plan.time_zone,
          exists (
              select
              from pg_catalog.pg_timezone_names
              where pg_timezone_names.name = work_plan.time_zone
          )::text as is_known
      from plan.work_plan
      join plan.district on district.district_id = work_plan.district_id
      where
          work_plan.version = (
              select max(newest.version)
              from plan.work_plan as newest
              where
                  newest.district_id = work_plan.district_id
                  and newest.year = work_plan.year
          )
      order by
          district.district,
          work_plan.year
      """)
    guard !plans.isEmpty else {
      return .ill(
        "plans", ExitStatus.configuration, "none is loaded", "Load one as dabiao_office: dabiao plan load DIR")
    }
    for plan in plans where try plan.required("is_known") != "true" {
      return .ill(
        "plans", ExitStatus.configuration,
        "the server does not know the time zone '\(try plan.required("time_zone"))' of \(try plan.required("plan"))",
        "Install the newest tzdata on the server, or correct time_zone in plan.csv and load the plan again.")
    }
    return .well("plans", try plans.map { try $0.required("plan") }.joined(separator: ", "))
  }

  /// What became of the newest run, and whether a run that died still says that it is running.
  private static func lastRun(of district: String, on connection: isolated Connection) throws -> Diagnosis {
    let subject = "last run of \(district)"
    let run = try connection.queryFirst(
      """
      select
          run.run_id,
          to_char(run.period, 'YYYY-MM') as period,
          run.outcome,
          to_char(run.started_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') as started_at,
          run.message
      from report.run
      join plan.district on district.district_id = run.district_id
      where district.district = $1
      order by run.run_id desc
      limit 1
      """, [district])
    guard let run else { return .well(subject, "none yet") }
    let outcome = try run.required("outcome")
    let told = "run \(try run.required("run_id")) of \(try run.required("period")), \(try run.required("started_at"))"
    switch outcome {
    case "published":
      return .well(subject, "\(told), published")
    case "running":
      do {
        return try RunLock.holding(district, on: connection) { _ in
          .ill(
            subject, ExitStatus.tryLater, "\(told), died without a word",
            "Nothing of it shows. The next run records that and starts anew: dabiao run --due")
        }
      } catch let error as RunError where error.kind == .locked {
        return .well(subject, "\(told), is under way")
      }
    default:
      return .ill(
        subject, ExitStatus.badData, "\(told), \(outcome): \(run["message"] ?? "no reason is recorded")",
        "Correct what it names, then: dabiao run --due")
    }
  }

  private static func due(in district: String, on connection: isolated Connection) throws -> Diagnosis {
    let subject = "due in \(district)"
    let months = try DueMonths.list(of: district, on: connection)
    guard months.isEmpty else {
      return .ill(
        subject, ExitStatus.tryLater, "not yet published: " + months.map(\.description).joined(separator: ", "),
        "Publish them now, or wait for the morning's job: dabiao run --due --export DIR")
    }
    return .well(subject, "everything is published")
  }
}

extension [String] {
  /// The elements without those of another array, each taken away as often as it is there.
  fileprivate func removing(_ others: [String]) -> [String] {
    others.reduce(into: self) { rest, other in
      if let index = rest.firstIndex(of: other) { rest.remove(at: index) }
    }
  }
}
