import Lecture
import Words

extension WorkedExample {
  /// What the lessons on single optimizers have in common, from the introduction to the table of all steps and what is
  /// remarked about it.
  ///
  /// - Parameters:
  ///   - optimizer: its name.
  ///   - meanings: what its own quantities are, in the order in which they are calculated.
  ///   - note: what there is to say about the formulas.
  ///   - table: that of all steps.
  ///   - remarks: what there is to say about the numbers; nil for what does not apply.
  @Document.Parts
  package func parts(
    of lesson: (some Lesson).Type, on optimizer: String, meanings: [Words], note: Words,
    table: Table, remarks: Words?...
  ) -> [Document.Block] {
    introduction(to: optimizer, section: lesson.section)
    Document.Block.heading(Words(en: "The formulas", zh: "公式"))
    Document.Block.formulas(formulas(meanings))
    note
    Document.Block.heading(Words(en: "The first steps, with their numbers", zh: "前几步的代入计算"))
    derivations
    Document.Block.heading(Words(en: "All steps", zh: "各步的数值"))
    Document.Block.table(table, name: lesson.name)
    remarks.compactMap(\.self)
  }
}
