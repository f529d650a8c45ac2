public import ApplicantFile
import MatchFacts

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the file tells of its unobserved strength θ: a normal belief and where it comes from.
public struct StrengthBelief: Sendable, Hashable, Codable {
  /// One piece of evidence that was used.
  public struct Item: Sendable, Hashable, Codable {
    /// Name of the rule.
    public var id: String
    /// What the file says, for people.
    public var text: String
    /// How far it moved the mean of θ, in standard deviations.
    public var shift: Double
  }

  /// Mean of θ in standard deviations of all applicants of this type and specialty.
  public var mean: Double
  /// Standard deviation of θ that is left; 1 when the file says nothing.
  public var standardDeviation: Double
  /// The evidence used.
  public var items: [Item]
  /// Rules of which the file says nothing though it could, most telling first.
  public var missing: [String]

  /// A belief of given mean and spread, without evidence.
  public init(mean: Double = 0, standardDeviation: Double = 1) {
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.items = []
    self.missing = []
  }

  /// The belief about a file under the rules of evidence.
  ///
  /// `publicationsMean` is the specialty's mean count of abstracts, presentations and
  /// publications among those who matched.
  public init(of applicant: Applicant, rules: [EvidenceRule], publicationsMean: Double) {
    self.init()
    var variance = 1.0
    var absent: [(share: Double, id: String)] = []
    for rule in rules {
      let r = rule.correlation.value
      guard
        let reading = Self.read(rule, in: applicant, publicationsMean: publicationsMean)
      else {
        if Self.canAnswer(rule, applicant) { absent.append((r * r, rule.id)) }
        continue
      }
      mean += r * reading.z
      variance -= r * r
      items.append(Item(id: rule.id, text: "\(rule.label): \(reading.text)", shift: r * reading.z))
    }
    standardDeviation = max(variance, 0.05).squareRoot()
    missing = absent.sorted { ($0.share, $1.id) > ($1.share, $0.id) }.map(\.id)
  }

  private static let usClinicalMonths = "usClinicalMonths"
  /// Evidence that only some applicants can give: honor societies and the standing of a US school of
  /// US graduates, Alpha Omega Alpha of MDs, months in US hospitals of who studied elsewhere.
  private static func canAnswer(_ rule: EvidenceRule, _ applicant: Applicant) -> Bool {
    switch rule.id {
    case usClinicalMonths: applicant.type.isInternationalGraduate
    case "alphaOmegaAlpha": applicant.type == .usMD
    case "goldHumanism", "topTierSchool": !applicant.type.isInternationalGraduate
    default: true
    }
  }

  /// What the file tells of earlier seasons beyond that there was one: further ones weigh more, a
  /// narrow list or a season elsewhere weighs less.
  private static func unmatched(_ applicant: Applicant, _ rule: EvidenceRule) -> Double {
    let earlier = applicant.earlierSeasons
    func detail(_ name: String) -> Double { rule.detail?[name] ?? 0 }
    let further = Double(min(max(0, (earlier.unmatched ?? 1) - 1), 4))
    var z = further * detail("each further season")
    if let programs = earlier.programs, Double(programs) < detail("a list is narrow below") {
      z += detail("narrow list")
    }
    let home = ["us", "usa", "u.s.", "united states", "united states of america"]
    if let country = earlier.country, !home.contains(country.lowercased()) {
      z += detail("in another country")
    }
    return z
  }

  /// The standardized position of what the file says under one rule; nil if it says nothing.
  private static func read(
    _ rule: EvidenceRule, in applicant: Applicant, publicationsMean: Double
  ) -> (z: Double, text: String)? {
    func level(_ name: String?) -> (z: Double, text: String)? {
      guard let name, let z = rule.levels[name] else { return nil }
      return (z, name)
    }
    func flag(_ value: Bool?) -> (z: Double, text: String)? {
      level(value.map { $0 ? "yes" : "no" })
    }
    switch EvidenceRule.Kind(rawValue: rule.id) {
    case .letters: return level(applicant.letters.strength?.rawValue)
    case .comments: return level(applicant.clinical.comments?.rawValue)
    case .targetClerkship: return level(applicant.clinical.targetClerkship?.rawValue)
    case .otherClerkships:
      guard let grades = applicant.clinical.otherClerkships, !grades.isEmpty else { return nil }
      let zs = grades.compactMap { rule.levels[$0.rawValue] }
      guard !zs.isEmpty else { return nil }
      // Grades of one student go together, so their mean spreads less than one grade does.
      let z = zs.reduce(0, +) / Double(zs.count)
      return (z * 1.3, grades.map(\.rawValue).joined(separator: ", "))
    case .shelf: return level(applicant.clinical.shelf?.rawValue)
    case .alphaOmegaAlpha: return flag(applicant.experiences.alphaOmegaAlpha)
    case .goldHumanism: return flag(applicant.experiences.goldHumanism)
    case .topTierSchool: return flag(applicant.school.isTopTier)
    case .redFlags:
      var kinds = applicant.redFlags?.map(\.kind)
      if (applicant.earlierSeasons.unmatched ?? 0) > 0 {
        kinds = (kinds ?? []) + [.unmatchedBefore]
      }
      guard let kinds else { return nil }
      return kinds.map { kind in
        let name = kind.rawValue
        let z = rule.levels[name] ?? 0
        let more = kind == .unmatchedBefore ? Self.unmatched(applicant, rule) : 0
        return (z: min(0, z + more), text: name)
      }.min { $0.z < $1.z } ?? level("none")
    case .publications:
      guard let count = applicant.experiences.publications else { return nil }
      let z = (log1p(Double(max(count, 0))) - log1p(publicationsMean)) / 0.9 + 0.2
      return (min(max(z, -2), 2), "\(count)")
    case .usClinicalMonths:
      guard applicant.type.isInternationalGraduate, let months = applicant.usClinicalMonths
      else { return nil }
      return (min(max((Double(months) - 3) / 3, -1), 1.7), "\(months) months")
    case nil: return nil
    }
  }
}
