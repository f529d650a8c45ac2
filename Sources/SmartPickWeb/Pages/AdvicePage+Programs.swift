import AdviceRendering
import Advising
import MatchFacts

/// Ways from the advice to programs, with the file.
extension AdvicePage {
  /// A way to each program's page, with this file: the names in the list submit the first form.
  var programPages: Markup {
    guard !advice.list.programs.isEmpty else { return "" }
    let options = advice.list.programs.markup { entry in
      """
      <option value="\(entry.code)">\(entry.institution): \(entry.program) (\(entry.code))</option>

      """
    }
    return """
      <form method="post" action="/programs/open" id="open-program" hidden>\
      <input type="hidden" name="file" value="\(fileText)"></form>
      <section class="section slim" aria-labelledby="open-title">
      <h2 id="open-title" class="hidden-visually">One program of the list</h2>
      <form method="post" action="/programs/open" data-open class="row-form">
      <input type="hidden" name="file" value="\(fileText)">
      <label for="open-code">Look at one program: its facts, your odds, the reasons</label>
      <div class="row"><select id="open-code" name="code">\(options)</select>
      <button class="button quiet" type="submit">Open</button></div></form>
      \(everyProgram)</section>

      """
  }

  /// A way to every program of each specialty, on the list or not.
  private var everyProgram: Markup {
    let buttons = advice.applicant.specialties.markup { specialty in
      var query = ExplorerQuery()
      query.specialty = specialty
      query.order = .interview
      return """
        <button class="button quiet" type="submit" formaction="\(query.address)">\(specialty.name)\
        </button>

        """
    }
    return """
      <form method="post" action="/programs" class="row-form" data-every>
      <input type="hidden" name="file" value="\(fileText)">
      <p>Every program, on the list or not, with your chances, sorted and on the map:</p>
      <p class="actions">\(buttons)</p></form>
      """
  }
}
