import ArgumentParser
import Foundation

/// The program `smartpick`.
@main
struct SmartPickMain {
  static func main() async {
    let code = await run(Array(CommandLine.arguments.dropFirst()))
    fflush(nil)
    exit(code)
  }

  /// Runs a command line and tells its exit code.
  static func run(_ arguments: [String]) async -> Int32 {
    do {
      if arguments == ["--version"] {
        Console.say(try SmartPickVersion.whole())
        return 0
      }
      var command = try SmartPickCommand.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return 0
    } catch let failure as CommandFailure {
      Console.complain(failure.message)
      return failure.status.rawValue
    } catch {
      // Help and version are no errors: they are what was asked for.
      let code = SmartPickCommand.exitCode(for: error)
      let text = SmartPickCommand.fullMessage(for: error)
      if code.isSuccess {
        Console.say(text)
      } else if !text.isEmpty {
        Console.write(text + "\n")
      }
      return code.rawValue
    }
  }
}
