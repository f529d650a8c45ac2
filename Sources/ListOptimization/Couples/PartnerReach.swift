/// What the other partner's list offers one partner, scenario by scenario.
///
/// With the other's list fixed, a place p of this partner is worth u(p) + h(place of p) where the
/// other has something, else the share left to one alone: the joint value becomes that of a list of
/// single options with scenario-dependent worths, which is monotone submodular in this partner's
/// list.
struct PartnerReach: Sendable {
  let scenarios: Int
  /// h by place and scenario; negative where the other partner has nothing.
  let byPlace: [Double]
  /// What the other partner's best alone is worth, by scenario.
  let withoutSelf: [Double]
  let worthAlone: Double

  /// - Parameters:
  ///   - near: by place of this partner, the other's places with togetherness above 0.
  /// - Complexity: O(scenarios · (places + list · near places)).
  init(
    places: Int, near: [[(place: Int, worth: Double)]], other: PartnerSide,
    list: [PortfolioChoice], attended: [[UInt64]], scenarios: Int, worthAlone: Double
  ) {
    self.scenarios = scenarios
    self.worthAlone = worthAlone
    var best = [Double](repeating: -1, count: scenarios)
    var membersAt: [Int: [Int]] = [:]
    for (member, choice) in list.enumerated() {
      let worth = other.worth[choice.option]
      forEachBit(attended[member]) { if worth > best[$0] { best[$0] = worth } }
      membersAt[other.place[choice.option], default: []].append(member)
    }
    var table: [Double] = []
    table.reserveCapacity(places * scenarios)
    for place in 0..<places {
      let start = table.count
      table += best
      for (otherPlace, together) in near[place] {
        for member in membersAt[otherPlace] ?? [] {
          let worth = other.worth[list[member].option] + together
          forEachBit(attended[member]) {
            if worth > table[start + $0] { table[start + $0] = worth }
          }
        }
      }
    }
    byPlace = table
    withoutSelf = best.map { $0 > 0 ? worthAlone * $0 : 0 }
  }

  /// The joint worth of a place of this partner's in a scenario.
  @inline(__always)
  func worth(_ own: Double, place: Int, scenario: Int) -> Double {
    let other = byPlace[place * scenarios + scenario]
    return other >= 0 ? own + other : worthAlone * own
  }

  /// The mean over scenarios of a place's joint worth beyond its own, to order places by.
  func mean(place: Int) -> Double {
    var sum = 0.0
    for scenario in 0..<scenarios { sum += max(0, byPlace[place * scenarios + scenario]) }
    return sum / Double(scenarios)
  }
}

/// Calls the body with the position of every set bit, in rising order.
@inline(__always)
func forEachBit(_ words: some Collection<UInt64>, _ body: (Int) -> Void) {
  var start = 0
  for word in words {
    var bits = word
    while bits != 0 {
      body(start + bits.trailingZeroBitCount)
      bits &= bits - 1
    }
    start += 64
  }
}
