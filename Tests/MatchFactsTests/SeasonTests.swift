import MatchFacts
import Testing

@Suite("Signals, fees and dates by season")
struct SeasonTests {
  let facts: MatchFacts

  init() throws { facts = try Shared.facts }

  @Test func theLatestSeasonIsUsedByDefault() throws {
    let rules = try facts.signalRules()
    #expect(rules.latestSeason == 2027)
    let medicine = try #require(rules.rule(for: Specialty("Internal Medicine")))
    #expect(medicine.isOfSeason)
    #expect([medicine.rule.gold, medicine.rule.silver, medicine.rule.single] == [3, 12, 0])
    #expect(medicine.rule.total == 15)
  }

  @Test("A row of trust D is passed over for the last season that is known")
  func untrustedRows() throws {
    let rules = try facts.signalRules()
    let obstetrics = try #require(rules.rule(for: Specialty("Obstetrics and Gynecology")))
    #expect(obstetrics.rule.season == 2026)
    #expect([obstetrics.rule.gold, obstetrics.rule.silver] == [3, 15])
    #expect(!obstetrics.isOfSeason)
    #expect(obstetrics.passedOver?.contains("D conflicts") == true)
  }

  @Test("Diagnostic and interventional radiology share one pool")
  func sharedPools() throws {
    let rules = try facts.signalRules()
    let radiology = try #require(rules.rule(for: Specialty("Interventional Radiology")))
    #expect(
      radiology.rule.specialties.map(\.name) == [
        "Diagnostic Radiology", "Interventional Radiology",
      ])
    #expect([radiology.rule.gold, radiology.rule.silver] == [6, 9])
    // The better trust wins over the combined pool with a lesser one.
    let child = try #require(rules.rule(for: Specialty("Child Neurology")))
    #expect(child.rule.specialties == [Specialty("Child Neurology")])
    #expect(child.rule.total == 9)
  }

  @Test func earlierSeasonsKeepTheirRules() throws {
    let rules = try facts.signalRules()
    #expect(rules.rule(for: Specialty("Internal Medicine"), season: 2024)?.rule.single == 7)
    #expect(rules.rule(for: Specialty("Orthopaedic Surgery"), season: 2025)?.rule.single == 30)
    let none = try #require(rules.rule(for: Specialty("Ophthalmology")))
    #expect(none.rule.kind == .none)
    #expect(none.rule.total == 0)
    #expect(rules.rule(for: Specialty("Urology"), season: 2020) == nil)
  }

  @Test("The AAMC's own example: 43 in internal medicine and 7 in radiology cost $797")
  func fees() throws {
    let schedule = try #require(try facts.fees().schedule())
    #expect(schedule.season == 2026)
    #expect(schedule.applicationDollars(count: 43) + schedule.applicationDollars(count: 7) == 797)
    #expect(schedule.applicationDollars(count: 0) == 0)
    #expect(schedule.applicationDollars(count: 30) == 330)
    #expect(schedule.marginalDollars(number: 30) == 11)
    #expect(schedule.marginalDollars(number: 31) == 30)
    #expect(schedule.registration?.dollars == 70)
    #expect(schedule.extraRank?.dollars == 30)
  }

  @Test func aSeasonWithoutFeesFallsBackAndSaysSo() throws {
    let schedule = try #require(try facts.fees().schedule(season: 2027))
    #expect(schedule.season == 2026)
    #expect(!schedule.isOfSeason)
    #expect(schedule.tiers.map(\.dollars) == [11, 30])
  }

  @Test func calendars() throws {
    let dates = try facts.keyDates()
    #expect(dates.date(.matchDay, match: 2026)?.date == CalendarDate("2026-03-20"))
    #expect(dates.date(.rankListDeadline, match: 2027)?.time == "21:00 ET")
    #expect(dates.date(.soapRound, match: 2027)?.event == "SOAP round 1")
    #expect(dates.date(.matchDay, match: 2030) == nil)
    let season = dates.dates(match: 2027).map(\.date)
    #expect(season == season.sorted())
    // Fifteen of the NRMP's calendar, five of a second source.
    #expect(season.count == 20)
  }
}
