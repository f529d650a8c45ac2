/// Where in a season an applicant stands.
///
/// The raw values are the file's words.
public enum SeasonStage: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  /// Before programs begin to read: the application can still be made.
  case preparing
  /// Applications are out; programs are reading and most invitations are still to come.
  case applied
  /// Most invitations are out, and interviews are held.
  case interviewing
  /// Rank lists can be made and certified.
  case ranking
  /// From the rank list deadline to Match Day: the result, and SOAP.
  case matchWeek = "match week"
  /// Match Day is over.
  case after

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Earlier stages are smaller.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.order < rhs.order }

  /// Whether applications can still be planned in their own time.
  public var isBeforeApplying: Bool { self == .preparing }
}
