import AdviceRendering
import Advising
import MatchFacts

/// What can be done with the list: compare, add, bring back, and see every program.
extension AdvicePage {
  /// The tools under the list.
  var programTools: Markup {
    """
    <section class="section slim" aria-labelledby="tools-title">
    <h2 id="tools-title" class="hidden-visually">Change the list</h2>
    <div class="list-acts"><button class="button quiet" form="carry" \
    formaction="/programs/side-by-side">Compare the chosen ones</button>
    <span class="add-program"><label for="list-add">Add a program</label>
    <input type="text" id="list-add" form="carry" name="list.add" autocomplete="off" \
    maxlength="200" placeholder="Name or code"><button class="button quiet" form="carry" \
    formaction="/advice#list" data-add>Add it</button></span></div>
    \(droppedList)\(everyProgram)</section>

    """
  }

  /// Programs that the file refuses, each with a way back.
  private var droppedList: Markup {
    guard !dropped.isEmpty else { return "" }
    let items = dropped.markup { program in
      """
      <li>\(program.name) <button class="act" form="carry" name="list.back" \
      value="\(program.code)" aria-label="Take \(program.name) back">Take back</button></li>

      """
    }
    return "<h3>Dropped by you</h3><ul class=\"plain\" id=\"dropped\">\(items)</ul>\n"
  }

  /// A way to every program of each specialty, on the list or not.
  private var everyProgram: Markup {
    let buttons = advice.applicant.specialties.markup { specialty in
      var query = ExplorerQuery()
      query.specialty = specialty
      query.order = .interview
      return """
        <button class="button quiet" type="submit" form="carry" formaction="\(query.address)">\
        \(specialty.name)</button>

        """
    }
    return """
      <div data-every><p>Every program, on the list or not, with your chances, sorted and on the \
      map:</p><p class="actions">\(buttons)</p></div>

      """
  }
}
