public import ApplicantFile
import MatchFacts
import MatchOdds
import RankLists
import ScoreReading

extension Advisor {
  /// The advice on a rank order list.
  ///
  /// - Parameters:
  ///   - file: the applicant's file.
  ///   - request: the season, the order or what it is found from.
  ///   - partner: the partner's file and season, for a joint list.
  /// - Throws: ``AdviceError/noPrograms(_:)`` where nothing can be ranked or a code is unknown.
  /// - Complexity: O(ranks · applications · nodes).
  public func rankList(
    for file: Applicant, _ request: RankRequest,
    partner: (file: Applicant, request: RankRequest)? = nil
  ) throws(AdviceError) -> RankAdvice {
    let own = try RankBuilder(self, file, request)
    var advice = try own.advice()
    if let partner {
      let other: RankBuilder
      do {
        other = try RankBuilder(self, partner.file, partner.request)
      } catch {
        throw .partner(name: partner.file.name ?? "your partner", "\(error)")
      }
      advice.couple = try RankCoupleBuilder(self, own, other).couple()
      advice.rules += own.rules.rules(.couples).map(\.text)
      advice.assumptions += rules.assumptions.listed(
        [.rankLastWorth, .coupleScenarios]
          + CoupleTerms(
            own.season.applicant.coupleWishes, other.season.applicant.coupleWishes,
            rules.assumptions
          ).assumed)
    }
    return advice
  }

  /// How the order stands, without the odds: for asking one question after another.
  public func rankFinding(
    for file: Applicant, _ request: RankRequest
  ) throws(AdviceError) -> RankQuestions {
    RankQuestions(try RankSeason(self, file, request), rules.assumptions)
  }
}

/// A season in hand whose paired questions are asked one after another.
public struct RankQuestions: Sendable {
  private let season: RankSeason
  private let assumptions: AssumptionTable

  init(_ season: RankSeason, _ assumptions: AssumptionTable) {
    self.season = season
    self.assumptions = assumptions
  }

  /// How the order stands with these answers.
  public func finding(_ request: RankRequest) -> RankAdvice.Finding {
    RankOrder(season, request, assumptions).finding
  }

  /// A program in words, with the person's own remark on it.
  public func title(_ code: String) -> (name: String, words: String?) {
    guard let candidate = season.candidates[code] else { return (code, nil) }
    let marks = [candidate.mark.map { "\($0) of 10" }, candidate.words].compactMap(\.self)
    return (candidate.title, marks.isEmpty ? nil : marks.joined(separator: "; "))
  }
}
