import Advising
import ApplicantFile
import MatchFacts
import MatchOdds
import ScoreReading
import Testing

/// Different people get different lists, in the direction an advisor would recognise.
struct StandingListTests {
  private func list(
    _ type: ApplicantType, _ score: Int, _ specialty: String,
    _ change: (inout Applicant) -> Void = { _ in }
  ) throws -> ProgramList {
    var file = Applicant(
      type: type, step2CK: ExamResult(score: score),
      specialties: [TargetSpecialty(specialty: Specialty(specialty))])
    file.limits.applications = 30
    change(&file)
    return try Desk.advise(file).list
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(values.count, 1))
  }

  @Test(
    "Lists of thirty for 222 and 262 share little, and the stronger file aims higher",
    arguments: [
      ("Internal Medicine", 15), ("General Surgery", 15), ("Neurology", 15),
      // In psychiatry the chance of a strong file still hangs on the programs that ask for least.
      ("Psychiatry", 21),
    ])
  func overlap(_ specialty: String, most: Int) throws {
    let weak = try list(.usMD, 222, specialty)
    let strong = try list(.usMD, 262, specialty)
    let common = Set(weak.programs.map(\.code)).intersection(strong.programs.map(\.code))
    #expect(common.count <= most)
    #expect(
      mean(strong.programs.map(\.standing.percentile))
        > mean(weak.programs.map(\.standing.percentile)) + 5)
    func signaled(_ list: ProgramList) -> Double {
      mean(list.programs.filter { $0.signal != .none }.map(\.standing.percentile))
    }
    #expect(signaled(strong) > signaled(weak))
  }

  @Test("A non-US IMG's list is led by programs that take non-US IMGs")
  func openPrograms() throws {
    let advisor = try Desk.opened.get().advisor
    let programs = try Desk.opened.get().facts.programs().programs(
      of: Specialty("Internal Medicine"))
    func openness(_ code: String, _ state: String?) -> Double {
      advisor.model.openness(of: code, state: state, for: .nonUSIMG)
    }
    let listed = try list(.nonUSIMG, 245, "Internal Medicine").programs.prefix(10)
    #expect(
      mean(listed.map { openness($0.code, $0.state) })
        > mean(programs.map { openness($0.code, $0.state) }) + 0.3)
  }

  @Test("A safety is never a program whose range begins below one in five")
  func safeties() throws {
    for (type, score) in [(ApplicantType.usMD, 250), (.usDO, 240), (.usIMG, 235)] {
      for entry in try list(type, score, "Internal Medicine").programs where entry.group == .safety
      {
        #expect(entry.interview.low >= 0.2)
        #expect(entry.interview.estimate >= 0.6)
      }
    }
  }

  @Test("The balanced aim gives up at most a point of the best chance")
  func balanced() throws {
    func match(_ aim: Aim) throws -> Double {
      var file = Applicant(
        type: .usMD, step2CK: ExamResult(score: 238),
        specialties: [TargetSpecialty(specialty: Specialty("General Surgery"))])
      file.limits.applications = 30
      file.aim = aim
      return try Desk.advise(file).odds.match.estimate
    }
    let best = try match(.match)
    let balanced = try match(.balanced)
    #expect(balanced >= best - 0.01 - 1e-6)
    #expect(balanced <= best + 5e-3)
  }

  @Test("Who does not care for standing gets a list of lower standing than who cares most")
  func standingWish() throws {
    let careless = try list(.usMD, 250, "Psychiatry") {
      $0.wishes.standing = 0
      $0.aim = .preference
    }
    let ambitious = try list(.usMD, 250, "Psychiatry") {
      $0.wishes.standing = 1
      $0.aim = .preference
    }
    #expect(
      mean(ambitious.programs.map(\.standing.percentile))
        > mean(careless.programs.map(\.standing.percentile)) + 10)
  }

  @Test("Programs that look alike are named once, and all of them are on the list")
  func alike() throws {
    let list = try list(.usMD, 240, "Internal Medicine") { $0.limits.applications = 60 }
    let codes = Set(list.programs.map(\.code))
    #expect(list.alike.isEmpty == (list.alikeAdvice == nil))
    var seen: Set<String> = []
    for group in list.alike {
      #expect(group.codes.count >= 4)
      #expect(group.sentence.contains("\(group.codes.count) look alike"))
      for code in group.codes { #expect(codes.contains(code) && seen.insert(code).inserted) }
    }
  }

  @Test("The advice says why the signals go where they go")
  func signalSentence() throws {
    let advice = try Desk.advise(
      Applicant(
        type: .usMD, step2CK: ExamResult(score: 216),
        specialties: [TargetSpecialty(specialty: Specialty("Anesthesiology"))]))
    let sentence = try #require(advice.signals.sentence)
    #expect(sentence.contains("chance of an interview"))
    let best = try #require(advice.signals.spends.first)
    #expect(sentence.contains(best.program.split(separator: ",").first ?? "?"))
  }
}
