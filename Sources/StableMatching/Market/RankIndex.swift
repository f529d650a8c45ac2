/// The programs' lists seen from the applicants' side, for finding ranks without a hash.
///
/// A counting pass turns "program p ranks applicant a at k" into one row for each applicant of
/// pairs (p, k) in ascending p. Reading the row once marks every program that ranks the applicant
/// in a small array (one slot a program, which stays in the first-level cache); the applicant's
/// own list is then looked up in it. Both passes cost O(1) an entry.
struct RankIndex {
  struct Place {
    var program: Int32
    var rank: Int32
  }

  let programCount: Int
  private let starts: [Int]
  private let places: [Place]

  /// Checks all ids and builds the rows.
  init(applicants: PreferenceLists, programs: PreferenceLists) throws(MarketError) {
    programCount = programs.count
    try Self.check(applicants: applicants, programCount: programs.count)
    try Self.check(programs: programs, applicantCount: applicants.count)

    var cursor = [Int](repeating: 0, count: applicants.count + 1)
    for applicant in programs.items { cursor[Int(applicant) + 1] += 1 }
    for applicant in 0..<applicants.count { cursor[applicant + 1] += cursor[applicant] }
    starts = cursor

    let entryCount = programs.entryCount
    places = [Place](unsafeUninitializedCapacity: entryCount) { buffer, initialized in
      for program in 0..<programs.count {
        let first = programs.starts[program]
        for entry in first..<programs.starts[program + 1] {
          let applicant = Int(programs.items[entry])
          let slot = cursor[applicant]
          cursor[applicant] = slot + 1
          buffer.initializeElement(
            at: slot, to: Place(program: Int32(program), rank: Int32(entry - first)))
        }
      }
      initialized = entryCount
    }
  }

  /// The place of `applicant` on the list of `program`, or ``Market/notRanked``.
  ///
  /// - Complexity: O(log of the number of programs that rank the applicant).
  func rank(of applicant: Int, at program: Int32) -> Int32 {
    var low = starts[applicant]
    var high = starts[applicant + 1]
    while low < high {
      let middle = (low + high) / 2
      if places[middle].program < program { low = middle + 1 } else { high = middle }
    }
    guard low < starts[applicant + 1], places[low].program == program else {
      return Market.notRanked
    }
    return places[low].rank
  }

  /// Looks up all entries of the applicants' lists and refuses repetitions on either side.
  func ranks(of applicants: PreferenceLists) throws(MarketError) -> [Int32] {
    var slots = [Slot](repeating: Slot(), count: programCount)
    var ranks = [Int32](repeating: Market.notRanked, count: applicants.entryCount)
    for applicant in 0..<applicants.count {
      let ranked = Int32(applicant) * 2
      let used = ranked + 1
      for place in places[starts[applicant]..<starts[applicant + 1]] {
        let program = Int(place.program)
        guard slots[program].owner != ranked else {
          throw .repeatedApplicant(
            applicant: applicant, program: program, entry: Int(place.rank) + 1)
        }
        slots[program] = Slot(owner: ranked, rank: place.rank)
      }
      let first = applicants.starts[applicant]
      for entry in first..<applicants.starts[applicant + 1] {
        let program = Int(applicants.items[entry])
        let owner = slots[program].owner
        guard owner != used else {
          throw .repeatedProgram(program: program, applicant: applicant, entry: entry - first + 1)
        }
        if owner == ranked { ranks[entry] = slots[program].rank }
        slots[program].owner = used
      }
    }
    return ranks
  }

  /// Who last wrote a slot (twice the applicant's id, plus one once their list has used it).
  private struct Slot {
    var owner: Int32 = -1
    var rank: Int32 = 0
  }

  private static func check(
    applicants: PreferenceLists, programCount: Int
  ) throws(MarketError) {
    guard let entry = firstOutside(applicants.items, count: programCount) else { return }
    let owner = applicants.owner(ofEntry: entry)
    throw .unknownProgram(
      id: Int(applicants.items[entry]), applicant: owner,
      entry: entry - applicants.starts[owner] + 1)
  }

  private static func check(
    programs: PreferenceLists, applicantCount: Int
  ) throws(MarketError) {
    guard let entry = firstOutside(programs.items, count: applicantCount) else { return }
    let owner = programs.owner(ofEntry: entry)
    throw .unknownApplicant(
      id: Int(programs.items[entry]), program: owner, entry: entry - programs.starts[owner] + 1)
  }

  /// The first entry outside `0..<count`; the common case is one vectorized maximum.
  private static func firstOutside(_ items: [Int32], count: Int) -> Int? {
    var largest: UInt32 = 0
    for item in items { largest = max(largest, UInt32(bitPattern: item)) }
    guard !items.isEmpty, Int(largest) >= count else { return nil }
    return items.firstIndex { Int(UInt32(bitPattern: $0)) >= count }
  }
}

extension PreferenceLists {
  /// The list that an entry of `items` belongs to.
  ///
  /// - Complexity: O(log lists).
  func owner(ofEntry entry: Int) -> Int {
    var low = 0
    var high = count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= entry { low = middle } else { high = middle }
    }
    return low
  }
}
