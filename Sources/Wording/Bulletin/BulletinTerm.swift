/// A fixed text of the page; its raw value is the name that the templates call it by.
public enum BulletinTerm: String, Sendable, CaseIterable {
  case acceptance
  case actual
  case all
  case allLead = "all_lead"
  case asOf = "as_of"
  case attained
  case attainment
  case behind
  case behindLead = "behind_lead"
  case behindMore = "behind_more"
  case better
  case bulletin
  case changes
  case changesFirst = "changes_first"
  case changesLead = "changes_lead"
  case colon
  case completeness
  case contents
  case count
  case departments
  case departmentsLead = "departments_lead"
  case expected
  case figurePeriod = "figure_period"
  case findings
  case findingsLead = "findings_lead"
  case findingsMore = "findings_more"
  case findingsNone = "findings_none"
  case headline
  case headlineLead = "headline_lead"
  case indicator
  case kind
  case lastMonth = "last_month"
  case lead
  case light
  case lightGreen = "light_green"
  case lightGrey = "light_grey"
  case lightRed = "light_red"
  case lightYellow = "light_yellow"
  case lightsChange = "lights_change"
  case listSeparator = "list_sep"
  case livelihood
  case livelihoodMark = "livelihood_mark"
  case month
  case more
  case noneBehind = "none_behind"
  case noteFigures = "note_figures"
  case noteLights = "note_lights"
  case notePace = "note_pace"
  case noteUnits = "note_units"
  case notes
  case now
  case overview
  case pace
  case projected
  case provisional
  case required
  case revisions
  case score
  case section
  case sections
  case sectionsLead = "sections_lead"
  case severity
  case source
  case submissions
  case synthetic
  case target
  case timeliness
  case top
  case trend
  case trendLead = "trend_lead"
  case trendLights = "trend_lights"
  case trendTable = "trend_table"
  case unit
  case unitOfMeasure = "unit_of_measure"
  case verdict
  case weakest
  case worse
}
