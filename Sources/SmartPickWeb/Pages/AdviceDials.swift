import AdviceRendering
import Advising
import ApplicantFile
import ScoreReading

/// The dials beside the answer: money, numbers, aim.
struct AdviceDials: Sendable {
  var advice: Advice
  var submitted: SubmittedFile
  var carried: Markup

  var markup: Markup {
    let limits = submitted.file?.applicant.limits
    func text(_ value: Int?) -> String { value.map(String.init) ?? "" }
    let most = advice.diminishingReturns.points.last
    let budgetEnd = max(2_000, ((most?.dollars ?? 0) / 500 + 2) * 500)
    let countEnd = max(100, ((most?.applications ?? 0) / 20 + 2) * 20)
    return """
      <details class="section controls" id="controls" open>
      <summary><h2>Change the limits</h2><span class="figures" data-figures>\(figures)</span></summary>
      <form method="post" action="/advice" data-controls>\(carried)
      <div class="dials">
      \(dial("limits.budget", "Budget for fees, $", text(limits?.budget),
        end: budgetEnd, step: 25, empty: "no limit"))
      \(dial("limits.applications", "Most applications", text(limits?.applications),
        end: countEnd, step: 1, empty: "no limit"))
      \(dial("limits.interviews", "Interviews you can attend",
        text(limits?.interviews), end: 40, step: 1, empty: "not known"))
      \(dial("aim", "Aim: 0 any match, 1 best place",
        submitted.file?.applicant.aim.mix.map(FormLayout.number) ?? "", end: 1, step: 0.05,
        empty: "balanced"))
      \(dial("limits.point_worth", "Worth of 1 more in 100, $",
        text(limits?.pointWorth), end: 2_000, step: 25, empty: "as assumed"))
      \(together)
      </div>
      <p class="actions"><button class="button quiet" type="submit" data-submit>Update \
      everything</button></p>
      <p class="live-note" role="status" data-status></p>
      <div data-pins hidden></div></form></details>

      """
  }

  /// What the settings come to, in a line.
  var figures: String {
    "\(ChanceText.hundred(advice.odds.match.estimate)) match · "
      + "\(NumberText.count(advice.list.programs.count, "program")) · "
      + NumberText.dollars(advice.list.fees)
  }

  /// What being together is worth, for a couple.
  private var together: Markup {
    guard let partner = submitted.partner else { return "" }
    let worth =
      submitted.file?.applicant.coupleWishes.together ?? partner.coupleWishes.together
    return dial(
      "couple_wishes.together", "Worth of being together: 0 nothing, 1 everything",
      worth.map { FormLayout.number($0) } ?? "", end: 1, step: 0.05, empty: "as assumed")
  }

  /// A number that the script gives a slider; empty is no limit.
  private func dial(
    _ path: String, _ label: String, _ value: String, end: Int, step: Double, empty: String
  ) -> Markup {
    let id = "d-" + path.map { $0 == "." ? "-" : String($0) }.joined()
    return """
      <div class="dial" data-end="\(end)" data-step="\(step)" data-empty="\(empty)">\
      <label for="\(id)">\(label)</label>\
      <input type="text" inputmode="decimal" autocomplete="off" class="short" id="\(id)" \
      name="\(path)" value="\(value)" placeholder="\(empty)"></div>
      """
  }
}
