package offprint.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import offprint.engine.embedded.EmbeddedEngine;
import offprint.image.ImageFormat;
import org.junit.jupiter.api.Test;

class EnginesTest {

    private final EmbeddedEngine embedded = new EmbeddedEngine();

    @Test
    void no_engine_at_all_is_a_mistake() {
        assertThatThrownBy(() -> new Engines(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_format_that_nobody_reads_goes_to_the_preferred_engine() {
        try (var engines = new Engines(List.of(embedded))) {
            assertThat(engines.forReading(ImageFormat.HEIC)).isSameAs(embedded);
            assertThat(engines.forReading(ImageFormat.JPEG)).isSameAs(embedded);
        }
    }

    @Test
    void it_says_what_can_be_written() {
        try (var engines = new Engines(List.of(embedded))) {
            assertThat(engines.writes(ImageFormat.JPEG)).isTrue();
            assertThat(engines.writes(ImageFormat.AVIF)).isFalse();
        }
    }
}
