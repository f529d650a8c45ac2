import ApplicantFile
public import ArgumentParser
import Foundation
public import MatchFacts

extension CalendarDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }
}

/// The day the advice is for.
struct AsOfOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day the advice is for; today by default.", valueName: "YYYY-MM-DD"))
  var given: CalendarDate?

  /// The day given, or today by this machine's clock.
  var day: CalendarDate {
    get throws {
      if let given { return given }
      guard let today = CalendarDate(Date()) else {
        throw CommandFailure(
          "this machine's clock shows a year outside 1900…2100; give --as-of YYYY-MM-DD", .failed)
      }
      return today
    }
  }
}
