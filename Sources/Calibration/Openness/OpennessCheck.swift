import MatchFacts
import MatchOdds
import SeasonSimulation

/// How well single programs are ranked by what public figures tell, each specialty left out in turn:
/// Spearman's correlation of predicted and given rates within it.
struct OpennessCheck {
  /// One type's correlations.
  struct Score {
    /// Of the regressions that ship.
    var own: Double
    /// Of a plain ridge of the type's rate on standing, new accreditation, size and state.
    var plain: Double
    /// Programs behind them.
    var programs: Int
    /// The same in the specialty of the moments by standing, if it has rates.
    var named: (own: Double, plain: Double, programs: Int)?
  }

  /// By type, in the order of ``RatedPrograms/types``.
  private(set) var scores: [Score] = []

  /// Programs from whom on a specialty is ranked.
  private static let fewest = 40

  init(_ regression: OpennessRegression, named: String) {
    let design = regression.design
    let base = design.sums(design.y, 0)
    let plainPenalties = design.penalties(without: [.unfilled, .usIMGShare, .nonUSIMGShare])
    for type in RatedPrograms.types.indices {
      let contrast = design.sums(design.contrasts, type)
      let direct = design.sums(design.y, type)
      var score = Score(own: 0, plain: 0, programs: 0)
      for name in direct.keys.sorted() {
        let members = design.x.indices.filter {
          design.specialties[$0] == name && design.y[$0][type] != nil
        }
        guard members.count >= Self.fewest,
          let md = base.total(width: design.width, without: name).solve(
            penalties: design.penalties(without: OpennessRegression.leftOut(0))),
          let plain = direct.total(width: design.width, without: name).solve(
            penalties: plainPenalties)
        else { continue }
        let rest =
          type == 0
          ? nil
          : contrast.total(width: design.width, without: name).solve(
            penalties: design.penalties())
        let given = members.compactMap { design.y[$0][type] }
        let own = RankCorrelation.spearman(
          members.map { md.predict(design.x[$0]) + (rest?.predict(design.x[$0]) ?? 0) }, given)
        let other = RankCorrelation.spearman(members.map { plain.predict(design.x[$0]) }, given)
        score.own += own * Double(members.count)
        score.plain += other * Double(members.count)
        score.programs += members.count
        if name == named { score.named = (own, other, members.count) }
      }
      score.own /= Double(max(score.programs, 1))
      score.plain /= Double(max(score.programs, 1))
      scores.append(score)
    }
  }
}
