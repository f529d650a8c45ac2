/// The exact method for options of equal cost whose successes are independent.
///
/// Adding the option of largest marginal gain, again and again, is optimal at every count, and
/// the optimal lists are nested (Chade & Smith, Econometrica 74, 2006). Once option k of utility
/// tₖ is chosen, the rest is a problem of the same kind with changed utilities (Kapur & Hong,
/// arXiv 2205.01869): those of lower utility shrink by 1 − fₖ, those of higher lose fₖ tₖ.
///
/// Both changes are affine and hit a whole range of the options in order of utility. So options
/// are kept in blocks with one pending affine change each, and a block's best gain is bounded by
/// scale · (its last best gain) + shift · (its smallest chance); only blocks whose bound beats the
/// best gain found so far are brought up to date. O(n √n) for all counts where bounds are sharp,
/// O(n²) at worst.
public struct MarginalImprovement: Sendable, Equatable {
  /// The options in the order in which they are added; each prefix is an optimal list.
  public let order: [Int]

  /// The value of each prefix, without the outside value's own: `values[h - 1]` for h options.
  public let values: [Double]

  /// Orders the `count` best options.
  ///
  /// - Parameters:
  ///   - utilities: what each success is worth, at least 0.
  ///   - chances: P(success) of each, as many as there are utilities (more are not looked at).
  ///   - count: the number of options to order; all of them if it is larger.
  ///   - required: options that come first, in the order given.
  public init(utilities: [Double], chances: [Double], count: Int, required: [Int] = []) {
    let total = min(utilities.count, chances.count)
    var state = BlockedGains(utilities: utilities, chances: chances, total: total)
    var order: [Int] = []
    var values: [Double] = []
    let most = min(max(0, count), total)
    order.reserveCapacity(most)
    values.reserveCapacity(most)
    var value = 0.0
    for option in required where order.count < most {
      guard let gain = state.take(option) else { continue }
      value += gain
      order.append(option)
      values.append(value)
    }
    while order.count < most, let best = state.takeBest() {
      value += best.gain
      order.append(best.option)
      values.append(value)
    }
    self.order = order
    self.values = values
  }
}

/// Options in blocks by falling utility, each block with an affine change still to be made.
private struct BlockedGains {
  private static let size = 48

  private struct Block {
    var start: Int
    var count: Int
    var scale = 1.0
    var shift = 0.0
    var bestGain = 0.0
    var bestIndex = 0
    var smallestChance = 0.0

    var isCurrent: Bool { scale == 1 && shift == 0 }
    var bound: Double { scale * bestGain + shift * smallestChance }
  }

  private var option: [Int]
  private var utility: [Double]
  private var chance: [Double]
  private var blocks: [Block] = []

  init(utilities: [Double], chances: [Double], total: Int) {
    option = (0..<total).sorted {
      utilities[$0] == utilities[$1] ? $0 < $1 : utilities[$0] > utilities[$1]
    }
    utility = option.map { utilities[$0] }
    chance = option.map { chances[$0] }
    for start in stride(from: 0, to: total, by: Self.size) {
      blocks.append(Block(start: start, count: min(Self.size, total - start)))
      refresh(blocks.count - 1)
    }
  }

  /// Makes the pending change of a block and finds its best gain.
  private mutating func refresh(_ number: Int) {
    var block = blocks[number]
    let scale = block.scale
    let shift = block.shift
    var best = -Double.infinity
    var bestIndex = block.start
    var smallest = 1.0
    utility.withUnsafeMutableBufferPointer { utility in
      chance.withUnsafeBufferPointer { chance in
        for index in block.start..<(block.start + block.count) {
          let value = scale * utility[index] + shift
          utility[index] = value
          let f = chance[index]
          smallest = min(smallest, f)
          let gain = f * value
          if gain > best {
            best = gain
            bestIndex = index
          }
        }
      }
    }
    block.scale = 1
    block.shift = 0
    block.bestGain = best
    block.bestIndex = bestIndex
    block.smallestChance = smallest
    blocks[number] = block
  }

  mutating func takeBest() -> (option: Int, gain: Double)? {
    var leader: Int?
    var leaderBound = -Double.infinity
    for number in blocks.indices where blocks[number].count > 0 {
      let bound = blocks[number].bound
      if bound > leaderBound {
        leaderBound = bound
        leader = number
      }
    }
    guard var best = leader else { return nil }
    if !blocks[best].isCurrent { refresh(best) }
    for number in blocks.indices where number != best && blocks[number].count > 0 {
      guard blocks[number].bound > blocks[best].bestGain else { continue }
      if !blocks[number].isCurrent { refresh(number) }
      if blocks[number].bestGain > blocks[best].bestGain { best = number }
    }
    let index = blocks[best].bestIndex
    let gain = blocks[best].bestGain
    let taken = option[index]
    take(index: index, block: best)
    return (taken, gain)
  }

  /// Takes a given option; `nil` if it is not there any more.
  mutating func take(_ wanted: Int) -> Double? {
    for number in blocks.indices {
      let block = blocks[number]
      for index in block.start..<(block.start + block.count) where option[index] == wanted {
        if !block.isCurrent { refresh(number) }
        let gain = chance[index] * utility[index]
        take(index: index, block: number)
        return gain
      }
    }
    return nil
  }

  private mutating func take(index: Int, block number: Int) {
    let f = chance[index]
    let loss = f * utility[index]
    let keep = 1 - f
    for earlier in 0..<number { blocks[earlier].shift -= loss }
    for later in (number + 1)..<max(number + 1, blocks.count) {
      blocks[later].scale *= keep
      blocks[later].shift *= keep
    }
    let start = blocks[number].start
    let end = start + blocks[number].count
    for earlier in start..<index { utility[earlier] -= loss }
    for later in index..<(end - 1) {
      utility[later] = utility[later + 1] * keep
      chance[later] = chance[later + 1]
      option[later] = option[later + 1]
    }
    blocks[number].count -= 1
    refresh(number)
  }
}
