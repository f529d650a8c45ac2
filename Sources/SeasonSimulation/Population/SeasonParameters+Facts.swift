public import MatchFacts

extension SeasonParameters {
  /// The season before any fit: applicants, scores, applications and rules from the facts, and
  /// effects at their priors.
  ///
  /// Every specialty of the directory takes part; what is not published for one is taken from the
  /// pooled ratios of the others, and its `source` says so.
  public init(
    facts: MatchFacts, directory: [Program], published: PublishedCounts, signalSeason: Int
  ) throws(FactsError) {
    let capacities = try facts.interviewsPerPosition()
    let signalRules = try facts.signalRules()
    let rates = try facts.interviewRates()
    let article = try facts.article()
    var fields: [String: Field] = [:]
    let specialties = Set(directory.map(\.specialty)).sorted()
    for specialty in specialties {
      let name = specialty.name
      let capacity = capacities.capacity(for: specialty)
      let rule = signalRules.rule(for: specialty, season: signalSeason)?.rule
      let reference = published.scores[name]?[.usMD]?.mean ?? 249
      fields[name] = Field(
        positions: published.totals[name]?.positions,
        interviewsPerPosition: capacity.map {
          ($0.interviewsPerPositionMean + $0.interviewsPerPositionMedian) / 2
        } ?? 13,
        singleSignals: rule?.single ?? 0, silverSignals: rule?.silver ?? 0,
        goldSignals: rule?.gold ?? 0, singleEffect: 1.3, silverEffect: 1.3, goldEffect: 2.0,
        inState: 1.1, referenceScore: reference.rounded(), scoreSlope: 0.5,
        scoreWeight: Self.weight(article.weight(for: specialty)?.weight),
        rankFloor: -1, dualInflow: [:], cells: [:],
        source: capacity == nil
          ? "pooled over specialties" : "ERAS export 2021: interviews per position")
    }
    self.init(
      origin: "facts, before the fit", effects: SeasonEffects(), fields: fields)
    addCounts(published, specialties: specialties.map(\.name))
    addApplications(capacities, specialties: specialties)
    addOffsets(rates, specialties: specialties)
    addDuals(published)
  }

  private static func weight(_ weight: ScoreWeight?) -> Int {
    guard let weight else { return 3 }
    let order = ScoreWeight.allCases
    let place = order.firstIndex(of: weight) ?? 2
    return order.count - place
  }

  /// Applicants by specialty and group.
  private mutating func addCounts(_ published: PublishedCounts, specialties: [String]) {
    var counts: [String: [SeasonGroup: (Double, String)]] = [:]
    for group in [SeasonGroup.usMD, .usDO, .nonUSIMG] {
      var own: [String: (Double, String)] = [:]
      for name in specialties {
        if let rates = published.rates[name]?[group], !rates.isEmpty {
          // Where two years are published, the mean of the two: positions are of the later one.
          own[name] = (
            rates.reduce(0) { $0 + $1.total } / Double(rates.count),
            rates.map(\.source).joined(separator: " and ")
          )
        } else if let any = published.rankingAnywhere[name]?[group], any > 0 {
          let share = name == "Transitional Year" ? 0.35 : 0.6
          own[name] = (any * share, "Main Match 2025, ranking anywhere, times a pooled share")
        }
      }
      // Charting Outcomes counts those who consented; scale to all active applicants.
      let isTransitional = own["Transitional Year"]?.0 ?? 0
      // Sums run in a fixed order: a dictionary's own would change the last digits.
      let sum = own.keys.sorted().reduce(0) { $0 + (own[$1]?.0 ?? 0) } - isTransitional
      let scale = group == .nonUSIMG ? 1 : (published.active[group] ?? sum) / max(sum, 1)
      for (name, value) in own where value.0 > 0 {
        counts[name, default: [:]][group] = (
          name == "Transitional Year" ? value.0 : value.0 * scale, value.1
        )
      }
    }
    for name in specialties {
      let here = counts[name] ?? [:]
      let known = SeasonGroup.allCases.reduce(0) { $0 + (here[$1]?.0 ?? 0) }
      let nonUS = here[.nonUSIMG]?.0 ?? 0
      let any = published.rankingAnywhere[name]
      var rest = max((published.totals[name]?.applicants ?? 0) - known, 0)
      if published.totals[name] == nil { rest = known * 0.1 }
      var usIMG = 0.6 * rest
      if let usAny = any?[.usIMG] {
        let ratio = (any?[.nonUSIMG]).map { $0 > 20 ? min(nonUS / $0, 1) : 0.7 } ?? 0.7
        usIMG = min(0.92 * rest, usAny * ratio)
      }
      let graduates = max(rest - usIMG, 0)
      let source = "applicants of all types less seniors and non-US IMGs; the split is inferred"
      counts[name, default: [:]][.usIMG] = (usIMG, source)
      counts[name, default: [:]][.usMDGraduate] = (graduates * 0.74, source)
      counts[name, default: [:]][.usDOGraduate] = (graduates * 0.26, source)
    }
    for name in specialties {
      guard var field = fields[name] else { continue }
      let md = published.scores[name]?[.usMD]
      let mean = md?.mean ?? 249
      for (group, count) in counts[name] ?? [:] where count.0 >= 0.5 {
        let scores: (Double, Double)
        if let own = published.scores[name]?[group] {
          scores = (own.mean, own.deviation)
        } else {
          // Assumption where nothing is published: the distance of the group's means elsewhere.
          let gap: Double
          switch group {
          case .usMD: gap = 0
          case .usDO: gap = 6
          case .usIMG: gap = 14
          case .nonUSIMG: gap = 5
          case .usMDGraduate: gap = 7
          case .usDOGraduate: gap = 10
          }
          scores = (mean - gap, 14)
        }
        field.cells[group.name] = Cell(
          applicants: count.0, poolRatio: Self.startingPool(group), scoreMean: scores.0,
          scoreDeviation: scores.1, applications: 30, interviewOffset: 0, rankOffset: 0,
          dualShare: 0, source: count.1)
      }
      fields[name] = field
    }
  }

  private static func startingPool(_ group: SeasonGroup) -> Double {
    switch group {
    case .usMD: 1.02
    case .usDO: 1.05
    case .usIMG: 1.5
    case .nonUSIMG: 1.7
    case .usMDGraduate, .usDOGraduate: 1.3
    }
  }

  /// Applications per applicant: the specialty's total, split by the types' published means.
  private mutating func addApplications(
    _ capacities: InterviewsPerPosition, specialties: [Specialty]
  ) {
    for specialty in specialties {
      guard var field = fields[specialty.name] else { continue }
      var weighted = 0.0
      for group in SeasonGroup.allCases {
        guard let cell = field.cells[group.name] else { continue }
        weighted += cell.applicants * cell.poolRatio * Self.applicationFactor(group)
      }
      var base = 30.0
      if let capacity = capacities.capacity(for: specialty), weighted > 0 {
        // 2021 exports; applications fell by about a fifth until 2025 (AAMC, signals).
        base = 0.8 * capacity.applicationsMean * Double(capacity.programs) / weighted
      }
      base = min(max(base, 12), 75)
      for name in field.cells.keys {
        let factor = SeasonGroup(name: name).map(Self.applicationFactor) ?? 1
        field.cells[name]?.applications = base * factor
      }
      fields[specialty.name] = field
    }
  }

  /// Mean applications against US MD: 58, 72 and 129 in ERAS 2025.
  private static func applicationFactor(_ group: SeasonGroup) -> Double {
    switch group {
    case .usMD: 1
    case .usDO: 1.24
    case .usIMG, .nonUSIMG: 2.2
    case .usMDGraduate, .usDOGraduate: 1.6
    }
  }

  /// First guesses of the types' offsets from the interview rates, which the fit then moves.
  private mutating func addOffsets(_ rates: InterviewRates, specialties: [Specialty]) {
    let pooled: [SeasonGroup: Double] = [
      .usMD: 0, .usDO: -0.7, .usIMG: -2.4, .nonUSIMG: -3.0, .usMDGraduate: -1.6,
      .usDOGraduate: -2.2,
    ]
    for specialty in specialties {
      guard var field = fields[specialty.name] else { continue }
      for group in SeasonGroup.allCases {
        var offset = pooled[group] ?? 0
        if group == .usDO || group == .usIMG || group == .nonUSIMG,
          let own = rates.rate(for: specialty, InterviewRate.Column(group.type)),
          let md = rates.rate(for: specialty, .usMD)
        {
          offset = Self.logit(max(own.mean, 0.006)) - Self.logit(md.mean)
        }
        field.cells[group.name]?.interviewOffset = offset
        field.cells[group.name]?.rankOffset = offset * 0.15
      }
      fields[specialty.name] = field
    }
  }

  static func logit(_ p: Double) -> Double { logOdds(p) }

  /// Second specialties: those who rank a specialty anywhere less those who prefer it.
  private mutating func addDuals(_ published: PublishedCounts) {
    var inflow: [SeasonGroup: Double] = [:]
    var people: [SeasonGroup: Double] = [:]
    for name in fields.keys.sorted() where name != "Transitional Year" {
      for group in SeasonGroup.allCases {
        guard let cell = fields[name]?.cells[group.name] else { continue }
        people[group, default: 0] += cell.applicants
        var extra = 0.15 * cell.applicants
        // A count below those who prefer it covers the first-year positions only: not used.
        if let any = published.rankingAnywhere[name]?[group], any >= 0.9 * cell.applicants {
          extra = max(any - cell.applicants, 0.02 * cell.applicants)
        }
        fields[name]?.dualInflow[group.name] = extra
        inflow[group, default: 0] += extra
      }
    }
    for name in fields.keys.sorted() where name != "Transitional Year" {
      for group in SeasonGroup.allCases where fields[name]?.cells[group.name] != nil {
        let share = (inflow[group] ?? 0) / max(people[group] ?? 1, 1)
        let rate = published.rates[name]?[group]?.first?.value ?? 0.7
        // Those who fear for their first choice are the ones who add a second.
        fields[name]?.cells[group.name]?.dualShare = min(share * (0.4 + 2.4 * (1 - rate)), 0.6)
      }
    }
  }
}
