/// Dated public evidence that an institution's employer has had H-1B workers.
///
/// It says nothing of how many international graduates a program takes, and its absence proves
/// nothing.
public struct H1BEvidence: Sendable, Hashable, Codable {
  /// How strong the evidence is; raw values are the table's words.
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    /// Labor applications that name residents, early 2025.
    case residents = "resident applications named in the LCA quarter"
    /// Labor applications at a trainee's pay, early 2025.
    case trainees = "applications at trainee pay in the LCA quarter"
    /// New approvals of a hospital, staff of any kind, 2019-23.
    case hospital = "hospital had new H-1B approvals FY2019-23 (staff of any kind)"
    /// Few of them.
    case fewOfHospital = "hospital had few new H-1B approvals FY2019-23 (staff of any kind)"
    /// A university's approvals, which are mostly of its faculty.
    case university = "employer is a university: approvals say nothing about residents"
    /// Listed, without a new approval.
    case noneNew = "employer listed, no new approval FY2019-23"
  }

  /// The institution's name in the directory.
  public var institution: String
  /// What there is.
  public var kind: Kind
  /// Labor applications that name residents, January to March 2025.
  public var residentApplications: Int
  /// New approvals of the employer, 2019-23.
  public var newApprovals: Int
  /// Source.
  public var citation: Citation
}

extension MatchFacts {
  /// H-1B evidence by the institution's name in the directory.
  ///
  /// - Throws: ``FactsError`` naming the table, line and field.
  public func h1bEvidence() throws(FactsError) -> [String: H1BEvidence] {
    let rows = try open(
      "institution_visa_h1b",
      columns: [
        "institution", "state", "h1b_evidence", "lca_resident_fy2025q2", "lca_resident_specialties",
        "h1b_new_approvals_fy2019_23", "trust",
      ]
    ).map { (row, pool) throws(FactsError) in
      H1BEvidence(
        institution: try row.required("institution"), kind: try row.choice("h1b_evidence"),
        residentApplications: try row.optionalInt("lca_resident_fy2025q2", in: 0...100_000) ?? 0,
        newApprovals: try row.optionalInt("h1b_new_approvals_fy2019_23", in: 0...1_000_000) ?? 0,
        citation: try row.citation(&pool, trust: row.required("trust")))
    }
    return Dictionary(rows.map { ($0.institution, $0) }) { first, _ in first }
  }
}
