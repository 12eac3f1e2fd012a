package offprint.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import offprint.image.ImageFormat;
import offprint.ui.DemoServices;
import org.junit.jupiter.api.Test;

class ExpectedOutputTest {

    @Test
    void sizes_are_exact_and_formats_that_cannot_be_written_say_why() {
        var outputs = ExpectedOutput.of(
                DemoServices.photo(0, "a.jpg"),
                DemoServices.RECIPES.getFirst(),
                Set.of(ImageFormat.JPEG, ImageFormat.WEBP));
        assertThat(outputs)
                .extracting(ExpectedOutput::description)
                .containsExactly("JPEG · 2560 × 1707", "WebP · 640 × 427", "AVIF · 1280 × 853");
        assertThat(outputs.get(0).reason()).isEmpty();
        assertThat(outputs.get(2).reason()).hasValue("No engine on this machine writes AVIF.");
    }

    @Test
    void a_photo_that_cannot_be_read_has_formats_but_no_sizes() {
        var outputs = ExpectedOutput.of(
                DemoServices.unreadable(0, "a.jpg"), DemoServices.RECIPES.getFirst(), Set.of(ImageFormat.JPEG));
        assertThat(outputs.getFirst().description()).isEqualTo("JPEG");
    }
}
