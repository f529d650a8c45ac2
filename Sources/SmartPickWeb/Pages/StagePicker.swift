import AdviceRendering
import Advising
import ApplicantFile

/// Where the applicant stands in the season: set by the day, changed with one press.
struct StagePicker: Sendable {
  var position: SeasonPosition?

  private static func name(_ stage: SeasonStage) -> String {
    switch stage {
    case .preparing: "Preparing"
    case .applied: "Applied, waiting"
    case .interviewing: "Interviewing"
    case .ranking: "Ranking"
    case .matchWeek: "Match week"
    case .after: "After the Match"
    }
  }

  var markup: Markup {
    guard let position else { return "" }
    let buttons = SeasonStage.allCases.markup { stage in
      let isHere = stage == position.stage
      let mark: Markup = isHere ? " aria-pressed=\"true\"" : " aria-pressed=\"false\""
      return """
        <button class="step-button" form="carry" name="stage" value="\(stage.rawValue)"\(mark)>\
        \(Self.name(stage))</button>

        """
    }
    let back: Markup =
      position.isStated
      ? """
      <button class="link-button small" form="carry" name="stage" value="unknown">Go by the \
      date</button>
      """
      : "<span class=\"muted small\">by today’s date</span>"
    return """
      <div class="stage" role="group" aria-label="Where are you in the season?">\
      <span class="stage-label">Where are you?</span>\(buttons)\(back)</div>

      """
  }
}
