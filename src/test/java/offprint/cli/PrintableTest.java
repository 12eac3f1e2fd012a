package offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PrintableTest {

    @Nested
    class ANameOnATerminal {

        @Test
        void cannotMoveTheCursorOrRingTheBell() {
            assertThat(Printable.escaped("a\u001b[2Jb\u0007.jpg")).isEqualTo("a\\u001B[2Jb\\u0007.jpg");
        }

        @Test
        void cannotForgeALine() {
            assertThat(Printable.escaped("a\r\nwritten: all\u2028.jpg")).isEqualTo("a\\r\\nwritten: all\\u2028.jpg");
        }

        @Test
        void cannotTurnTheReadingDirection() {
            assertThat(Printable.escaped("photo\u202Egpj.exe")).isEqualTo("photo\\u202Egpj.exe");
        }

        @Test
        void keepsItsLettersAndEmoji() {
            assertThat(Printable.escaped("Überfahrt 山 👩‍👧.jpg")).isEqualTo("Überfahrt 山 👩‍👧.jpg");
        }
    }

    @Nested
    class ShorteningInTheMiddle {

        @Test
        void keepsWhatFits() {
            assertThat(Printable.shortened("DSC_0412.jpg", 12, "…")).isEqualTo("DSC_0412.jpg");
        }

        @Test
        void keepsHeadAndTail() {
            assertThat(Printable.shortened("DSC_0412-wedding-final.jpg", 13, "…"))
                    .isEqualTo("DSC_04…al.jpg");
        }

        @Test
        void countsWideLettersAsTwo() {
            var shortened = Printable.shortened("山山山山山山山山", 9, "…");
            assertThat(Printable.columns(shortened)).isLessThanOrEqualTo(9);
            assertThat(shortened).isEqualTo("山山…山山");
        }

        @Test
        void neverExceedsEvenTheSmallestRoom() {
            assertThat(Printable.shortened("abcdef", 2, "...")).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Nested
    class NumbersForPeople {

        @Test
        void haveUnitsThatFitThem() {
            assertThat(Printable.bytes(812)).isEqualTo("812 B");
            assertThat(Printable.bytes(61_400)).isEqualTo("61 kB");
            assertThat(Printable.bytes(1_940_000)).isEqualTo("1.9 MB");
            assertThat(Printable.bytes(999_999_999)).isEqualTo("1.0 GB");
        }

        @Test
        void tellSpansAsOneWouldSayThem() {
            assertThat(Printable.span(Duration.ofMillis(400))).isEqualTo("0.4 s");
            assertThat(Printable.span(Duration.ofMillis(9_990))).isEqualTo("9 s");
            assertThat(Printable.span(Duration.ofSeconds(370))).isEqualTo("6 min 10 s");
            assertThat(Printable.span(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        }
    }
}
