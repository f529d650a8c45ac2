public import DelimitedText
import MatchFacts
import SeasonSimulation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Interview rates of single programs, an input of the fit that is read and never kept.
///
/// Only what is pooled over programs leaves this type: means and spreads of log-odds by specialty,
/// and how far the directory's traits explain them.
public struct ProgramRateFile: Sendable {
  /// One program's rates by column name.
  struct Row: Sendable {
    var specialty: String
    var program: String
    var city: String
    var state: String
    var rates: [String: Double]
  }

  let rows: [Row]

  private static let columns: [(file: String, name: String)] = [
    ("gold_signal", "gold"), ("silver_signal", "silver"), ("signal", "signal"),
    ("no_signal", "none"), ("in_state_school", "inState"), ("out_of_state_school", "outOfState"),
    ("md", "usMd"), ("do", "usDo"), ("us_img", "usImg"), ("non_us_img", "nonUsImg"),
  ]

  /// Reads the file: columns specialty, program, city, state and one for each kind of rate.
  public init(bytes: [UInt8], name: String) throws(DelimitedTextError) {
    let table = try DelimitedTable(bytes, name: name)
    let specialty = try table.column("specialty")
    let program = try table.column("program")
    let city = try table.column("city")
    let state = try table.column("state")
    var positions: [(Int, String)] = []
    for column in Self.columns { positions.append((try table.column(column.file), column.name)) }
    var rows: [Row] = []
    for record in table {
      var rates: [String: Double] = [:]
      for (column, name) in positions {
        if let rate = try record.optionalDouble(column, in: 0...1) { rates[name] = rate }
      }
      rows.append(
        Row(
          specialty: try record.text(specialty), program: try record.text(program),
          city: try record.text(city), state: try record.text(state), rates: rates))
    }
    self.rows = rows
  }

  /// Mean and standard deviation over programs of the log-odds of a rate, sampling taken off.
  struct Spread: Sendable, Hashable {
    var programs: Int
    var mean: Double
    var deviation: Double
  }

  /// Applications behind one rate; not published, so an assumption by column.
  static func applications(_ column: String) -> Double {
    switch column {
    case "usMd": 200
    case "usDo": 120
    case "usImg": 150
    case "nonUsImg": 300
    case "inState": 25
    case "gold": 20
    case "silver", "signal": 50
    default: 500
    }
  }

  func spread(_ specialty: String?, _ column: String) -> Spread? {
    var n = 0.0
    var sum = 0.0
    var squares = 0.0
    var noise = 0.0
    let trials = Self.applications(column)
    for row in rows where specialty == nil || row.specialty == specialty {
      guard let rate = row.rates[column] else { continue }
      let p = Self.clamp(rate, trials: trials)
      let x = log(p / (1 - p))
      n += 1
      sum += x
      squares += x * x
      noise += 1 / (trials * p * (1 - p))
    }
    guard n >= 12 else { return nil }
    let mean = sum / n
    let variance = squares / n - mean * mean - noise / n
    return Spread(programs: Int(n), mean: mean, deviation: max(variance, 0.04).squareRoot())
  }

  /// Residual deviation of a program's log-odds for one type given those of another column, over
  /// all specialties, each centred: what an imported rate of the other kind leaves unknown.
  func residual(of column: String, given other: String) -> Double? {
    var groups: [String: [(Double, Double)]] = [:]
    for row in rows {
      guard let a = row.rates[column], let b = row.rates[other] else { continue }
      groups[row.specialty, default: []].append(
        (
          Self.logit(a, trials: Self.applications(column)),
          Self.logit(b, trials: Self.applications(other))
        ))
    }
    var xx = 0.0
    var xy = 0.0
    var yy = 0.0
    var n = 0.0
    for name in groups.keys.sorted() {
      guard let pairs = groups[name], pairs.count >= 12 else { continue }
      let count = Double(pairs.count)
      let meanA = pairs.reduce(0) { $0 + $1.0 } / count
      let meanB = pairs.reduce(0) { $0 + $1.1 } / count
      for (a, b) in pairs {
        xx += (b - meanB) * (b - meanB)
        xy += (a - meanA) * (b - meanB)
        yy += (a - meanA) * (a - meanA)
        n += 1
      }
    }
    guard n > 30, xx > 0 else { return nil }
    return max((yy - xy * xy / xx) / n, 0.01).squareRoot()
  }

  static func clamp(_ rate: Double, trials: Double) -> Double {
    min(max(rate, 0.4 / trials), 1 - 0.4 / trials)
  }

  static func logit(_ rate: Double, trials: Double) -> Double {
    let p = clamp(rate, trials: trials)
    return log(p / (1 - p))
  }
}
