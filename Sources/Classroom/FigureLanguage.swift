import Fonts
import Words

/// The language that figures are in. Where nobody asked for Chinese but the system, and no font has it, that is English: a
/// figure in another language is better than none.
struct FigureLanguage {
  let language: Language
  /// What there is to say about it, and what to do; nil where texts have the same language.
  let remark: Words?

  /// - Parameters:
  ///   - asked: the language that the command line asks for; nil where it asks for none.
  ///   - spoken: that of texts.
  init(
    asked: Language?, spoken: Language,
    fontFolders: [String] = InstalledFonts.standardFolders(home: Files.home)
  ) {
    let fonts = InstalledFonts(folders: fontFolders)
    let lacksLetters =
      asked == nil && spoken == .chinese && (try? fonts.typeface(for: .chinese)) == nil
    language = lacksLetters ? .english : spoken
    let install = "sudo apt-get install \(FontScript.chinese.packages[0])"
    remark =
      lacksLetters
      ? Words(
        en: "Figures are in English, as no font has Chinese letters. To get one: \(install)",
        zh: "没有安装含中文的字体，图用英文绘制。要得到中文图，请运行：\(install)") : nil
  }
}
