import AdviceRendering
import Advising
import ApplicantFile

extension AdvicePage {
  /// The partner's file in a hidden field, for forms that ask for the advice anew.
  var carried: Markup {
    let text = submitted.partnerText
    return text.isEmpty ? "" : "<input type=\"hidden\" name=\"partner\" value=\"\(text)\">"
  }

  /// What being together is worth, beside the other dials.
  var togetherDial: Markup {
    guard let partner = submitted.partner else { return "" }
    let worth =
      submitted.file?.applicant.coupleWishes.together ?? partner.coupleWishes.together
    return dial(
      "couple_wishes.together", "Worth of being together: 0 nothing, 1 everything",
      worth.map { FormLayout.number($0) } ?? "", end: 1, step: 0.05, empty: "as assumed")
  }

  /// A place to load the partner's file.
  var partnerUpload: Markup {
    let title: Markup =
      advice.couple == nil ? "Matching as a couple?" : "Another file of your partner's"
    return """
      <details class="section load" id="partner"><summary>\(title)</summary>
      <form method="post" action="/advice#couple" enctype="multipart/form-data" class="upload">
      <input type="hidden" name="file" value="\(fileText)">
      <p class="muted">With your partner's file this page shows the joint list: the pairs worth \
      ranking, the chance of being together, and what it costs each of you. The file is not kept.</p>
      <label for="partner-upload">Your partner's file (YAML or JSON)</label>
      <input type="file" id="partner-upload" name="partner-upload" accept=".yaml,.yml,.json,\
      text/yaml,application/json">
      <p class="actions"><button class="button quiet" type="submit">Rank together</button></p>
      </form></details>

      """
  }
}
