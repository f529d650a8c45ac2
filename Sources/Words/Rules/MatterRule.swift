/// What to advise on one kind of fact that programs see, from the rule file.
public struct MatterRule: Sendable, Hashable, Codable {
  /// The kind of fact.
  public var kind: VisibleMatter.Kind
  /// In a few words, as part of a sentence.
  public var title: String
  /// Where it belongs.
  public var place: ExplanationDecision.Place
  /// Why.
  public var why: String
  /// What can be said aloud of it.
  public var sentence: String
  /// Ownership, for what was the applicant's own doing and has no cause; none if left out.
  public var own: String?
}
