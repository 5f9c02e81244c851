-- Deploy dabiao:report/column_comments to pg
-- requires: report/appraisal
-- requires: report/appraisal_points
-- requires: report/attainment
-- requires: report/commentary
-- requires: report/department_scorecard
-- requires: report/findings
-- requires: report/findings_history
-- requires: report/headline
-- requires: report/livelihood_projects
-- requires: report/livelihood_summary
-- requires: report/milestones
-- requires: report/reporting_rates
-- requires: report/responsible
-- requires: report/revisions
-- requires: report/runs
-- requires: report/section_summary
-- requires: report/target_changes
-- requires: report/trend
-- requires: report/unit_ranking
-- requires: report/units
-- A column of the same name means the same in every view, and is described once; one that means something else somewhere is
-- described there, as view.column.

begin;

set local role dabiao_owner;

do $comments$
declare
    described record;
begin
    for described in
        with meaning (name, text) as (
            values
            ('district', 'District'),
            ('period', 'Reported month, YYYY-MM'),
            ('run_id', 'Run that was published'),
            ('findings_history.run_id', 'Run, as in report.runs'),
            ('runs.run_id', 'Number of the run'),
            ('as_of', 'Instant at which submissions, reviews and targets were taken'),
            ('attainment_history.as_of', 'Instant at which submissions and targets were taken'),
            ('is_current', 'Whether the run is the month''s publication now'),
            ('indicator', 'Indicator, section.item.sequence'),
            ('findings.indicator', 'Indicator concerned'),
            ('findings_history.indicator', 'Indicator concerned'),
            ('section', 'Section of the plan document'),
            ('item', 'Item within the section'),
            ('unit', 'Unit; empty on the district''s own row'),
            ('department_scorecard.unit', 'Leading unit'),
            ('unit_ranking.unit', 'Unit'),
            ('findings.unit', 'Unit concerned; empty for the district'),
            ('findings_history.unit', 'Unit concerned; empty for the district'),
            ('reporting_rates.unit', 'Expected reporter'),
            ('responsible.unit', 'Unit, where one is named'),
            ('units.unit', 'Unit'),
            ('commentary.unit', 'Reporter; empty where the office says it'),
            ('appraisal.unit', 'Unit'),
            ('appraisal_points.unit', 'Unit that earns or loses them'),
            ('lead_unit', 'Unit that leads the indicator'),
            ('name_zh', 'Chinese name'),
            ('department_scorecard.name_zh', 'Chinese name of the unit'),
            ('unit_ranking.name_zh', 'Chinese name of the unit'),
            ('reporting_rates.name_zh', 'Chinese name of the unit'),
            ('units.name_zh', 'Chinese name of the unit'),
            ('appraisal.name_zh', 'Chinese name of the unit'),
            ('name_en', 'English name'),
            ('department_scorecard.name_en', 'English name of the unit'),
            ('unit_ranking.name_en', 'English name of the unit'),
            ('reporting_rates.name_en', 'English name of the unit'),
            ('units.name_en', 'English name of the unit'),
            ('appraisal.name_en', 'English name of the unit'),
            ('livelihood', 'Whether it is a livelihood project (★)'),
            ('headline', 'Whether it belongs to the headline'),
            ('measure', 'Measure (method, section 4)'),
            ('direction', 'Which side of the target is good'),
            ('unit_of_measure', 'Unit of target and actual'),
            ('target', 'Target or allocation that applied'),
            ('revisions.target', 'Target now'),
            ('target_revision', 'Revision of the target; empty for an allocation'),
            ('figure_period', 'Figure period, YYYY-MM'),
            ('findings.figure_period', 'Period concerned, YYYY-MM'),
            ('findings_history.figure_period', 'Period concerned, YYYY-MM'),
            ('reporting_rates.figure_period', 'Period for which figures were due, YYYY-MM'),
            (
                'commentary.figure_period',
                'Period of the figure beside which it is said, YYYY-MM; empty where the office says it'
            ),
            ('appraisal_points.figure_period', 'Period of the figure, YYYY-MM'),
            ('value', 'Accumulated value or numerator'),
            ('target_changes.value', 'Target by the revision; the difference where it is relative to another indicator'),
            ('previous_value', 'The same by the revision before'),
            ('revision', 'Revision of the target, from 2'),
            ('decided_on', 'Date of the decision'),
            ('source', 'Document of the decision'),
            ('denominator', 'Accumulated denominator; the days for daily_average'),
            ('base_value', 'Accumulated base value'),
            ('base_denominator', 'Accumulated base denominator'),
            ('actual', 'Actual'),
            ('revisions.actual', 'Actual now'),
            ('gap', 'Actual minus target'),
            ('attainment_pct', 'Attainment in percent, 100 = just met'),
            ('revisions.attainment_pct', 'Attainment now, in percent'),
            ('expected_pct', 'Expected progress in percent'),
            ('pace_pct', 'Attainment against expected progress in percent; of a limit attainment times expected progress'),
            ('verdict', 'Verdict (method, section 8)'),
            ('revisions.verdict', 'Verdict now'),
            ('light', 'green, yellow, red or grey'),
            ('rule', 'Number of the rule that decided'),
            ('appraisal_points.rule', 'What earns or costs them (method, section 15)'),
            ('rule_zh', 'Rule in Chinese'),
            ('coverage_pct', 'Share of the expected figures that are in, in percent'),
            ('provisional', 'Whether figures are still missing'),
            ('projected', 'Projection to the due month by expected progress'),
            ('required_per_month', 'Amount needed in each month left'),
            ('required_stage', 'Stage that a milestone must reach'),
            ('due_month', 'Month by whose end the target is to be met'),
            ('stage', 'Stage of a milestone that every reporter has reached'),
            ('occurred_on', 'Last date on which a reporter reached its stage'),
            ('ordinal', 'Plan order, the district''s row before its units'''),
            ('weight', 'Weight in the lead unit''s scorecard'),
            ('title_zh', 'Chinese title'),
            ('title_en', 'English title'),
            ('indicators', 'Indicators of the section'),
            ('livelihood_summary.indicators', 'Indicators of livelihood projects (★)'),
            ('department_scorecard.indicators', 'Indicators it leads'),
            ('unit_ranking.indicators', 'Indicators allocated to it'),
            ('attained', 'Indicators with the verdict attained'),
            ('missed', 'Indicators with the verdict missed'),
            ('on_track', 'Indicators with the verdict on_track'),
            ('behind', 'Indicators with the verdict behind'),
            ('off_track', 'Indicators with the verdict off_track'),
            ('awaiting_review', 'Indicators with the verdict awaiting_review'),
            ('unreported_indicators', 'Of these scored, how many count 0 because nobody reported them'),
            ('tolerance', 'By how much the target may be missed'),
            ('relative_to', 'Indicator that the target is relative to'),
            ('first_target', 'First revision of the target'),
            ('last_year_actual', 'Actual of the continued indicator at the same month of last year'),
            ('projected_last_year', 'Where the year leads by last year''s course'),
            ('wording', 'The document''s own words for the target'),
            ('previous_pace_pct', 'Pace in the publication before'),
            ('previous_light', 'Light in the publication before'),
            ('previous_light_zh', 'Light in the publication before, in Chinese'),
            ('overdue', 'Indicators with the verdict overdue'),
            ('not_due', 'Indicators with the verdict not_due'),
            ('no_data', 'Indicators with the verdict no_data'),
            ('not_assessable', 'Indicators with the verdict not_assessable'),
            ('green', 'Indicators with a green light'),
            ('yellow', 'Indicators with a yellow light'),
            ('red', 'Indicators with a red light'),
            ('grey', 'Indicators with a grey light'),
            ('green_pct', 'Share of the indicators that are green, in percent'),
            (
                'worst_indicator',
                'The worst indicator: red before yellow before grey, then the lowest credit; empty where all are green'
            ),
            ('worst_verdict', 'Its verdict'),
            ('worst_pace_pct', 'Its pace in percent'),
            ('score', 'Weighted mean of the credits, 0 to 100; empty where no indicator has one'),
            ('tally.score', 'Weighted mean of the credits, to 40 decimals; empty where no indicator has one'),
            ('scored_indicators', 'Of these, with a credit'),
            ('completeness_pct', 'Figures submitted out of those due from it this year, in percent'),
            ('reporting_rates.completeness_pct', 'Submitted out of due, in percent'),
            ('timeliness_pct', 'Figures submitted by the due date out of those due, in percent'),
            ('reporting_rates.timeliness_pct', 'Submitted by the due date out of due, in percent'),
            ('acceptance_pct', 'Figures accepted out of those due, in percent'),
            ('reporting_rates.acceptance_pct', 'Accepted out of due, in percent'),
            ('place', 'Rank by the share of green indicators; equal shares share a place'),
            ('kind', 'department, subdistrict, town or other'),
            ('tally.kind', 'What the group is: section, lead_unit, livelihood or unit'),
            ('code', 'Code of the finding (method, section 11)'),
            ('severity', 'info, warning or error'),
            ('message_zh', 'Sentence in Chinese that quotes the figures'),
            ('message_en', 'Sentence in English that quotes the figures'),
            ('due', 'Figures due'),
            ('submitted', 'Of these, submitted'),
            ('on_time', 'Of these, first submitted by the due date'),
            ('accepted', 'Of those due, with an accepted figure'),
            ('month', 'Month to whose end the row looks, YYYY-MM'),
            ('previous_as_of', 'As-of instant of the earlier publication'),
            ('previous_target', 'Target then'),
            ('previous_actual', 'Actual then'),
            ('previous_attainment_pct', 'Attainment then, in percent'),
            ('previous_verdict', 'Verdict then'),
            (
                'because',
                'Every cause: figures from what to what, targets, the plan, what has become due or awaits review'
            ),
            ('year', 'Plan year'),
            ('role', 'leader, lead or support'),
            ('commentary.role', 'Who says it: unit or office'),
            ('reason', 'Why the figure lags'),
            ('next_step', 'What will be done about it'),
            ('evidence', 'Where what proves the figure can be found'),
            ('note', 'The reporter''s note, or the office''s comment'),
            ('said_at', 'When the figure was submitted or the comment was made'),
            ('short_zh', 'Short Chinese name of the unit'),
            (
                'appraisal.score',
                'Score of what it leads (method, section 10); empty where nothing of it earns a credit'
            ),
            ('allocations_score', 'Mean credit of its allocations; empty where none earns a credit'),
            ('points', 'Plus and minus points, the sum of each rule within its limit'),
            ('appraisal_points.points', 'Points, negative where they are taken away, before the limit of the rule'),
            ('total', 'Mean of the two scores and the points; empty where both scores are'),
            ('grade', 'Grade that the total reaches; empty where it reaches none'),
            ('unit_zh', 'Chinese name of the unit'),
            ('post', 'Post, where one is named'),
            ('plan_version', 'Version of the work plan used'),
            ('submissions', 'Accepted figures used'),
            ('submissions_sha256', 'SHA-256 over the submissions used, in hexadecimal'),
            ('program_version', 'Version of dabiao'),
            ('started_at', 'When it started'),
            ('finished_at', 'When it ended'),
            ('run_by', 'Login that ran it'),
            ('holder', 'Holder of the post on the day of the as-of instant'),
            ('lead_unit_zh', 'Chinese name of the unit that leads'),
            ('measure_zh', 'Measure in Chinese'),
            ('direction_zh', 'Direction in Chinese'),
            ('verdict_zh', 'Verdict in Chinese'),
            ('light_zh', 'Light in Chinese'),
            ('required_stage_zh', 'Required stage in Chinese'),
            ('stage_zh', 'Stage in Chinese'),
            ('worst_verdict_zh', 'The worst indicator''s verdict in Chinese'),
            ('previous_verdict_zh', 'Verdict then, in Chinese'),
            ('code_zh', 'Code in Chinese'),
            ('severity_zh', 'Severity in Chinese'),
            ('kind_zh', 'Kind in Chinese'),
            ('role_zh', 'Role in Chinese'),
            ('district_id', 'Key of the district'),
            ('version', 'Version of the work plan used'),
            ('member', 'Section, lead unit or unit; empty for the livelihood projects')
        )

        select
            class.relname as view_name,
            attribute.attname as column_name,
            coalesce(own.text, common.text) as text
        from pg_catalog.pg_class as class
        join pg_catalog.pg_attribute as attribute on attribute.attrelid = class.oid
        left join meaning as common on common.name = attribute.attname
        left join meaning as own on own.name = class.relname || '.' || attribute.attname
        where
            class.relnamespace = 'report'::regnamespace
            and class.relkind = 'v'
            and attribute.attnum > 0
    loop
        if described.text is null then
            raise exception 'nothing is said of report.%.%', described.view_name, described.column_name;
        end if;
        execute format(
            'comment on column report.%I.%I is %L', described.view_name, described.column_name, described.text
        );
    end loop;
end
$comments$;

commit;
