public import Advising
import ApplicantFile
import MatchFacts
import ScoreReading

/// What of the list is shown, and in which order.
public struct ListView: Sendable, Hashable {
  /// An order of the programs.
  public enum Order: String, Sendable, CaseIterable {
    case given
    case name
    case interview
    case match
    case adds
    case fee
    case standing
    case alike

    /// The order in words.
    public var title: String {
      switch self {
      case .given: "as given"
      case .name: "name"
      case .interview: "interview chance"
      case .match: "chance that it takes you"
      case .adds: "what it adds"
      case .fee: "fee"
      case .standing: "what it asks for"
      case .alike: "look-alikes together"
      }
    }
  }

  /// Words that must all occur in a program's name, place, code or signal.
  public var words: String
  /// The one group shown; nil shows all.
  public var group: ProgramList.Group?
  /// The order.
  public var order: Order

  /// A view; by default the whole list as given.
  public init(words: String = "", group: ProgramList.Group? = nil, order: Order = .given) {
    self.words = words
    self.group = group
    self.order = order
  }

  /// Whether the list stands in its groups, each under its heading.
  var isGrouped: Bool { self == ListView() }

  /// The programs shown, in order; equal ones stay as given.
  func programs(of list: ProgramList) -> [ProgramList.Entry] {
    let wanted = words.lowercased().split { $0.isWhitespace }
    let shown = list.programs.filter { entry in
      guard group == nil || entry.group == group else { return false }
      guard !wanted.isEmpty else { return true }
      let text = Self.text(entry).lowercased()
      return wanted.allSatisfy { text.contains($0) }
    }
    func sorted<Key: Comparable>(_ key: (ProgramList.Entry) -> Key) -> [ProgramList.Entry] {
      shown.enumerated().map { (key: key($0.element), place: $0.offset) }
        .sorted { ($0.key, $0.place) < ($1.key, $1.place) }
        .map { shown[$0.place] }
    }
    switch order {
    case .given:
      return ProgramList.Group.allCases.flatMap { group in shown.filter { $0.group == group } }
    case .name: return sorted { $0.institution.lowercased() }
    case .interview: return sorted { -$0.interview.estimate }
    case .match: return sorted { -$0.match.estimate }
    case .adds: return sorted { -$0.contribution }
    case .fee: return sorted { $0.fee }
    case .standing: return sorted { -$0.standing.estimate }
    case .alike:
      let places = list.alikePlaces
      return sorted { places[$0.code] ?? list.alike.count }
    }
  }

  private static func text(_ entry: ProgramList.Entry) -> String {
    let signal = entry.signal == .none ? "" : Labels.name(entry.signal)
    return [
      entry.institution, Labels.programLine(entry), Labels.place(entry), entry.code, signal,
    ].joined(separator: " ")
  }
}

extension ProgramList {
  /// The group of look-alikes that a program belongs to, counted from 0, by code.
  var alikePlaces: [String: Int] {
    var places: [String: Int] = [:]
    for (place, group) in alike.enumerated() {
      for code in group.codes { places[code] = place }
    }
    return places
  }
}
