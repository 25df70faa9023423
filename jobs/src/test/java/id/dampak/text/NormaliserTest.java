package id.dampak.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class NormaliserTest {

  @Test
  void disguisesOfAWordReadAlike() {
    List<String> plain = List.of("bakar");
    assertThat(Normaliser.tokens("b4k4r")).isEqualTo(plain);
    assertThat(Normaliser.tokens("b@kar")).isEqualTo(plain);
    assertThat(Normaliser.tokens("b a k a r")).isEqualTo(plain);
    assertThat(Normaliser.tokens("B.A.K.A.R")).isEqualTo(plain);
    assertThat(Normaliser.tokens("ba_kar")).isEqualTo(plain);
    assertThat(Normaliser.tokens("bakaaaar")).isEqualTo(plain);
    assertThat(Normaliser.tokens("ｂａｋａｒ")).isEqualTo(plain);
    assertThat(Normaliser.tokens("bák\u0336ar")).isEqualTo(plain);
    assertThat(Normaliser.tokens("ba\u200bkar")).isEqualTo(plain);
    assertThat(Normaliser.tokens("b\u0430kar")).as("Cyrillic a").isEqualTo(plain);
  }

  @Test
  void amountsStayNumbersAndPluralsStayWords() {
    assertThat(Normaliser.tokens("50rb 12 2jam"))
        .containsExactly("<num>", "rb", "<num>", "<num>", "jam");
    assertThat(Normaliser.tokens("hati2 jalan2an"))
        .containsExactly("hati", "hati", "jalan", "jalanan");
  }

  @Test
  void shortFormsAreSpeltOut() {
    assertThat(Normaliser.tokens("gak ush skrg yg"))
        .containsExactly("tidak", "ush", "sekarang", "yang");
  }

  @Test
  void marksOfQuestionAndQuotationAreKeptOnce() {
    assertThat(Normaliser.tokens("“serbu”???")).containsExactly("\"", "serbu", "\"", "?");
  }

  @Test
  void accountsAndAddressesLoseTheirNames() {
    assertThat(Normaliser.tokens("@budi_99 lihat https://contoh.id/a?b=1 atau a@contoh.id"))
        .containsExactly("<user>", "lihat", "<url>", "atau", "<user>");
  }

  @Test
  void aCyrillicWordIsLeftAsItIs() {
    assertThat(Normaliser.tokens("мама")).containsExactly("мама");
  }

  @Test
  void everyStringHasTokens() {
    assertThat(Normaliser.tokens("")).isEmpty();
    assertThat(Normaliser.tokens(" \t\n")).isEmpty();
    assertThat(Normaliser.tokens("\ud83d aman \udc00")).containsExactly("aman");
    assertThat(Normaliser.tokens("a@ $ _ '")).containsExactly("a");
    assertThat(Normaliser.tokens("ayo 日本 привет مرحبا")).hasSize(4).startsWith("ayo");
  }

  @Test
  void aMegabyteIsReadInSecondsHoweverItIsWritten() {
    for (String unit : List.of("bakar ", "a ", "x", "4a", "? ", "\u0301", "\ud83d\udd25")) {
      String long1 = unit.repeat(1_000_000 / unit.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> Block.CHARACTER.features(Normaliser.tokens(long1)), unit);
    }
  }
}
