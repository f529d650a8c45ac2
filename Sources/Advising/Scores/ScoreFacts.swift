import MatchFacts

/// The published tables about scores, opened once for one piece of advice.
struct ScoreFacts: Sendable {
  let specialties: SpecialtyCatalog
  var norms: ExamNorms
  var joint: JointScoreTable
  let jointFits: JointScoreFits
  var residents: ScoreDistributions
  var quartiles: MatchedScoreQuartiles
  var bands: BandMatchRates
  var means: ChartingMeans
  var nonUSIMG: NonUSIMGCharting

  init(_ facts: MatchFacts) throws(FactsError) {
    specialties = facts.specialties
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
