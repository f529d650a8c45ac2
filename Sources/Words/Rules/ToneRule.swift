/// How the spoken answer is framed: the facts stay, the words around them change.
public struct ToneRule: Sendable, Hashable, Codable {
  /// The tone's name, such as "warm".
  public var name: String
  /// What stands before the first fact, with its space.
  public var begin: String
  /// The same before a failed exam, a loss, an illness, or a matter of law or conduct.
  public var grave: String
  /// The sentence about the work; {work} is filled in.
  public var work: String
  /// Where the same can be read; {seen} is filled in.
  public var seen: String
  /// The last sentence; {field} is filled in.
  public var ready: String
}
