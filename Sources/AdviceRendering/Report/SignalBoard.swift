import Advising
import ApplicantFile
import MatchFacts
import ScoreReading

/// Signals as a board: what stands in each tier, and presses that move a program up or down.
///
/// It shows the signals of the applicant's own list or, without one, those of the recommended list;
/// the first move makes that list the applicant's own, and its chance stands beside.
struct SignalBoard {
  let advice: Advice
  let tools: ReportSections.ListTools

  private struct Item {
    var code: String
    var name: String
    var tier: ListedProgram.Signal
    var specialty: Specialty?
    var remark: String
  }

  private var items: [Item] {
    let spends = Dictionary(
      advice.signals.spends.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = Dictionary(
      advice.list.programs.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    func item(_ code: String, _ tier: ListedProgram.Signal) -> Item {
      let spend = spends[code]
      let remark =
        spend.map {
          "\(NumberText.percent($0.interviewWithout)) without, "
            + "\(NumberText.percent($0.interviewWith)) with \(Labels.name($0.tier))"
        } ?? ""
      return Item(
        code: code, name: tools.names[code] ?? entries[code]?.institution ?? code, tier: tier,
        specialty: entries[code]?.specialty ?? spend?.specialty, remark: remark)
    }
    return tools.ownList.isEmpty
      ? advice.signals.spends.map { item($0.code, $0.tier) }
      : tools.ownList.filter { $0.signal != .none }.map { item($0.program, $0.signal) }
  }

  var markup: Markup {
    let items = items
    return advice.signals.rules.markup { rule in
      let tiers = Self.tiers(rule)
      guard !tiers.isEmpty else { return "" }
      let own = items.filter { item in
        tiers.contains { $0.tier == item.tier }
          && (item.specialty ?? advice.applicant.specialties.first) == rule.specialty
      }
      let columns = tiers.markup { tier, allowed in
        column(tier, allowed, own.filter { $0.tier == tier }, tiers.map(\.tier))
      }
      return "<div class=\"board\">\(columns)</div>\n\(giving(tiers.map(\.tier), rule))"
    } + comparison
  }

  private static func tiers(
    _ rule: SignalPlan.Rule
  ) -> [(tier: ListedProgram.Signal, allowed: Int)] {
    let all: [(tier: ListedProgram.Signal, allowed: Int)] = [
      (.gold, rule.gold), (.silver, rule.silver), (.single, rule.single),
    ]
    return all.filter { $0.allowed > 0 }
  }

  private func column(
    _ tier: ListedProgram.Signal, _ allowed: Int, _ items: [Item],
    _ tiers: [ListedProgram.Signal]
  ) -> Markup {
    let place = tiers.firstIndex(of: tier) ?? 0
    let over = items.count > allowed ? " — too many" : ""
    let rows = items.markup { item in
      var buttons = Markup()
      if place > 0 { buttons += move(item, to: tiers[place - 1], "↑") }
      if place + 1 < tiers.count { buttons += move(item, to: tiers[place + 1], "↓") }
      buttons += move(item, to: .none, "✕")
      return """
        <li data-signal="\(item.code)"><span>\(item.name) <span class="sub small">\(item.remark)\
        </span></span><span class="moves">\(buttons)</span></li>

        """
    }
    return """
      <div data-tier="\(tier.rawValue)"><h3>\(PlainText.capitalized(Labels.name(tier))) \
      <span class="muted small">\(items.count) of \(allowed)\(over)</span></h3>
      <ul>\(rows)</ul></div>

      """
  }

  private func move(_ item: Item, to tier: ListedProgram.Signal, _ sign: String) -> Markup {
    let word = tier == .none ? "Take the signal from" : "Move to \(Labels.name(tier)):"
    return """
      <button class="act" form="\(tools.programForm)" formaction="/advice#signals" \
      name="signal.move" value="\(item.code) \(tier.rawValue)" aria-label="\(word) \(item.name)">\
      \(sign)</button>
      """
  }

  /// Giving a signal to a program of the list that has none.
  private func giving(_ tiers: [ListedProgram.Signal], _ rule: SignalPlan.Rule) -> Markup {
    let signaled = Set(items.map(\.code))
    let options = advice.list.programs.filter {
      $0.specialty == rule.specialty && !signaled.contains($0.code)
    }.markup { "<option value=\"\($0.code)\">\($0.institution)</option>" }
    guard !options.isEmpty else { return "" }
    let id = "give-\(advice.signals.rules.firstIndex(of: rule) ?? 0)"
    let buttons = tiers.markup { tier in
      """
      <button class="button quiet small" form="\(tools.programForm)" formaction="/advice#signals" \
      name="signal.give" value="\(id) \(tier.rawValue)">\(Labels.name(tier))</button>

      """
    }
    return """
      <p class="give"><label for="\(id)">Signal another program</label> <select id="\(id)" \
      form="\(tools.programForm)" name="\(id)">\(options)</select> \(buttons)</p>

      """
  }

  /// The chance of the applicant's own list beside the recommended one's.
  private var comparison: Markup {
    guard let own = advice.currentList else { return "" }
    return """
      <p class="callout"><strong>With your own list and signals about \
      \(ChanceText.hundred(own.match.estimate)) match; with ours \
      \(ChanceText.hundred(own.recommendedMatch)).</strong><button class="link-button" \
      form="\(tools.programForm)" formaction="/advice#signals" name="current_list" \
      value="unknown">Forget my own list</button></p>

      """
  }
}
