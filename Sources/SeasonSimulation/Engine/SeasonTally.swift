/// Whole-number counts of one or more seasons; counts of different seasons add exactly.
public struct SeasonTally: Sendable, Hashable, Codable {
  /// Step 2 CK bands of the tables.
  public static let bands = [
    "<200", "200-209", "210-219", "220-229", "230-239", "240-249", "250+",
  ]
  /// Longest list told apart; longer ones count there.
  public static let longestList = 40

  /// Applicants, matched, and sums of scores of a specialty and group in one season.
  public struct Cell: Sendable, Hashable, Codable {
    /// Applicants who certified a list with the specialty first.
    public var applicants = 0
    /// Of those, matched in the specialty.
    public var matched = 0
    /// Sum of the scores of all.
    public var scoreSum = 0
    /// Sum of the scores of the matched.
    public var matchedScoreSum = 0
    /// Applicants by band.
    public var bandApplicants = [Int](repeating: 0, count: SeasonTally.bands.count)
    /// Matched by band.
    public var bandMatched = [Int](repeating: 0, count: SeasonTally.bands.count)
    /// Matched applicants by number of contiguous ranks.
    public var ranksMatched = [Int](repeating: 0, count: SeasonTally.longestList + 1)
    /// Unmatched applicants by number of contiguous ranks.
    public var ranksUnmatched = [Int](repeating: 0, count: SeasonTally.longestList + 1)

    /// Nothing counted.
    public init() {}
  }

  /// Counts of one season.
  public struct Season: Sendable, Hashable, Codable {
    /// Which season.
    public var number: Int
    /// By specialty × group.
    public var cells: [Cell]
    /// Matched to the specialty, whatever their preferred one, by specialty × group: the positions
    /// filled.
    public var filled: [Int]
    /// Active applicants by group.
    public var active: [Int]
    /// Matched to any position by group.
    public var matchedAnywhere: [Int]
    /// Couples.
    public var couples: Int
    /// Couples with both matched.
    public var couplesMatched: Int
    /// Whether the match was stable.
    public var isStable: Bool
  }

  /// Seasons, in ascending order of their numbers.
  public var seasons: [Season]
  /// Applications by program × column, summed over the seasons.
  public var applied: [Int]
  /// Invitations by program × column.
  public var invited: [Int]
  /// Pools and invited scores by quarter of standing.
  public var standing: StandingPools

  /// Adds the counts of other seasons.
  public mutating func add(_ other: SeasonTally) {
    seasons = (seasons + other.seasons).sorted { $0.number < $1.number }
    for index in applied.indices where index < other.applied.count {
      applied[index] += other.applied[index]
      invited[index] += other.invited[index]
    }
    standing.add(other.standing)
  }
}
