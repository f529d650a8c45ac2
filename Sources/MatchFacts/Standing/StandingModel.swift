/// The numbers of the standing index: what each public figure of an institution counts, and how many
/// points of Step 2 CK a unit of the index stands for in each specialty.
///
/// Computed by this project and checked against 155 neurology programs of 2026, where the index
/// explains 47 % of the variance of the median Step 2 CK of the US MDs a program invites. Every
/// number stands in `standing_index.csv` with its basis; `SMARTPICK_STANDING` names another file.
public struct StandingModel: Sendable, Hashable {
  /// What a number stands on.
  public enum Basis: String, Sendable, Codable, Hashable, CaseIterable {
    /// Printed by a source.
    case published
    /// Fitted to published figures by this project.
    case fitted
    /// An assumption.
    case assumption
  }

  /// What a number is.
  public enum Quantity: String, Sendable, Codable, Hashable, CaseIterable {
    /// Weight of ln(1 + clinical NIH money in millions of dollars).
    case researchMoney = "research money"
    /// Added for each highly competitive specialty that the institution trains in.
    case competitiveSpecialty = "competitive specialty"
    /// Added in one of the census divisions; 0 in those without a row.
    case division
    /// Added where the ACGME id is of the new series.
    case newAccreditation = "new accreditation"
    /// Points of Step 2 CK per unit of the index where the slope is 1.
    case points
    /// Points, where the slope is 1, by which programs of one index differ.
    case standardDeviation = "standard deviation"
    /// First year of the lists whose programs are compared.
    case listedSince = "listed since"
    /// The points of a specialty relative to neurology's.
    case slope
  }

  /// One number.
  public struct Figure: Sendable, Hashable, Codable {
    /// What it is.
    public var quantity: Quantity
    /// The specialty or division it is of; empty where it is of all.
    public var of: String
    /// The number.
    public var value: Double
    /// What it stands on.
    public var basis: Basis
    /// Source.
    public var citation: Citation
  }

  /// Every number, in the order of the file.
  public let figures: [Figure]
  /// Weight of ln(1 + millions of dollars).
  public let researchWeight: Double
  /// Added for each competitive specialty.
  public let competitiveTerm: Double
  /// Added where the ACGME id is new.
  public let newAccreditationTerm: Double
  /// Points of Step 2 CK per unit where the slope is 1.
  public let pointsPerUnit: Double
  /// Points, where the slope is 1.
  public let standardDeviation: Double
  /// Programs last listed before are not compared with.
  public let listedSince: Int
  private let commonSlope: Double
  private let slopes: [Specialty: Double]
  private let divisions: [String: Double]

  /// A model of these numbers, in the order of a file.
  ///
  /// - Throws: ``FactsError/inconsistent(file:line:explanation:)`` for a number that is missing.
  init(figures: [Figure], file: String) throws(FactsError) {
    func common(_ quantity: Quantity) throws(FactsError) -> Double {
      guard let figure = figures.first(where: { $0.quantity == quantity && $0.of.isEmpty }) else {
        throw .inconsistent(
          file: file, line: 1,
          explanation: "‘\(quantity.rawValue)’ needs a row with an empty field ‘of’")
      }
      return figure.value
    }
    self.figures = figures
    researchWeight = try common(.researchMoney)
    competitiveTerm = try common(.competitiveSpecialty)
    newAccreditationTerm = try common(.newAccreditation)
    pointsPerUnit = try common(.points)
    standardDeviation = try common(.standardDeviation)
    listedSince = Int(try common(.listedSince))
    commonSlope = try common(.slope)
    var slopes: [Specialty: Double] = [:]
    var divisions: [String: Double] = [:]
    for figure in figures where !figure.of.isEmpty {
      if figure.quantity == .slope { slopes[Specialty(figure.of)] = figure.value }
      if figure.quantity == .division { divisions[figure.of] = figure.value }
    }
    self.slopes = slopes
    self.divisions = divisions
  }

  /// The points of a specialty relative to neurology's.
  public func slope(of specialty: Specialty) -> Double { slopes[specialty] ?? commonSlope }

  /// What a census division adds.
  public func term(ofDivision division: String) -> Double { divisions[division] ?? 0 }
}
