import AdviceRendering
import Advising

/// Filter and order of the list: they go with the carried file, and work at once with the script.
struct ListControls: Sendable {
  var view: ListView

  var markup: Markup {
    let groups = ProgramList.Group.allCases.markup { group in
      option(group.rawValue, group.rawValue, isChosen: view.group == group)
    }
    let orders = ListView.Order.allCases.markup { order in
      option(order.rawValue, order.title, isChosen: view.order == order)
    }
    return """
      <div class="toolbar" role="group" aria-label="Filter and order" data-list-tools>\
      <div><label for="list-filter">Filter</label><input type="search" id="list-filter" form="carry" \
      name="list.words" value="\(view.words)" maxlength="100" autocomplete="off"></div>
      <div><label for="list-group">Group</label><select id="list-group" form="carry" \
      name="list.group">\(option("all", "All", isChosen: view.group == nil))\(groups)</select></div>
      <div><label for="list-order">Sort by</label><select id="list-order" form="carry" \
      name="list.order">\(orders)</select></div>
      <button class="button quiet" type="submit" form="carry" formaction="/advice#list">Show\
      </button></div>

      """
  }

  private func option(_ value: String, _ title: String, isChosen: Bool) -> Markup {
    let chosen: Markup = isChosen ? " selected" : ""
    return "<option value=\"\(value)\"\(chosen)>\(title)</option>"
  }
}

extension ListView {
  /// The view that a form asks for; what is not understood is left as it is.
  init(_ input: FormInput) {
    self.init(
      words: String((input.text("list.words") ?? "").prefix(100)),
      group: input.text("list.group").flatMap(ProgramList.Group.init),
      order: input.text("list.order").flatMap(Order.init) ?? .given)
  }
}
