import ArgumentParser
import Postgres

/// `dabiao status`: what the database holds and what was published last.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show the plans, the last submissions and the last runs of each district.")

  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    let district = connection.district
    let rows = try await connection.connect().perform { @Sendable (connection: isolated Connection) in
      try connection.query(Self.query, [district])
    }
    guard !rows.isEmpty else {
      print("No work plan is loaded yet. Load one with 'dabiao plan load DIR'.")
      return
    }
    for row in rows {
      print(
        """
        \(try row.required("district")) \(try row.required("year")): \(try row.required("title_zh"))
          plan         version \(try row.required("version")), loaded \(try row.required("loaded_at")), \
        \(try row.required("indicators")) indicators
          submissions  \(try row.required("submissions")) figures, the last received \(row["last_received"] ?? "never")
          published    \(row["published"] ?? "nothing yet")
          last run     \(row["last_run"] ?? "none yet")
        """)
    }
  }

  private static let query = """
    select
        district.district,
        work_plan.year,
        work_plan.title_zh,
        work_plan.version,
        to_char(work_plan.loaded_at at time zone work_plan.time_zone, 'YYYY-MM-DD HH24:MI') as loaded_at,
        (
            select count(*)
            from plan.indicator
            where
                indicator.district_id = work_plan.district_id
                and indicator.year = work_plan.year
                and indicator.version = work_plan.version
        ) as indicators,
        submitted.submissions,
        to_char(submitted.last_received at time zone work_plan.time_zone, 'YYYY-MM-DD HH24:MI') as last_received,
        (
            select
                format(
                    '%s month(s), the newest %s (run %s)',
                    count(*),
                    to_char(max(publication.period), 'YYYY-MM'),
                    (array_agg(publication.run_id order by publication.period desc))[1]
                )
            from report.publication
            join report.run
                on
                    run.district_id = publication.district_id
                    and run.run_id = publication.run_id
            where
                run.district_id = work_plan.district_id
                and run.year = work_plan.year
            having count(*) > 0
        ) as published,
        (
            select
                concat_ws(
                    ', ',
                    format('run %s of %s: %s', run.run_id, to_char(run.period, 'YYYY-MM'), run.outcome),
                    run.message
                )
            from report.run
            where
                run.district_id = work_plan.district_id
                and run.year = work_plan.year
            order by run.run_id desc
            limit 1
        ) as last_run
    from plan.work_plan
    join plan.district on district.district_id = work_plan.district_id
    cross join lateral (
        select
            count(*) as submissions,
            max(submission.submitted_at) as last_received
        from intake.submission
        where
            submission.district_id = work_plan.district_id
            and submission.period between make_date(work_plan.year, 1, 1) and make_date(work_plan.year, 12, 1)
    ) as submitted
    where
        work_plan.version = (
            select max(newest.version)
            from plan.work_plan as newest
            where
                newest.district_id = work_plan.district_id
                and newest.year = work_plan.year
        )
        and ($1::text is null or district.district = $1)
    order by
        district.district,
        work_plan.year
    """
}
