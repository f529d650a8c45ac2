import Advising
import MatchFacts
import ScoreReading

extension ReportSections {
  /// Chances anywhere and by specialty.
  var odds: Markup {
    let odds = advice.odds
    var rows = [MatchRangeChart.Row(label: "Anywhere on the list", chance: odds.match)]
    if odds.bySpecialty.count > 1 {
      rows += odds.bySpecialty.map { .init(label: $0.specialty.name, chance: $0.match) }
    }
    var markup = figure("odds-ranges") {
      MatchRangeChart(rows: rows).chart(id: $0, width: $1)
    }
    markup += Elements.table(
      caption: "By specialty, as 80% intervals",
      [
        .init(title: "Specialty"), .init(title: "Applications", isNumber: true, isOptional: true),
        .init(title: "Interviews", isNumber: true), .init(title: "Match", isNumber: true),
      ],
      odds.bySpecialty.map { part in
        [
          "\(part.specialty.name)", "\(part.applications)",
          "\(NumberText.fixed(part.expectedInterviews, decimals: 1))",
          "\(IntervalText.chance(part.match))",
        ]
      })
    markup += "<p>\(odds.correlationSentence)</p>\n"
    markup += Elements.points(odds.caveats)
    return markup
  }

  /// The chance of matching against the number of applications.
  var returns: Markup {
    let returns = advice.diminishingReturns
    let chart = ReturnsChart(returns)
    guard !chart.isEmpty else { return "" }
    var markup: Markup = "<p>\(returns.sentence)</p>\n"
    markup += figure("returns") { chart.chart(id: $0, width: $1) }
    let step = max(1, returns.points.count / 12)
    let rows = returns.points.enumerated().filter { index, point in
      index % step == 0 || point.applications == returns.enough
        || index == returns.points.count - 1
    }
    let table = Elements.table(
      caption: "The best list of each length",
      [
        .init(title: "Applications"), .init(title: "Match", isNumber: true),
        .init(title: "Interviews", isNumber: true), .init(title: "Fees", isNumber: true),
        .init(title: "Per further point", isNumber: true),
      ],
      rows.map { _, point in
        [
          "\(point.applications)", "\(NumberText.percent(point.match))",
          "\(NumberText.fixed(point.expectedInterviews, decimals: 1))",
          "\(NumberText.dollars(point.dollars))",
          "\(point.dollarsPerPoint.map { NumberText.dollars(Int($0.rounded())) } ?? "–")",
        ]
      })
    return markup + Elements.fold("The figures as a table", table)
  }

  /// The list at hand, and its repairs.
  var currentList: Markup {
    guard let list = advice.currentList else { return "" }
    var markup: Markup = "<p>\(list.sentence)</p>\n"
    markup += figure("current-list-ranges") {
      MatchRangeChart(
        title: "Chance of matching with each list",
        rows: [
          .init(label: "Your list now", chance: list.match),
          .init(label: "The list above", chance: advice.odds.match),
        ]
      ).chart(id: $0, width: $1)
    }
    markup += Elements.facts([
      ("Programs known", "\(list.programs)"),
      ("Interviews expected", "\(NumberText.fixed(list.expectedInterviews, decimals: 1))"),
      ("Fees", "\(NumberText.dollars(list.fees))"),
    ])
    markup += changes(list.add, caption: "Add these safer programs", gain: "Adds", money: "Costs")
    markup += changes(list.drop, caption: "Drop these", gain: "Loses", money: "Saves")
    return markup
  }

  private func changes(
    _ changes: [CurrentList.Change], caption: String, gain: String, money: String
  ) -> Markup {
    guard !changes.isEmpty else { return "" }
    return Elements.table(
      caption: caption,
      [
        .init(title: "Program"), .init(title: "Interview", isNumber: true),
        .init(title: gain, isNumber: true),
        .init(title: money, isNumber: true, isOptional: true),
      ],
      changes.map { change in
        [
          """
          \(change.program) <span class="muted small">\(change.code), \
          \(change.group.rawValue)</span>
          """,
          "\(NumberText.percent(change.interview))",
          "\(NumberText.fixed(abs(change.gain), decimals: 2)) pt",
          "\(NumberText.dollars(abs(change.dollars)))",
        ]
      })
  }

  /// Courses of action side by side.
  var scenarios: Markup {
    guard !advice.scenarios.isEmpty else { return "" }
    var markup = figure("scenario-ranges") {
      MatchRangeChart(
        title: "Chance of matching by each route",
        rows: advice.scenarios.map { .init(label: $0.name, chance: $0.match) }
      ).chart(id: $0, width: $1)
    }
    markup += Elements.table(
      caption: "The routes side by side",
      [
        .init(title: "Route"), .init(title: "First choice", isNumber: true),
        .init(title: "Interviews", isNumber: true),
        .init(title: "Fees", isNumber: true, isOptional: true),
      ],
      advice.scenarios.map { scenario in
        [
          """
          \(scenario.name) <span class="sub muted small">\(scenario.remark)</span>
          """,
          "\(NumberText.aboutPercent(scenario.matchInFirstChoice))",
          "\(NumberText.fixed(scenario.expectedInterviews, decimals: 1))",
          "\(NumberText.dollars(scenario.fees))",
        ]
      })
    return markup
  }
}
