import MatchFacts

extension SeasonTables {
  /// One quarter of a specialty's programs by standing.
  public struct StandingQuarter: Sendable, Hashable, Codable {
    /// Specialty by canonical name.
    public var specialty: String
    /// 1 for the lowest standing to 4 for the highest.
    public var quarter: Int
    /// Applicant type.
    public var type: String
    /// Programs of the quarter.
    public var programs: Int
    /// Mean applicants of the type at a program, a season.
    public var applicants: Double
    /// Their mean Step 2 CK.
    public var meanStep2CK: Double
    /// Mean over programs of invited over applied.
    public var rate: Double
    /// Mean over programs of the median Step 2 CK of those invited; nil where too few are.
    public var medianInvitedStep2CK: Double?
  }

  /// Names of the columns of interview rates, in the order in which a tally counts them.
  public static let rateColumns = RateColumn.allCases.map(\.name)

  /// The quarters of every specialty whose programs have them.
  static func quarters(_ statistics: SeasonStatistics) -> [StandingQuarter] {
    var rows: [StandingQuarter] = []
    for name in statistics.world.specialties {
      guard let now = QuarterStatistics(statistics, specialty: name) else { continue }
      for type in ApplicantType.allCases {
        let scores = now.poolScores(type)
        for quarter in 0..<StandingPools.quarters {
          guard let applicants = now.value(.applicants(type), quarter: quarter), applicants > 0,
            let rate = now.value(.rate(type), quarter: quarter)
          else { continue }
          rows.append(
            StandingQuarter(
              specialty: name, quarter: quarter + 1, type: type.rawValue,
              programs: now.programCounts[quarter], applicants: applicants,
              meanStep2CK: scores[quarter], rate: rate,
              medianInvitedStep2CK: now.value(.score(type, percentile: 0.5), quarter: quarter)))
        }
      }
    }
    return rows
  }
}
