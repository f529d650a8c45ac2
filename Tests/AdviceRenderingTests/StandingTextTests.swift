import AdviceRendering
import Foundation
import MatchFacts
import Testing

@Suite("The standing of a program in words")
struct StandingTextTests {
  private let medicine = Specialty("Internal Medicine")

  private func standing(
    below: Int, level: Int = 1, millions: Double = 412, ofParent: String? = nil,
    competitive: Int = 6, division: String = "New England", isNew: Bool? = false,
    points: Double = 6.2
  ) -> ProgramStanding {
    let source = Citation(title: "a table", year: "2025", url: "", trust: "B")
    let region = division == "New England" ? 2.0 : 0
    return ProgramStanding(
      index: 9,
      parts: [
        .init(
          quantity: .researchMoney(millions: millions, ofParent: ofParent), term: 6,
          citation: source),
        .init(
          quantity: .competitiveSpecialties(competitive), term: 0.6 * Double(competitive),
          citation: source),
        .init(quantity: .division(division), term: region, citation: source),
        .init(
          quantity: .newAccreditation(isNew), term: isNew == true ? -1.5 : 0, citation: source),
      ], basis: .publicFigures, compared: 100, below: below, level: level, points: points,
      pointsStandardDeviation: 5.6)
  }

  @Test func aStrongUniversity() {
    #expect(
      StandingText.sentence(standing(below: 82), specialty: medicine)
        == "Asks for a stronger file than 82 of 100 internal medicine programs, as far as public "
        + "figures tell: $412M of NIH money 2021–25, trains in 6 of 8 competitive specialties, "
        + "New England.")
    #expect(
      StandingText.caution(standing(below: 82)).hasPrefix(
        "In points of Step 2 CK, about 6 above the average of its specialty, give or take 6"))
  }

  @Test func aNewCommunityProgramAmongManyLikeIt() {
    let text = StandingText.sentence(
      standing(
        below: 7, level: 13, millions: 0, competitive: 0, division: "Mountain", isNew: true),
      specialty: medicine)
    #expect(
      text == "Asks for a stronger file than 7 of 100 internal medicine programs, and about as "
        + "strong a one as 13 more, as far as public figures tell: no NIH money found, trains in "
        + "none of 8 competitive specialties, a new ACGME accreditation.")
  }

  @Test func aHospitalThatSharesItsParentsMoneyNamesTheParent() {
    let text = StandingText.sentence(
      standing(below: 60, millions: 0.34, ofParent: "Temple Univ Hosp-PA"), specialty: medicine)
    #expect(text.contains("$0.3M of NIH money 2021–25 by its share of Temple Univ Hosp-PA"))
  }

  @Test func neitherEndIsClaimedAndZeroIsAverage() {
    #expect(
      StandingText.sentence(standing(below: 100), specialty: medicine).contains("99 of 100"))
    #expect(
      StandingText.sentence(standing(below: 0), specialty: medicine)
        .hasPrefix("Asks for no stronger a file than the other internal medicine programs"))
    #expect(StandingText.caution(standing(below: 50, points: -0.4)).contains("about the average"))
    #expect(StandingText.caution(standing(below: 20, points: -3)).contains("3 below"))
  }

  @Test func whatIsNotKnownIsSaid() throws {
    let unknown = ProgramStanding(
      index: 5, parts: [], basis: .notKnown, compared: 0, below: 0, level: 0, points: 0,
      pointsStandardDeviation: 5.6)
    let record = StandingRecord(unknown, specialty: medicine)
    #expect(record.text.contains("not known"))
    #expect(record.basis == .notKnown)
    #expect(record.percentile == 50)
    #expect(!StandingText.caution(unknown).contains("above"))
  }

  @Test func theJSONHasThePartsWithTheirSources() throws {
    let json = try JSONExport.encode(StandingRecord(standing(below: 82), specialty: medicine))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "index", "percentile", "points", "pointsStandardDeviation", "parts", "basis", "text",
      ])
    let parts = try #require(object["parts"] as? [[String: Any]])
    #expect(parts.count == 4)
    #expect(parts.allSatisfy { Set($0.keys) == ["name", "value", "text", "source"] })
    #expect(object["points"] as? Double == 6.2)
    #expect(object["basis"] as? String == "public figures")
    #expect(!json.contains("-0"))
  }
}
