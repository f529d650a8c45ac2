/// One program of the Main Match: a track with its own NRMP code and quota.
public struct Program: Sendable, Hashable, Codable, Identifiable {
  /// What kind of position the code stands for.
  public enum Track: String, Sendable, Codable, Hashable, CaseIterable {
    /// The whole training, from the first year.
    case categorical
    /// Training that starts in the second year, after a separate preliminary or transitional year.
    case advanced
    /// A first year only.
    case preliminary
    /// The whole training with an emphasis on primary care.
    case primaryCare = "primary care"
    /// Second-year positions for physicians with earlier training.
    case physicianReserved = "physician-reserved"
  }

  /// Positions offered and filled in one Match.
  public struct Fill: Sendable, Hashable, Codable {
    /// The Match year.
    public var year: Int
    /// Positions filled through the Match.
    public var filled: Int
    /// Positions offered.
    public var offered: Int

    /// The fill of one year.
    public init(year: Int, filled: Int, offered: Int) {
      self.year = year
      self.filled = filled
      self.offered = offered
    }
  }

  /// NRMP program code, such as `1313120C0`; unique in the directory.
  ///
  /// Urology programs, which match outside the NRMP, carry their ACGME id here.
  public var code: String
  /// Specialty by canonical name.
  public var specialty: Specialty
  /// Kind of position.
  public var track: Track
  /// The program's own name within its institution ("Internal Medicine/Primary").
  public var name: String
  /// Institution as the NRMP prints it.
  public var institution: String
  /// City, or nil where the source has none.
  public var city: String?
  /// Two-letter postal abbreviation, or nil where the source has none.
  public var state: String?
  /// ACGME id where one could be matched (the match is automatic, about 4 % wrong).
  public var acgmeID: String?
  /// How the ACGME id was matched.
  public var acgmeMatch: String?
  /// The program's page, where known.
  public var url: String?
  /// Positions offered in the latest known year, or nil.
  public var positions: Int?
  /// Positions filled in the latest known year, or nil.
  public var filled: Int?
  /// The year `positions` and `filled` refer to.
  public var positionsYear: Int?
  /// Offered and filled by year, oldest first.
  public var fillHistory: [Fill]
  /// Year of the latest list that names the program; programs last seen in 2020 may be closed.
  public var lastListed: Int?
  /// How the state was found, where the lists themselves do not print it.
  public var stateBasis: String?
  /// Where the row comes from.
  public var citation: Citation

  /// The code, which is unique in the directory.
  public var id: String { code }

  /// Memberwise.
  public init(
    code: String, specialty: Specialty, track: Track, name: String, institution: String,
    city: String?, state: String?, acgmeID: String?, acgmeMatch: String?, url: String?,
    positions: Int?, filled: Int?, positionsYear: Int?, fillHistory: [Fill], lastListed: Int?,
    citation: Citation, stateBasis: String? = nil
  ) {
    self.code = code
    self.specialty = specialty
    self.track = track
    self.name = name
    self.institution = institution
    self.city = city
    self.state = state
    self.acgmeID = acgmeID
    self.acgmeMatch = acgmeMatch
    self.url = url
    self.positions = positions
    self.filled = filled
    self.positionsYear = positionsYear
    self.fillHistory = fillHistory
    self.lastListed = lastListed
    self.citation = citation
    self.stateBasis = stateBasis
  }
}
