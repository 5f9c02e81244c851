import Testing
import Wording

@Test func phraseGivesTheTextOfALanguage() {
  let phrase = Phrase(zh: "绿灯", en: "green")
  #expect(phrase[.zh] == "绿灯")
  #expect(phrase[.en] == "green")
}
