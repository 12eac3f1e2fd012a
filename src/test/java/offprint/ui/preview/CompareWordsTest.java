package offprint.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import offprint.engine.EngineResult;
import offprint.engine.View;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.preview.BatchEstimate;
import offprint.preview.PreviewEvent.Certainty;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.MetadataPolicy.Group;
import offprint.ui.DemoServices;
import offprint.ui.ScreenImage;
import org.junit.jupiter.api.Test;

class CompareWordsTest {

    private static SourceInfo info(int seed) {
        return switch (DemoServices.photo(seed, "a.jpg").info()) {
            case EngineResult.Done<SourceInfo> done -> done.value();
            case EngineResult.Failed<SourceInfo> failed -> throw new AssertionError(failed);
        };
    }

    private static CompareModel.After after(long bytes, Certainty certainty) {
        var image = ScreenImage.of(Pixels.allocate(new PixelSize(1, 1)));
        return new CompareModel.After(
                new CompareModel.Picture(image, new View.Fitted(1)), new Encoding.Webp(80, false), bytes, certainty);
    }

    @Test
    void bytes_say_what_is_saved_and_what_is_only_reckoned() {
        assertThat(CompareWords.bytes(11_200_000, after(184_000, Certainty.EXACT)))
                .isEqualTo("11.2\u00a0MB → 184\u00a0kB (−98\u00a0%)");
        assertThat(CompareWords.bytes(11_200_000, after(184_000, Certainty.ESTIMATE)))
                .isEqualTo("11.2\u00a0MB → about 184\u00a0kB (−98\u00a0%)");
        assertThat(CompareWords.bytes(100_000, after(150_000, Certainty.EXACT)))
                .isEqualTo("100\u00a0kB → 150\u00a0kB (+50\u00a0%)");
    }

    @Test
    void what_leaves_is_said_in_plain_words() {
        assertThat(CompareWords.leaves(info(0), MetadataPolicy.STRIP))
                .isEqualTo("position removed · no other metadata · Adobe\u00a0RGB\u00a0(1998)");
        assertThat(CompareWords.leaves(info(1), new MetadataPolicy(Set.of(Group.COPYRIGHT))))
                .isEqualTo("no position · copyright kept · sRGB");
        assertThat(CompareWords.leaves(info(3), new MetadataPolicy(Set.of(Group.GPS, Group.CAMERA))))
                .isEqualTo("position leaves with it · camera kept · sRGB");
    }

    @Test
    void an_estimate_says_how_uncertain_it_is() {
        assertThat(Estimating.inWords(new BatchEstimate(1_248, 61_200_000, 9_000_000, 12)))
                .isEqualTo("about 61.2\u00a0MB in 1,248 files (±\u00a09\u00a0MB)");
        assertThat(Estimating.inWords(new BatchEstimate(1, 61_200, 0, 1))).isEqualTo("about 61.2\u00a0kB in 1 file");
    }
}
