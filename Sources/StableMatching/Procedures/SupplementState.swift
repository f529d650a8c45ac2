/// Where each applicant stands on the supplemental list in play.
///
/// Empty arrays in a market without supplemental lists; callers ask ``activeList(of:)`` first.
struct SupplementState {
  private var lists: [Int32]
  /// The present place on the list in play; -1 before the first proposal, the length when over.
  var places: [Int32]
  /// The preliminary program held, -1 if none.
  var programs: [Int32]
  var isSetAside: [Bool]

  init(market: Market) {
    let count = market.supplements.count == 0 ? 0 : market.applicantCount
    lists = [Int32](repeating: Market.none, count: count)
    places = [Int32](repeating: -1, count: count)
    programs = [Int32](repeating: Market.none, count: count)
    isSetAside = [Bool](repeating: false, count: count)
  }

  var isEmpty: Bool { lists.isEmpty }

  /// The list in play for an applicant, if any.
  func activeList(of applicant: Int) -> Int? {
    guard !lists.isEmpty, lists[applicant] >= 0 else { return nil }
    return Int(lists[applicant])
  }

  /// The preliminary program an applicant holds, if any.
  func program(of applicant: Int) -> Int? {
    guard !programs.isEmpty, programs[applicant] >= 0 else { return nil }
    return Int(programs[applicant])
  }

  mutating func activate(_ list: Int, for applicant: Int) {
    lists[applicant] = Int32(list)
    places[applicant] = -1
    programs[applicant] = Market.none
  }

  mutating func retire(_ applicant: Int) {
    lists[applicant] = Market.none
    places[applicant] = -1
    programs[applicant] = Market.none
  }
}
