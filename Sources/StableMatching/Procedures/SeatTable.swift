/// Which applicants each program holds, as one bit for each entry of the programs' lists.
///
/// A held applicant is the bit at their place on the program's list, so the worst holder is the
/// last bit set and the next one is found by scanning words towards the front. In deferred
/// acceptance a full program's worst holder only ever improves, so all scans of one program
/// together read its bits once: O(1) amortized, with no heap and a state of one bit an entry.
struct SeatTable {
  private struct Seat {
    /// A proposer placed before this is taken: the worst holder's rank if full, else the length.
    var cutoff: Int32
    /// Positions not held.
    var free: Int32
    /// The worst holder's rank, -1 if none.
    var worst: Int32
    /// All positions.
    let quota: Int32
    /// The length of the program's list.
    let length: Int32
    /// Where the program's bits begin.
    let base: Int
  }

  private var seats: [Seat]
  private var words: [UInt64]

  init(programs: PreferenceLists, quotas: [Int32]) {
    seats = []
    seats.reserveCapacity(programs.count)
    for program in 0..<programs.count {
      let base = programs.starts[program]
      let length = Int32(programs.starts[program + 1] - base)
      let quota = quotas[program]
      seats.append(
        Seat(
          cutoff: quota > 0 ? length : 0, free: quota, worst: -1, quota: quota, length: length,
          base: base))
    }
    words = [UInt64](repeating: 0, count: programs.entryCount / 64 + 1)
  }

  /// Everyone before this rank would be taken, whether or not held already.
  @inline(__always)
  func cutoff(of program: Int) -> Int32 { seats[program].cutoff }

  /// The number of positions nobody holds.
  func freePositions(of program: Int) -> Int { Int(seats[program].free) }

  /// The worst holder's rank, -1 if the program holds nobody.
  func worst(of program: Int) -> Int32 { seats[program].worst }

  @inline(__always)
  func isHeld(_ rank: Int32, at program: Int) -> Bool {
    let bit = seats[program].base + Int(rank)
    return words[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// Whether the program would choose this rank from it and its present holders.
  @inline(__always)
  func wouldTake(_ rank: Int32, at program: Int) -> Bool {
    rank < seats[program].cutoff || (rank < seats[program].length && isHeld(rank, at: program))
  }

  /// Whether the program would choose both ranks from them and its present holders.
  func wouldTakeBoth(_ one: Int32, _ other: Int32, at program: Int) -> Bool {
    let seat = seats[program]
    let worse = max(one, other)
    guard worse < seat.length else { return false }
    var better = isHeld(min(one, other), at: program) ? Int32(0) : 1
    var bit = seat.base
    let limit = seat.base + Int(worse)
    while bit < limit {
      let end = min(limit, (bit | 63) + 1)
      better += Int32(slice(from: bit, to: end).nonzeroBitCount)
      bit = end
    }
    return better < seat.quota
  }

  /// Gives a seat to a rank that ``wouldTake(_:at:)`` accepts and that is not held.
  ///
  /// - Returns: the rank that loses its seat, or -1.
  @inline(__always)
  mutating func insert(_ rank: Int32, at program: Int) -> Int32 {
    let bit = seats[program].base + Int(rank)
    words[bit >> 6] |= 1 << UInt64(bit & 63)
    if seats[program].free > 0 {
      seats[program].free -= 1
      if rank > seats[program].worst { seats[program].worst = rank }
      if seats[program].free == 0 { seats[program].cutoff = seats[program].worst }
      return -1
    }
    let displaced = seats[program].worst
    clear(seats[program].base + Int(displaced))
    let worst = lastHeld(before: displaced, base: seats[program].base)
    seats[program].worst = worst
    seats[program].cutoff = worst
    return displaced
  }

  /// Takes the seat from a rank that is held.
  mutating func remove(_ rank: Int32, at program: Int) {
    clear(seats[program].base + Int(rank))
    seats[program].free += 1
    seats[program].cutoff = seats[program].length
    if rank == seats[program].worst {
      seats[program].worst = lastHeld(before: rank, base: seats[program].base)
    }
  }

  @inline(__always)
  private mutating func clear(_ bit: Int) {
    words[bit >> 6] &= ~(1 << UInt64(bit & 63))
  }

  /// The bits from `start` to `end`, which lie in one word.
  private func slice(from start: Int, to end: Int) -> UInt64 {
    let word = words[start >> 6] >> UInt64(start & 63)
    let width = end - start
    return width == 64 ? word : word & ((1 << UInt64(width)) - 1)
  }

  /// The last held rank before `rank`, or -1.
  @inline(__always)
  private func lastHeld(before rank: Int32, base: Int) -> Int32 {
    let end = base + Int(rank)
    var index = end >> 6
    var word = words[index] & ((1 << UInt64(end & 63)) - 1)
    let firstIndex = base >> 6
    while word == 0 {
      if index == firstIndex { return -1 }
      index -= 1
      word = words[index]
    }
    let bit = (index << 6) + 63 - word.leadingZeroBitCount
    return bit < base ? -1 : Int32(bit - base)
  }
}
