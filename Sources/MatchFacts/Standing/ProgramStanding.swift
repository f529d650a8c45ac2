/// How strong a file a program asks for among the programs of its specialty, as far as public
/// figures of its institution tell.
///
/// A prior, not a measurement: programs of one index differ by about
/// ``ProgramStanding/pointsStandardDeviation``, so only differences are given, never a predicted
/// score.
public struct ProgramStanding: Sendable, Hashable, Codable {
  /// What the standing is known from.
  public enum Basis: String, Sendable, Codable, Hashable, CaseIterable {
    /// Public figures of the institution.
    case publicFigures = "public figures"
    /// Nothing: the mean of the specialty stands for it.
    case notKnown = "not known"
  }

  /// A figure of the institution or the program.
  public enum Quantity: Sendable, Hashable, Codable {
    /// Clinical NIH money of 2021–25 in millions of dollars, and the institution whose share it is
    /// where it is not the program's own.
    case researchMoney(millions: Double, ofParent: String?)
    /// Competitive specialties trained in, of
    /// ``InstitutionStanding/competitiveSpecialtiesCounted``.
    case competitiveSpecialties(Int)
    /// Census division.
    case division(String)
    /// Whether the ACGME id is of the new series; nil where no id is known.
    case newAccreditation(Bool?)
  }

  /// What one figure adds to the index.
  public struct Part: Sendable, Hashable, Codable {
    /// The figure.
    public var quantity: Quantity
    /// What it adds.
    public var term: Double
    /// Where the figure comes from.
    public var citation: Citation

    /// Memberwise.
    public init(quantity: Quantity, term: Double, citation: Citation) {
      self.quantity = quantity
      self.term = term
      self.citation = citation
    }
  }

  /// The standing index; about −3.5 to 14.5.
  public var index: Double
  /// What the index is the sum of; empty where nothing is known.
  public var parts: [Part]
  /// What it is known from.
  public var basis: Basis
  /// Programs of the specialty that it is compared with, itself included where it is one of them.
  public var compared: Int
  /// Of these, those with a lower index.
  public var below: Int
  /// Of these, those with the same index.
  public var level: Int
  /// Points of Step 2 CK by which a program of this index asks for more than the mean of its
  /// specialty; negative for less.
  public var points: Double
  /// What the index leaves open, in points.
  public var pointsStandardDeviation: Double

  /// Memberwise.
  public init(
    index: Double, parts: [Part], basis: Basis, compared: Int, below: Int, level: Int,
    points: Double, pointsStandardDeviation: Double
  ) {
    self.index = index
    self.parts = parts
    self.basis = basis
    self.compared = compared
    self.below = below
    self.level = level
    self.points = points
    self.pointsStandardDeviation = pointsStandardDeviation
  }

  /// The place among the programs of its specialty, 0…100; programs of the same index share theirs.
  public var percentile: Double {
    compared > 0 ? 100 * (Double(below) + Double(level) / 2) / Double(compared) : 50
  }
}
