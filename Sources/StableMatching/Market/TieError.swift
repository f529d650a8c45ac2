/// Two entries of one preference list that share a rank.
public struct TieError: Error, Equatable, CustomStringConvertible {
  /// The list that holds the tie, counted from 0.
  public let list: Int
  /// The rank that both entries carry.
  public let rank: Int
  /// The ids of the two entries.
  public let items: [Int]

  /// What is wrong and how to mend it.
  public var description: String {
    let names = items.map(String.init).joined(separator: " and ")
    return
      "list \(list) ranks \(names) both at \(rank): ties are not accepted; give every entry "
      + "a rank of its own"
  }
}
