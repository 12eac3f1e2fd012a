package offprint.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalNameTest {

    private static int compare(String a, String b) {
        return NaturalName.of(a).compareTo(NaturalName.of(b));
    }

    @Test
    void counts_as_people_do() {
        var names = List.of("a", "A1", "a2", "a10", "IMG_9.jpg", "IMG_10.jpg", "img_11.jpg", "x007", "x07", "x7", "x8");

        for (int seed = 0; seed < 50; seed++) {
            var mixed = new ArrayList<>(names);
            java.util.Collections.shuffle(mixed, new Random(seed));
            mixed.sort(Comparator.comparing(NaturalName::of));
            assertThat(mixed).isEqualTo(names);
        }
    }

    @Test
    void knows_numbers_of_any_length() {
        assertThat(compare("9".repeat(40), "1" + "0".repeat(40))).isNegative();
        assertThat(compare("a", "a")).isZero();
        assertThat(compare("a", "A")).isNotZero();
    }

    @Test
    void is_total() {
        var random = new Random(5);
        var names = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            var name = new StringBuilder();
            for (int j = 0; j < 4; j++) {
                name.append("aB01_9".charAt(random.nextInt(6)));
            }
            names.add(name.toString());
        }
        for (var a : names) {
            for (var b : names) {
                int ab = Integer.signum(compare(a, b));
                assertThat(ab).isEqualTo(-Integer.signum(compare(b, a)));
                assertThat(ab == 0).isEqualTo(a.equals(b));
                for (var c : names) {
                    if (ab < 0 && compare(b, c) < 0) {
                        assertThat(compare(a, c)).isNegative();
                    }
                }
            }
        }
    }
}
