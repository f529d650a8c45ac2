/// Positions of one state that IMGs matched to in one season.
public struct StateIMGShare: Sendable, Hashable, Codable {
  /// Two-letter state.
  public var state: String
  /// The Match year.
  public var season: Int
  /// US-citizen IMGs matched, where printed.
  public var usIMGMatched: Int?
  /// Other IMGs matched, where printed.
  public var nonUSIMGMatched: Int?
  /// IMGs matched.
  public var matched: Int
  /// Positions filled in all, where known; of another season where the note says so.
  public var filled: Int?
  /// US-citizen IMGs' share of the positions filled, 0…1.
  public var shareUSIMG: Double?
  /// Other IMGs' share of the positions filled, 0…1.
  public var shareNonUSIMG: Double?
  /// Remark of the table.
  public var note: String?
  /// Source.
  public var citation: Citation
}

/// How large a share of each state's positions IMGs take.
///
/// A description of past Matches: it says nothing of single programs.
public struct StateIMGShares: Sendable {
  /// Every row, in the order of the table.
  public let rows: [StateIMGShare]
  private let latestOfState: [String: Int]

  init(rows: [StateIMGShare]) {
    self.rows = rows
    var latest: [String: Int] = [:]
    for (place, row) in rows.enumerated() where row.shareUSIMG != nil && row.shareNonUSIMG != nil {
      if let known = latest[row.state], rows[known].season >= row.season { continue }
      latest[row.state] = place
    }
    latestOfState = latest
  }

  /// The latest season of a state that has both shares; nil for a state without.
  ///
  /// - Complexity: O(1).
  public func latest(of state: String) -> StateIMGShare? { latestOfState[state].map { rows[$0] } }

  /// The share of one kind of IMG in a state's positions, 0…1, in the latest season that has it.
  public func share(of type: ApplicantType, in state: String) -> Double? {
    switch type {
    case .usIMG: latest(of: state)?.shareUSIMG
    case .nonUSIMG: latest(of: state)?.shareNonUSIMG
    case .usMD, .usDO: nil
    }
  }
}

extension MatchFacts {
  /// IMGs' shares of the positions by state.
  ///
  /// - Throws: ``FactsError`` with file, line and field.
  public func stateIMGShares() throws(FactsError) -> StateIMGShares {
    let known = Set(try regions().rows.map(\.state))
    let counts = 0...100_000
    let rows = try open(
      "img_share_by_state",
      columns: [
        "state", "season", "us_img_matched", "non_us_img_matched", "img_matched",
        "positions_filled", "positions_filled_season", "share_us_img", "share_non_us_img", "note",
        "trust",
      ]
    ).map { (row, pool) throws(FactsError) in
      let share = StateIMGShare(
        state: try row.required("state"), season: try row.int("season", in: 2000...2100),
        usIMGMatched: try row.optionalInt("us_img_matched", in: counts),
        nonUSIMGMatched: try row.optionalInt("non_us_img_matched", in: counts),
        matched: try row.int("img_matched", in: counts),
        filled: try row.optionalInt("positions_filled", in: counts),
        shareUSIMG: try row.optionalDouble("share_us_img", in: 0...1),
        shareNonUSIMG: try row.optionalDouble("share_non_us_img", in: 0...1),
        note: try row.optional("note"),
        citation: try row.citation(&pool, trust: try row.required("trust")))
      guard known.contains(share.state) else {
        throw row.bad("state", accepted: "a state's two letters, such as NY")
      }
      if let american = share.usIMGMatched, let other = share.nonUSIMGMatched {
        guard american + other == share.matched else {
          throw row.inconsistent("both kinds of IMGs must add up to all IMGs")
        }
      }
      return share
    }
    return StateIMGShares(rows: rows)
  }
}
