import ArgumentParser

/// The program `smartpick`.
@main
struct SmartPickMain {
  static func main() async {
    do {
      var command = try SmartPickCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      Console.complain(failure.message)
      SmartPickCommand.exit(withError: ExitCode(failure.status.rawValue))
    } catch {
      SmartPickCommand.exit(withError: error)
    }
  }
}
