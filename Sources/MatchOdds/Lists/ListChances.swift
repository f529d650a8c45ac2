/// Both chances of every application of a list, by part, application and node of θ.
struct ListChances: Sendable {
  var interview: [[[Double]]]
  var place: [[[Double]]]

  /// At the nodes and coefficients of the odds.
  init(_ parts: [ListOdds.Part]) {
    interview = parts.map { part in
      part.applications.map {
        Array(part.odds.interview(program: $0.program, tier: $0.tier))
      }
    }
    place = parts.map { part in
      part.applications.map { Array(part.odds.place(program: $0.program, tier: $0.tier)) }
    }
  }

  /// At other nodes or coefficients.
  init(_ parts: [ListOdds.Part], nodes: [Double], shifts: [CoefficientShift]) {
    interview = []
    place = []
    for (part, shift) in zip(parts, shifts) {
      let pairs = part.applications.map {
        part.odds.chances(program: $0.program, tier: $0.tier, nodes: nodes, shift: shift)
      }
      interview.append(pairs.map(\.interview))
      place.append(pairs.map(\.place))
    }
  }

  private init(interview: [[[Double]]], place: [[[Double]]]) {
    self.interview = interview
    self.place = place
  }

  /// The chances of what is still open once the answers so far are known.
  func answered(_ parts: [ListOdds.Part]) -> ListChances {
    var open = self
    for (part, own) in parts.enumerated() {
      for (position, application) in own.applications.enumerated() where application.isTold {
        for node in open.interview[part][position].indices {
          open.interview[part][position][node] = application.open(
            interview[part][position][node])
          if !application.isOpen { open.place[part][position][node] = 0 }
        }
      }
    }
    return open
  }

  /// Means over θ as the chances of one node: programs that answer independently.
  func averaged(by belief: StrengthNodes) -> ListChances {
    var interview: [[[Double]]] = []
    var place: [[[Double]]] = []
    for (part, applications) in self.interview.enumerated() {
      var offers: [[Double]] = []
      var takes: [[Double]] = []
      for (position, chances) in applications.enumerated() {
        let offer = belief.average(chances)
        let success = belief.average(zip(chances, self.place[part][position]).map { $0 * $1 })
        offers.append([offer])
        takes.append([offer > 0 ? success / offer : 0])
      }
      interview.append(offers)
      place.append(takes)
    }
    return ListChances(interview: interview, place: place)
  }

  /// Chance of matching at each application's program, ranked in this order; offers beyond `cap`
  /// are declined from its end.
  func landing(
    _ order: [PreferenceOrder.Place], cap: Int?, belief: StrengthNodes
  ) -> [[Double]] {
    var landing = interview.map { $0.map { _ in 0.0 } }
    guard let cap, cap < order.count else {
      for (node, weight) in belief.weights.enumerated() {
        var unmatched = weight
        for place in order {
          let here =
            unmatched * interview[place.part][place.position][node]
            * self.place[place.part][place.position][node]
          landing[place.part][place.position] += here
          unmatched -= here
        }
      }
      return landing
    }
    guard cap > 0 else { return landing }
    // By interviews attended so far, unmatched there.
    var unmatched = [Double](repeating: 0, count: cap)
    for (node, weight) in belief.weights.enumerated() {
      for index in unmatched.indices { unmatched[index] = 0 }
      unmatched[0] = weight
      for place in order {
        let offer = interview[place.part][place.position][node]
        let take = self.place[place.part][place.position][node]
        var carried = 0.0
        for attended in 0..<cap {
          let offered = unmatched[attended] * offer
          landing[place.part][place.position] += offered * take
          unmatched[attended] += carried - offered
          carried = offered * (1 - take)
        }
      }
    }
    return landing
  }
}

extension StrengthNodes {
  /// One node: nothing is left to average.
  static let certain = StrengthNodes(values: [0], weights: [1])
}
