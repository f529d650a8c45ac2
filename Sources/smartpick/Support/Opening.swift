import Advising
import ApplicantFile
import Handbook
import MatchFacts
import MatchOdds

/// Opens facts, rules and files with the documented exit codes.
enum Opening {
  static func facts() throws(CommandFailure) -> MatchFacts {
    do {
      return try MatchFacts.load()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }

  static func rules() throws(CommandFailure) -> AdviceRules {
    do {
      return try AdviceRules.load()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }

  /// Reads an applicant's file and prints its warnings to standard error.
  ///
  /// - Parameter isCouple: whether ``partner(of:at:checks:asOf:)`` follows, which tells by itself
  ///   what is wrong with the partner's file.
  static func applicant(
    _ path: String, checks: FileChecks, asOf: CalendarDate, isCouple: Bool = false
  ) throws(CommandFailure) -> Applicant {
    let file: ApplicantFile
    do {
      file = try checks.read(path: path, asOf: asOf)
    } catch {
      throw CommandFailure(
        "\(error)", ExitStatus(rawValue: error.exitCode) ?? .badData)
    }
    for warning in file.warnings where !(isCouple && warning.field == "couple") {
      Console.complain("\(warning)")
    }
    return file.applicant
  }

  /// Reads the partner's file that an applicant's file names; nil where it names none.
  ///
  /// - Throws: 66 where it is not there; 65 where it is this file itself, names somebody else, or
  ///   has faults of its own.
  static func partner(
    of applicant: Applicant, at path: String, checks: FileChecks, asOf: CalendarDate
  ) throws(CommandFailure) -> (applicant: Applicant, path: String)? {
    guard let named = applicant.partnerFile else { return nil }
    let remedy = "; --alone advises this file alone"
    do {
      let pair = try CouplePair(own: path, named: named)
      let partner = try Opening.applicant(pair.partner, checks: checks, asOf: asOf)
      try pair.check(partnerNames: partner.partnerFile)
      try pair.check(season: applicant.season, partnerSeason: partner.season)
      return (partner, pair.partner)
    } catch let error as CommandFailure {
      throw error
    } catch let error as CoupleFileError {
      var status = ExitStatus.badData
      if case .missing = error { status = .missingInput }
      throw CommandFailure("\(path): \(error)\(remedy)", status)
    } catch {
      throw CommandFailure("\(path): \(error)", .failed)
    }
  }

  /// Everything that answers are made of, with the figures that the user has imported.
  static func handbook() throws(CommandFailure) -> Handbook {
    do {
      return try Handbook.open()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }

  /// The parameters of the odds, for commands that open no handbook.
  static func parameters() throws(CommandFailure) -> OddsParameters {
    do {
      return try OddsParameters.shipped()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }

  /// The checks of a file for commands that ask no odds.
  ///
  /// - Parameter namesPrograms: whether the file can name programs, which costs reading them.
  static func checks(
    _ facts: MatchFacts, namesPrograms: Bool = true
  ) throws(CommandFailure) -> FileChecks {
    do {
      return try FileChecks(facts, directory: namesPrograms ? try facts.programs() : nil)
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }

  /// An advisor with a handbook in hand.
  static func advisor(_ handbook: Handbook) throws(CommandFailure) -> Advisor {
    let rules = try rules()
    do {
      return try Advisor(handbook, rules: rules)
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }
}
