/// What single interviews and further applications are worth to a list whose odds are known.
extension ListOdds {
  /// An application by its part and its position there.
  public struct Place: Sendable, Hashable {
    /// Position of the part.
    public var part: Int
    /// Position of the application in it.
    public var position: Int

    /// An application's place.
    public init(part: Int, position: Int) {
      self.part = part
      self.position = position
    }
  }

  /// What a list comes to.
  public struct Outcome: Sendable, Hashable {
    /// Chance of matching.
    public var match: Double
    /// Expected worth of the place one lands in, by the applications' preferences.
    public var worth: Double
  }

  /// The list as it stands.
  public var outcome: Outcome { outcome(landing) }

  /// What is left where no place can come of some applications any more, by the applicant's own
  /// choice: the belief about the file stays.
  public func closing(_ places: some Sequence<Place>) -> Outcome {
    var open = open
    for place in places {
      for node in open.place[place.part][place.position].indices {
        open.place[place.part][place.position][node] = 0
        open.interview[place.part][place.position][node] = 0
      }
    }
    return outcome(open.landing(order, cap: interviewCap, belief: belief))
  }

  private func outcome(_ landing: [[Double]]) -> Outcome {
    var outcome = Outcome(match: 0, worth: 0)
    for (part, own) in zip(parts, landing) {
      for (application, chance) in zip(part.applications, own) {
        outcome.match += chance
        outcome.worth += chance * application.preference
      }
    }
    return outcome
  }

  /// A program that is not on the list.
  public struct Candidate: Sendable, Hashable {
    /// Position of its specialty's part.
    public var part: Int
    /// Position of the program in the part's odds.
    public var program: Int
    /// The share of its invitations that are still to go out.
    public var left: Double

    /// A candidate.
    public init(part: Int, program: Int, left: Double) {
      self.part = part
      self.program = program
      self.left = left
    }
  }

  /// A candidate and what it adds to the chance of matching, after those before it.
  public struct Addition: Sendable, Hashable {
    /// The program.
    public var candidate: Candidate
    /// Chance of an invitation that late.
    public var interview: Double
    /// What it adds to the chance of matching.
    public var gain: Double
  }

  /// The candidates that raise the chance of matching most, one after the other, without a signal.
  ///
  /// A program further down no list takes a place from another: given θ, what it adds is the chance
  /// to be unmatched without it times its own. O(count · candidates · nodes).
  public func additions(_ candidates: [Candidate], count: Int) -> [Addition] {
    var unmatched = belief.values.map { _ in 1.0 }
    for part in open.interview.indices {
      for position in open.interview[part].indices {
        for node in unmatched.indices {
          unmatched[node] *=
            1 - open.interview[part][position][node] * open.place[part][position][node]
        }
      }
    }
    let year = told?.shift ?? 0
    var shift = CoefficientShift.none
    shift.interview = year
    var rest = candidates.map { candidate in
      let odds = parts[candidate.part].odds
      let chances: (interview: [Double], place: [Double]) =
        year == 0
        ? (
          Array(odds.interview(program: candidate.program, tier: 0)),
          Array(odds.place(program: candidate.program, tier: 0))
        )
        : odds.chances(
          program: candidate.program, tier: 0, nodes: belief.values, shift: shift)
      let interview = chances.interview.map { $0 * candidate.left }
      return (
        candidate: candidate, interview: belief.average(interview),
        success: zip(interview, chances.place).map { $0 * $1 }
      )
    }
    var additions: [Addition] = []
    while additions.count < count {
      let weights = zip(belief.weights, unmatched).map { $0 * $1 }
      var best: (index: Int, gain: Double)?
      for index in rest.indices {
        let gain = zip(weights, rest[index].success).reduce(0) { $0 + $1.0 * $1.1 }
        if gain > best?.gain ?? 0 { best = (index, gain) }
      }
      guard let best else { break }
      let chosen = rest.remove(at: best.index)
      for node in unmatched.indices { unmatched[node] *= 1 - chosen.success[node] }
      additions.append(
        Addition(candidate: chosen.candidate, interview: chosen.interview, gain: best.gain))
    }
    return additions
  }
}
