/// Invitations and interviews: programs invite from the top of their list until their interviews
/// are held; applicants keep the best up to their cap and decline the rest.
///
/// This is deferred acceptance of interviews: each program's final threshold is the one at which
/// the interviews held meet its slots, given everyone else's.
package struct InterviewStage {
  /// Applications by program, best first, as far as they were needed.
  private var order: [Int32]
  private var starts: [Int]
  /// Whether each application was invited, and whether its interview was held.
  package private(set) var isInvited: [Bool]
  package private(set) var isHeld: [Bool]
  /// Index of the last applicant invited by each program.
  package private(set) var thresholds: [Float]

  package init(
    _ applications: SeasonApplications, world: SeasonWorld, peopleCount: Int, cap: Int
  ) {
    let programCount = world.programs.count
    var starts = [Int](repeating: 0, count: programCount + 1)
    for program in applications.program { starts[Int(program) + 1] += 1 }
    for index in 1...max(programCount, 1) where index < starts.count {
      starts[index] += starts[index - 1]
    }
    var fill = starts
    var order = [Int32](repeating: 0, count: applications.count)
    for (position, program) in applications.program.enumerated() {
      order[fill[Int(program)]] = Int32(position)
      fill[Int(program)] += 1
    }
    self.starts = starts
    self.order = order
    isInvited = [Bool](repeating: false, count: applications.count)
    isHeld = [Bool](repeating: false, count: applications.count)
    thresholds = [Float](repeating: -.infinity, count: programCount)
    run(applications, slots: world.slots, peopleCount: peopleCount, cap: max(cap, 1))
  }

  private mutating func run(
    _ applications: SeasonApplications, slots: [Int], peopleCount: Int, cap: Int
  ) {
    let programCount = slots.count
    var sorted = [Int](repeating: 0, count: programCount)
    var next = [Int](repeating: 0, count: programCount)
    var free = slots
    var held = [Int32](repeating: -1, count: peopleCount * cap)
    var heldCount = [Int16](repeating: 0, count: peopleCount)
    var queue = Array(0..<programCount)
    var isQueued = [Bool](repeating: true, count: programCount)
    while let program = queue.popLast() {
      isQueued[program] = false
      let begin = starts[program]
      let size = starts[program + 1] - begin
      while free[program] > 0, next[program] < size {
        if next[program] >= sorted[program] {
          let upTo = min(size, max(sorted[program] * 2, slots[program] * 2 + 8))
          Self.sortTop(
            &order, from: begin + sorted[program], through: begin + upTo, end: begin + size,
            by: applications.index)
          sorted[program] = upTo
        }
        let application = Int(order[begin + next[program]])
        next[program] += 1
        isInvited[application] = true
        thresholds[program] = applications.index[application]
        let applicant = Int(applications.applicant[application])
        let base = applicant * cap
        let count = Int(heldCount[applicant])
        if count < cap {
          held[base + count] = Int32(application)
          heldCount[applicant] += 1
          isHeld[application] = true
          free[program] -= 1
          continue
        }
        var worst = base
        for place in base..<base + cap
        where applications.utility[Int(held[place])] < applications.utility[Int(held[worst])] {
          worst = place
        }
        let loser = Int(held[worst])
        guard applications.utility[loser] < applications.utility[application] else { continue }
        held[worst] = Int32(application)
        isHeld[application] = true
        isHeld[loser] = false
        free[program] -= 1
        let other = Int(applications.program[loser])
        free[other] += 1
        if other != program, !isQueued[other] {
          isQueued[other] = true
          queue.append(other)
        }
      }
    }
  }

  /// Puts the largest of `order[from..<end]` in descending order at `from..<through`.
  private static func sortTop(
    _ order: inout [Int32], from: Int, through: Int, end: Int, by index: [Float]
  ) {
    guard from < through else { return }
    order.withUnsafeMutableBufferPointer { buffer in
      index.withUnsafeBufferPointer { key in
        func better(_ a: Int32, _ b: Int32) -> Bool {
          let x = key[Int(a)]
          let y = key[Int(b)]
          return x != y ? x > y : a < b
        }
        var low = from
        var high = end - 1
        let target = through - 1
        while low < high {
          let pivot = buffer[(low + high) / 2]
          var i = low
          var j = high
          while i <= j {
            while better(buffer[i], pivot) { i += 1 }
            while better(pivot, buffer[j]) { j -= 1 }
            if i <= j {
              buffer.swapAt(i, j)
              i += 1
              j -= 1
            }
          }
          if target <= j {
            high = j
          } else if target >= i {
            low = i
          } else {
            break
          }
        }
        buffer[from..<through].sort(by: better)
      }
    }
  }
}
