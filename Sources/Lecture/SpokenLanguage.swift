import ArgumentParser
import Words

extension Language {
  /// The language that help and errors are in. A command sets it before anything is read; it is said nowhere else, as
  /// ArgumentParser takes texts without asking for a language.
  @TaskLocal public static var spoken = Language.english
}

extension ArgumentHelp {
  /// What an option is for, in the language of help.
  public init(en english: Words, zh chinese: Words, valueName: String? = nil) {
    self.init(Words(en: english, zh: chinese), valueName: valueName)
  }

  /// What an option is for, in the language of help.
  public init(_ words: Words, valueName: String? = nil) {
    self.init(words[.spoken], valueName: valueName)
  }
}
