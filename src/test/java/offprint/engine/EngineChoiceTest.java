package offprint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import offprint.image.ImageFormat;
import org.junit.jupiter.api.Test;

class EngineChoiceTest {

    private static final Capabilities FAST = new Capabilities(
            Set.of(ImageFormat.JPEG, ImageFormat.TIFF), Set.of(ImageFormat.JPEG, ImageFormat.WEBP, ImageFormat.AVIF));
    private static final Capabilities RELAY =
            new Capabilities(Set.of(ImageFormat.PSD), Set.of(ImageFormat.JPEG, ImageFormat.WEBP, ImageFormat.AVIF));
    private static final Capabilities SLOW = new Capabilities(
            Set.of(ImageFormat.JPEG, ImageFormat.PSD, ImageFormat.BMP), Set.of(ImageFormat.JPEG, ImageFormat.TIFF));
    private static final List<Capabilities> ALL = List.of(FAST, RELAY, SLOW);

    @Test
    void the_preferred_engine_that_can_do_all_of_it_does_it() {
        assertThat(EngineChoice.of(ALL, ImageFormat.JPEG, List.of(ImageFormat.JPEG, ImageFormat.AVIF)))
                .hasValue(0);
    }

    @Test
    void a_less_preferred_engine_that_writes_everything_comes_before_one_that_does_not() {
        assertThat(EngineChoice.of(ALL, ImageFormat.JPEG, List.of(ImageFormat.TIFF)))
                .hasValue(2);
    }

    @Test
    void what_the_preferred_one_cant_read_goes_by_the_relay() {
        assertThat(EngineChoice.of(ALL, ImageFormat.PSD, List.of(ImageFormat.JPEG)))
                .hasValue(1);
        assertThat(EngineChoice.of(ALL, ImageFormat.PSD, List.of(ImageFormat.AVIF)))
                .hasValue(1);
    }

    @Test
    void when_nobody_writes_it_all_the_preferred_reader_says_what_it_cant() {
        assertThat(EngineChoice.of(ALL, ImageFormat.JPEG, List.of(ImageFormat.AVIF, ImageFormat.TIFF)))
                .hasValue(0);
        assertThat(EngineChoice.of(ALL, ImageFormat.BMP, List.of(ImageFormat.AVIF)))
                .hasValue(2);
    }

    @Test
    void what_nobody_reads_is_nobodys() {
        assertThat(EngineChoice.of(ALL, ImageFormat.HEIC, List.of())).isEmpty();
    }

    @Test
    void a_job_that_only_reads_goes_to_the_first_reader() {
        assertThat(EngineChoice.of(ALL, ImageFormat.BMP, List.of())).hasValue(2);
    }
}
