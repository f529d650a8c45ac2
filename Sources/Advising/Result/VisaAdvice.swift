/// What is known of visas for an applicant who needs one.
///
/// Rules with their year, and dated public evidence for the programs of the list. The records
/// change no chance.
public struct VisaAdvice: Sendable, Hashable, Codable {
  /// Evidence for one program.
  public struct Evidence: Sendable, Hashable, Codable {
    /// NRMP code.
    public var code: String
    /// Institution.
    public var institution: String
    /// What the record shows, with its year.
    public var text: String
  }

  /// Sentences, the most needed first.
  public var sentences: [String]
  /// By program of the list, the strongest evidence first.
  public var evidence: [Evidence]
  /// What such evidence says and does not say; nil where none is shown.
  public var evidenceNote: String?
}
