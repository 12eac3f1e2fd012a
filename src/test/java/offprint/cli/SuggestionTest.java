package offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final List<String> WORDS = List.of("export", "probe", "recipes", "engines", "try", "bench");

    @Test
    void twoLettersSwappedAreForgiven() {
        assertThat(Suggestion.forWord("exprot", WORDS)).contains("export");
    }

    @Test
    void aBeginningIsEnough() {
        assertThat(Suggestion.forWord("rec", WORDS)).contains("recipes");
    }

    @Test
    void aFileNameIsNoMistypedCommand() {
        assertThat(Suggestion.forWord("holiday.jpg", WORDS)).isEmpty();
    }

    @Test
    void distanceCountsEdits() {
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Suggestion.distance("ab", "ba")).isEqualTo(1);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
    }
}
