package import MatchFacts

/// The published tables about scores, opened once for one piece of advice.
package struct ScoreFacts: Sendable {
  package let specialties: SpecialtyCatalog
  package let passRates: ExamPassRates
  package var norms: ExamNorms
  package var joint: JointScoreTable
  let jointFits: JointScoreFits
  package var residents: ScoreDistributions
  package var quartiles: MatchedScoreQuartiles
  package var bands: BandMatchRates
  package var means: ChartingMeans
  package var nonUSIMG: NonUSIMGCharting

  package init(_ facts: MatchFacts) throws(FactsError) {
    specialties = facts.specialties
    passRates = try facts.examPassRates()
    norms = try facts.examNorms()
    joint = try facts.jointScores()
    jointFits = JointScoreFits(joint)
    residents = try facts.scoreDistributions()
    quartiles = try facts.matchedScoreQuartiles()
    bands = try facts.bandMatchRates()
    means = try facts.chartingMeans()
    nonUSIMG = try facts.nonUSIMGCharting()
  }
}
