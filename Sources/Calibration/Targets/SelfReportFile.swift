public import DelimitedText
import MatchFacts
import SeasonSimulation

/// What applicants reported of a season: scores, applications, invitations; an input of the fit of
/// counts that is read and never kept.
///
/// People who report are not a sample of all, and those of 2020-21 applied before there were
/// signals: only the spread of counts and how it changes with the number of applications are taken
/// from them, not their level.
public struct SelfReportFile: Sendable {
  /// One report.
  struct Row: Sendable {
    var specialty: Specialty
    var type: ApplicantType
    /// Middle of the reported range of scores.
    var step1: Int?
    var step2: Int?
    var comlexLevel2: Int?
    var applications: Int
    var invitations: Int
  }

  let rows: [Row]
  /// Rows of the file, those that lack a number included.
  let given: Int

  /// Reads the file: columns specialty, applicant_type, step1_low, step1_high, step2_low, step2_high,
  /// comlex2, applications, invitations.
  public init(bytes: [UInt8], name: String) throws(DelimitedTextError) {
    let table = try DelimitedTable(bytes, name: name)
    let specialty = try table.column("specialty")
    let type = try table.column("applicant_type")
    let ranges = [
      (try table.column("step1_low"), try table.column("step1_high")),
      (try table.column("step2_low"), try table.column("step2_high")),
    ]
    let comlex = try table.column("comlex2")
    let applications = try table.column("applications")
    let invitations = try table.column("invitations")
    var rows: [Row] = []
    var given = 0
    for record in table {
      given += 1
      var scores: [Int?] = []
      for (low, high) in ranges {
        let low = try record.optionalDouble(low, in: 100...300)
        let high = try record.optionalDouble(high, in: 100...300)
        scores.append(low.flatMap { low in high.map { Int(((low + $0) / 2).rounded()) } })
      }
      let level2 = try record.optionalDouble(comlex, in: 100...999)
      guard let type = Self.types[try record.text(type)],
        let sent = try record.optionalDouble(applications, in: 0...2000), sent >= 1,
        let got = try record.optionalDouble(invitations, in: 0...2000), got <= sent
      else { continue }
      rows.append(
        Row(
          specialty: Specialty(try record.text(specialty)), type: type, step1: scores[0],
          step2: scores[1], comlexLevel2: level2.map { Int($0) }, applications: Int(sent),
          invitations: Int(got)))
    }
    self.rows = rows
    self.given = given
  }

  private static let types: [String: ApplicantType] = [
    "us_md": .usMD, "us_do": .usDO, "us_img": .usIMG, "non_us_img": .nonUSIMG, "img": .nonUSIMG,
  ]
}
