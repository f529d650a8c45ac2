import ArgumentParser

/// `smartpick open`, and `smartpick` alone: the page in the browser.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Start the page and show it in the browser; also `smartpick` alone.",
    discussion: """
      Examples:
        smartpick open
        smartpick open --stop

      Only this machine can reach the page. It is at port 8080, or at a free one where that is \
      taken, and ends on Control-C or with --stop. A second start shows the page that runs already.
      """)

  @Flag(help: "End the page that is open.")
  var stop = false

  func run() throws { if stop { try ServeCommand.become(["--stop"]) } else { try Self.start() } }

  /// Starts the page, or shows the one that runs.
  static func start() throws(CommandFailure) { try ServeCommand.become(["--open"]) }
}
