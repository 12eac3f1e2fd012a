package offprint.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void counts_as_people_do() {
        var names = List.of("a", "A1", "a2", "a10", "IMG_9.jpg", "IMG_10.jpg", "img_11.jpg", "x007", "x07", "x7", "x8");

        for (int seed = 0; seed < 50; seed++) {
            var mixed = new ArrayList<>(names);
            java.util.Collections.shuffle(mixed, new Random(seed));
            mixed.sort(NaturalOrder.NAMES);
            assertThat(mixed).isEqualTo(names);
        }
    }

    @Test
    void knows_numbers_of_any_length() {
        assertThat(NaturalOrder.NAMES.compare("9".repeat(40), "1" + "0".repeat(40)))
                .isNegative();
        assertThat(NaturalOrder.NAMES.compare("a", "a")).isZero();
        assertThat(NaturalOrder.NAMES.compare("a", "A")).isNotZero();
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
                int ab = Integer.signum(NaturalOrder.NAMES.compare(a, b));
                assertThat(ab).isEqualTo(-Integer.signum(NaturalOrder.NAMES.compare(b, a)));
                assertThat(ab == 0).isEqualTo(a.equals(b));
                for (var c : names) {
                    if (ab < 0 && NaturalOrder.NAMES.compare(b, c) < 0) {
                        assertThat(NaturalOrder.NAMES.compare(a, c)).isNegative();
                    }
                }
            }
        }
    }
}
