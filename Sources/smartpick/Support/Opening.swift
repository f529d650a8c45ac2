import Advising
import ApplicantFile
import DataPacks
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
  /// - Parameter isCouple: whether ``partner(of:at:facts:asOf:)`` follows, which tells by itself
  ///   what is wrong with the partner's file.
  static func applicant(
    _ path: String, facts: MatchFacts, asOf: CalendarDate, isCouple: Bool = false
  ) throws(CommandFailure) -> Applicant {
    let file: ApplicantFile
    do {
      file = try ApplicantFile.read(
        path: path, rules: try fileRules(facts, asOf: asOf),
        names: FactsCatalog(specialties: facts.specialties))
    } catch let error as ApplicantFileError {
      throw CommandFailure(
        "\(error)", ExitStatus(rawValue: error.exitCode) ?? .badData)
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure("\(error)", .failed)
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
    of applicant: Applicant, at path: String, facts: MatchFacts, asOf: CalendarDate
  ) throws(CommandFailure) -> (applicant: Applicant, path: String)? {
    guard let named = applicant.partnerFile else { return nil }
    let remedy = "; --alone advises this file alone"
    do {
      let pair = try CouplePair(own: path, named: named)
      let partner = try Opening.applicant(pair.partner, facts: facts, asOf: asOf)
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

  /// The parameters of the odds.
  static func parameters() throws(CommandFailure) -> OddsParameters {
    do {
      return try OddsParameters.shipped()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }

  static func fileRules(
    _ facts: MatchFacts, asOf: CalendarDate
  ) throws(CommandFailure) -> FileRules {
    do {
      return FileRules(asOf: asOf, norms: try facts.examNorms())
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }

  /// An advisor over the facts, with the figures that the user has imported.
  static func advisor(_ facts: MatchFacts) throws(CommandFailure) -> Advisor {
    do {
      return try Advisor(
        facts: facts, rules: try AdviceRules.load(), parameters: try parameters(),
        figures: try ImportedFigures.ofThisUser().evidence)
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }
}
