import Advising
import Foundation
import RankLists

/// Asks a person which of two programs they would rather go to, until the order is settled.
struct RankAsking {
  let questions: RankQuestions
  /// Where answers are kept.
  let path: String
  /// Files that the answers must not replace.
  let inputs: [String]

  /// Asks, keeping each answer on disk before the next question.
  ///
  /// - Returns: the request with the answers.
  func asked(_ request: RankRequest) throws(CommandFailure) -> RankRequest {
    var request = request
    var number = 0
    while let question = questions.finding(request).question {
      number += 1
      guard let row = answer(number, question) else { break }
      request.comparisons.rows.append(row)
      var output = OutputFiles(reading: inputs)
      try output.add(request.comparisons.csv, to: path)
      try output.write()
    }
    let finding = questions.finding(request)
    Console.write(
      finding.isSettled
        ? "The order is settled. Your answers are kept in \(path).\n\n"
        : "Left open for now; your answers so far are kept in \(path).\n\n")
    return request
  }

  private func answer(_ number: Int, _ question: RankAdvice.Question) -> ComparisonFile.Row? {
    let lines = [("1", question.first), ("2", question.second)].map { key, code in
      let title = questions.title(code)
      return PageText.harmless("  \(key)  \(title.name)")
        + (title.words.map { PageText.harmless("  (\($0))") } ?? "")
    }
    var prompt =
      "\(number). Where would you rather wake up in July?\n" + lines.joined(separator: "\n")
      + "\n1, 2, = (alike) or q (stop): "
    while let text = Conversation.ask(prompt) {
      switch text.trimmingCharacters(in: .whitespaces).lowercased() {
      case "1": return .init(better: question.first, worse: question.second)
      case "2": return .init(better: question.second, worse: question.first)
      case "=", "alike":
        return .init(better: question.first, worse: question.second, isTie: true)
      case "q", "quit", "": return nil
      default: prompt = "Please answer 1, 2, = or q: "
      }
    }
    return nil
  }
}
