package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void whatWouldSteerATerminalIsShownAsASign() {
    assertThat(Printable.of("a\u001b[2Jb\rc\nd\u007fe\u009bf"))
        .isEqualTo("a\u241b[2Jb\u240dc\u240ad\u2421e\ufffdf");
  }

  @Test
  void whatWouldMakeATextReadAsAnotherIsShownAsASign() {
    assertThat(Printable.of("orders\u202Evsc.exe\u2066")).isEqualTo("orders\ufffdvsc.exe\ufffd");
    assertThat(Printable.of("Toko “Ibu” – Rp 10 😀 عربي")).isEqualTo("Toko “Ibu” – Rp 10 😀 عربي");
  }

  @Test
  void ofALongTextTheStartIsShownAndHowMuchIsLeft() {
    assertThat(Printable.of("x".repeat(1_000_004), 4))
        .isEqualTo("xxxx … (1,000,000 characters more)");
    assertThat(Printable.of("xxxx", 4)).isEqualTo("xxxx");
  }
}
