extension PortfolioSolver {
  /// What a given list is worth, member by member, and whether it keeps the limits.
  ///
  /// - Parameters:
  ///   - choices: options and variants, in any order.
  ///   - limits: the limits to hold it against; those of the problem if `nil`. A cap on attended
  ///     offers changes the value, the other limits only ``PortfolioEvaluation/brokenLimit``.
  /// - Complexity: O(list · nodes), times the cap on offers if there is one.
  public func evaluate(
    _ choices: [PortfolioChoice], limits: PortfolioLimits? = nil
  ) throws(PortfolioError) -> PortfolioEvaluation {
    let resources = try resourceLimits(limits)
    return evaluation(of: try state(of: choices), resources)
  }

  /// The members of a list, the least useful first.
  ///
  /// The first is the one whose removal costs least; a second removal may cost more than its
  /// contribution says, since the first made it more useful.
  public func worstMembers(
    of choices: [PortfolioChoice], limits: PortfolioLimits? = nil
  ) throws(PortfolioError) -> [PortfolioEvaluation.Member] {
    try evaluate(choices, limits: limits).members.sorted {
      $0.contribution == $1.contribution
        ? $0.choice.option < $1.choice.option : $0.contribution < $1.contribution
    }
  }

  /// The options that help a given list most, one after the other, each counted with those before
  /// it on the list.
  ///
  /// - Parameters:
  ///   - choices: the list to add to.
  ///   - count: the most options to add.
  ///   - limits: the limits to keep; those of the problem if `nil`. A list that breaks them
  ///     already gets no additions that make it worse.
  ///   - isCandidate: which options, by index, may be added.
  public func bestAdditions(
    to choices: [PortfolioChoice], count: Int, limits: PortfolioLimits? = nil,
    where isCandidate: (Int) -> Bool = { _ in true }
  ) throws(PortfolioError) -> [PortfolioStep] {
    let resources = try resourceLimits(limits)
    let list = try state(of: choices)
    let region = SearchRegion(prepared, resources)
    var search = ListSearch(prepared, resources)
    search.restart(prepared, from: list)
    let candidates = (0..<prepared.count).filter {
      region.choices($0, prepared) > 0 && isCandidate(prepared.order[$0])
    }
    return Self.steps(of: &search, prepared, region, candidates: candidates, most: count)
  }

  /// How a list grows from nothing, most useful option first, and goes on beyond its end.
  ///
  /// The value at every count gives the curve of diminishing returns. Up to the list's own length
  /// the path stays inside the list, with its variants; beyond, it adds the best of all options
  /// under the limits of classes and tokens, but no longer of budget and count.
  ///
  /// - Parameters:
  ///   - choices: the list.
  ///   - extra: how many options to go on for beyond it.
  ///   - limits: limits whose classes, tokens and cap on offers count; the problem's if `nil`.
  public func growth(
    of choices: [PortfolioChoice], beyond extra: Int, limits: PortfolioLimits? = nil
  ) throws(PortfolioError) -> [PortfolioStep] {
    var loose = limits ?? problem.limits
    loose.budget = nil
    loose.count = nil
    let resources = try resourceLimits(loose)
    let list = try state(of: choices)
    var inside = SearchRegion(prepared, resources)
    for row in inside.isAllowed.indices { inside.isAllowed[row] = false }
    for position in list.members {
      inside.isAllowed[prepared.firstRow[position] + list.variantAt[position]] = true
    }
    var search = ListSearch(prepared, resources)
    var path = Self.steps(of: &search, prepared, inside, candidates: list.members, most: .max)
    // Under a cap on offers a member may add nothing to what the others make, or take from it.
    for position in list.members where !search.list.contains(position) {
      let before = search.tables.value
      search.list.insert(position, variant: list.variantAt[position], prepared)
      search.refresh(prepared)
      path.append(Self.step(position, of: search, prepared, before: before))
    }
    let region = SearchRegion(prepared, resources)
    let candidates = (0..<prepared.count).filter { region.choices($0, prepared) > 0 }
    path += Self.steps(of: &search, prepared, region, candidates: candidates, most: extra)
    return path
  }

  /// How a list grows from nothing under the limits, the most useful option first, as long as it is
  /// wanted.
  ///
  /// This is the plain greedy list: quick, without requirements, and without a bound. It says where
  /// further options stop to matter before the best list of that length is looked for.
  ///
  /// - Parameters:
  ///   - limits: the limits to keep; those of the problem if `nil`.
  ///   - isEnough: hears of each addition; the first that it answers with `true` is the last.
  public func growth(
    under limits: PortfolioLimits? = nil, until isEnough: (PortfolioStep) -> Bool
  ) throws(PortfolioError) -> [PortfolioStep] {
    let whole = try resourceLimits(limits)
    let problem = PreparedPortfolio(
      prepared, keeping: DominatedOptions(prepared, whole).kept)
    let resources = ResourceLimits(limits ?? self.problem.limits, of: problem)
    let region = SearchRegion(problem, resources)
    var search = ListSearch(problem, resources)
    let candidates = (0..<problem.count).filter { region.choices($0, problem) > 0 }
    return Self.steps(
      of: &search, problem, region, candidates: candidates, most: .max, until: isEnough)
  }

  private static func steps(
    of search: inout ListSearch, _ prepared: PreparedPortfolio, _ region: SearchRegion,
    candidates: [Int], most: Int,
    until isEnough: (PortfolioStep) -> Bool = { _ in false }
  ) -> [PortfolioStep] {
    var path: [PortfolioStep] = []
    var value = search.tables.value
    search.fill(prepared, region, candidates: candidates, rule: .gain, most: most) {
      position, search in
      let step = Self.step(position, of: search, prepared, before: value)
      path.append(step)
      value = search.tables.value
      return !isEnough(step)
    }
    return path
  }

  /// The step that put a position on the list, which was worth `value` before.
  private static func step(
    _ position: Int, of search: ListSearch, _ prepared: PreparedPortfolio, before value: Double
  ) -> PortfolioStep {
    let option = prepared.order[position]
    return PortfolioStep(
      choice: PortfolioChoice(option: option, variant: search.list.variantAt[position]),
      id: prepared.ids[option], count: search.list.members.count,
      value: search.tables.value + prepared.outsideValue,
      gain: search.tables.value - value, fee: search.list.fee)
  }

  func resourceLimits(
    _ limits: PortfolioLimits?
  ) throws(PortfolioError) -> ResourceLimits {
    let given = limits ?? problem.limits
    try PortfolioValidation.check(given)
    return ResourceLimits(given, of: prepared)
  }

  func state(of choices: [PortfolioChoice]) throws(PortfolioError) -> ListState {
    var list = ListState(prepared)
    for choice in choices {
      guard prepared.positionOf.indices.contains(choice.option) else {
        throw .unknownChoice(option: choice.option, variant: choice.variant)
      }
      let position = prepared.positionOf[choice.option]
      guard (0..<prepared.variantCount(at: position)).contains(choice.variant) else {
        throw .unknownChoice(option: choice.option, variant: choice.variant)
      }
      guard !list.contains(position) else {
        throw .repeatedChoice(option: prepared.ids[choice.option])
      }
      list.insert(position, variant: choice.variant, prepared)
    }
    return list
  }

  func evaluation(of list: ListState, _ limits: ResourceLimits) -> PortfolioEvaluation {
    // A list may break the limit of count; a cap at or above its own length does not bind.
    let cap = limits.statedCap.flatMap { $0 < list.members.count ? $0 : nil }
    var tables = MarginalTables(prepared, cap: cap)
    tables.rebuild(prepared, list)
    let members = list.members.enumerated().map { index, position in
      let first = prepared.firstRow[position]
      let variant = list.variantAt[position]
      let u = prepared.utility[position]
      let own = tables.replacementGain(
        prepared, row: first + variant, utility: u, index: index)
      let plain =
        variant == 0
        ? own : tables.replacementGain(prepared, row: first, utility: u, index: index)
      let option = prepared.order[position]
      return PortfolioEvaluation.Member(
        choice: PortfolioChoice(option: option, variant: variant), id: prepared.ids[option],
        contribution: own, tokenValue: own - plain)
    }
    let value = tables.value + prepared.outsideValue
    return PortfolioEvaluation(
      members: members, value: value, fee: list.fee,
      objective: value - prepared.feeWeight * Double(list.fee),
      valueIfIndependent: independentValue(of: list, cap: cap) + prepared.outsideValue,
      brokenLimit: list.brokenLimit(prepared, limits))
  }

  /// The value with every chance replaced by its mean over the nodes, above the outside value.
  private func independentValue(of list: ListState, cap: Int?) -> Double {
    var places = [Double](repeating: 0, count: (cap ?? 0) + 1)
    for position in list.members.reversed() {
      let row = (prepared.firstRow[position] + list.variantAt[position]) * prepared.lanes
      var chance = Lane.zero
      var offer = Lane.zero
      for lane in 0..<prepared.lanes {
        chance += prepared.weights[lane] * prepared.chance[row + lane]
        offer += prepared.weights[lane] * prepared.offer[row + lane]
      }
      let q = chance.total
      let o = offer.total
      let u = prepared.utility[position]
      if cap == nil {
        places[0] = q * u + (1 - q) * places[0]
      } else {
        for slot in 0..<(places.count - 1) {
          places[slot] = (1 - o) * places[slot] + q * u + (o - q) * places[slot + 1]
        }
      }
    }
    return cap == 0 ? 0 : places[0]
  }
}
