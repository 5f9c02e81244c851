import Attainment
import Wording

/// A coordinate of a drawing, printed to a tenth. Figures are never made from one.
struct Coordinate: CustomStringConvertible {
  let value: Double

  init(_ value: Double) { self.value = value }

  var description: String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

/// The bar of an attainment against its expected progress, two units of the drawing to the percent.
struct ProgressBar {
  /// Percent that the drawing reaches; what is more is cut.
  static let reach = 125.0

  let values: [String: Any]

  /// The bar of a target; without an attainment there is only the track.
  init(_ target: MonthReport.Target) {
    func length(_ percent: String?) -> Double? {
      percent.flatMap { Double($0) }.map { 2 * min(max($0, 0), Self.reach) }
    }
    var values: [String: Any] = ["bar_light": target.verdict.light.rawValue]
    if let done = length(target.attainment) { values["done"] = Coordinate(max(done, 1)).description }
    if let expected = length(target.expected) { values["due"] = Coordinate(expected).description }
    self.values = values
  }
}

/// A bar split by light, a thousand units of the drawing wide.
struct LightsBar {
  let segments: [[String: Any]]

  init(_ lights: MonthReport.LightCount) {
    var left = 0.0
    var segments: [[String: Any]] = []
    for light in Light.inOrder where lights[light] > 0 {
      let width = 1000 * Double(lights[light]) / Double(lights.total)
      segments.append([
        "segment_light": light.rawValue, "x": Coordinate(left).description, "width": Coordinate(width).description,
      ])
      left += width
    }
    self.segments = segments
  }
}

/// The line of an indicator's actual over the months of the year, with its target, in a drawing of 340 by 170.
struct LineChart {
  private static let left = 16.0
  private static let right = 324.0
  private static let top = 26.0
  private static let bottom = 136.0

  let values: [String: Any]

  init(_ points: [MonthReport.TrendPoint], language: Language) {
    let actuals = points.compactMap { point in point.actual.flatMap { Double($0) } }
    let targets = points.compactMap { point in point.target.flatMap { Double($0) } }
    var low = min((actuals + targets).min() ?? 0, 0)
    var high = max((actuals + targets).max() ?? 1, 0)
    if high - low < 1e-9 { (low, high) = (low - 1, high + 1) }
    func x(_ month: Int) -> Double { Self.left + (Self.right - Self.left) * Double(month - 1) / 11 }
    func y(_ value: Double) -> Double { Self.bottom - (Self.bottom - Self.top) * (value - low) / (high - low) }

    var lines: [[String: Any]] = []
    var marks: [[String: Any]] = []
    var previous: (x: Double, y: Double)?
    for point in points {
      guard let actual = point.actual.flatMap({ Double($0) }) else {
        previous = nil
        continue
      }
      let here = (x: x(point.month.month), y: y(actual))
      if let previous {
        lines.append([
          "x1": Coordinate(previous.x).description, "y1": Coordinate(previous.y).description,
          "x2": Coordinate(here.x).description, "y2": Coordinate(here.y).description,
        ])
      }
      marks.append([
        "mark_light": point.verdict.light.rawValue, "path": Self.path(of: point.verdict.light, at: here),
      ])
      previous = here
    }
    var values: [String: Any] = [
      "lines": lines, "marks": marks,
      "zero_y": Coordinate(y(0)).description,
      "months": [1, 3, 6, 9, 12].map { month in
        [
          "month_x": Coordinate(x(month)).description, "month_word": Month.shortName(of: month)[language],
          "month_end": month == 1 ? "start" : month == 12 ? "end" : "middle",
        ]
      },
    ]
    let last = points.last { $0.actual != nil }
    if let target = points.last?.target, let level = Double(target) {
      // Beside the line, on the side where the last point is not.
      let isLeft = (last?.month.month ?? 12) > 4
      values["target_line"] = [
        "target_y": Coordinate(y(level)).description, "target_text_y": Coordinate(y(level) - 6).description,
        "target_text_x": Coordinate(isLeft ? Self.left : Self.right).description,
        "target_end": isLeft ? "start" : "end", "target_text": target,
      ]
    }
    if let last, let text = last.actual, let actual = Double(text) {
      // To the right of the point while the year leaves room there, later above or below it, away from the target's line.
      let month = last.month.month
      let hasRoom = month < 10
      let isAbove = points.last?.target.flatMap { Double($0) }.map { actual >= $0 } ?? true
      let dy = hasRoom ? 5.0 : isAbove ? -10 : 19
      values["last_point"] = [
        "last_x": Coordinate(hasRoom ? x(month) + 10 : Self.right).description,
        "last_y": Coordinate(y(actual) + dy).description, "last_end": hasRoom ? "start" : "end", "last_text": text,
      ]
    }
    self.values = values
  }

  /// The outline of a light's shape.
  private static func path(of light: Light, at point: (x: Double, y: Double)) -> String {
    func at(_ dx: Double, _ dy: Double) -> String { "\(Coordinate(point.x + dx)) \(Coordinate(point.y + dy))" }
    switch light {
    case .green, .grey: return "M\(at(-4, 0))a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    case .yellow: return "M\(at(0, -5))L\(at(5, 4))L\(at(-5, 4))z"
    case .red: return "M\(at(-4, -4))h8v8h-8z"
    }
  }
}
