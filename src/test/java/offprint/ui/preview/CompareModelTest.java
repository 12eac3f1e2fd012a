package offprint.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import offprint.engine.View;
import offprint.image.PixelSize;
import offprint.library.Photo;
import offprint.preview.PreviewEvent.Certainty;
import offprint.preview.PreviewRequest.Wanted;
import offprint.recipe.Recipe;
import offprint.ui.DemoPreview;
import offprint.ui.DemoPreview.How;
import offprint.ui.DemoServices;
import offprint.ui.EngineFacts;
import offprint.ui.Fx;
import offprint.ui.FxThread;
import offprint.ui.PulseMonitor;
import offprint.ui.preview.CompareModel.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompareModelTest {

    private static final Recipe WEB = DemoServices.RECIPES.getFirst();
    private static final Photo PHOTO = DemoServices.photo(0, "a.jpg");
    private static final View FITTED = new View.Fitted(96);

    private final DemoPreview port = new DemoPreview();
    private CompareModel model;
    private View seen = FITTED;

    @BeforeEach
    void start() throws Exception {
        Fx.start();
        model = new CompareModel(
                port, new SimpleObjectProperty<>(EngineFacts.UNKNOWN), new FxThread(new PulseMonitor()));
        Fx.run(() -> model.setViewer((whole, asked) -> Optional.of(seen)));
    }

    @AfterEach
    void every_raster_was_given_back() throws Exception {
        Fx.run(() -> model.show(Optional.empty(), Optional.empty()));
        Fx.pulses(6);
        assertThat(port.openPixels()).as("pixels left open").isZero();
    }

    private void show(Photo photo) throws Exception {
        Fx.run(() -> model.show(Optional.of(photo), Optional.of(WEB)));
        Fx.pulses(2);
    }

    private void quality(int percent) throws Exception {
        Fx.run(() -> model.setQuality(percent));
        Fx.pulses(2);
    }

    @Nested
    class A_moved_slider {

        @Test
        void asks_only_for_what_the_encoder_makes() throws Exception {
            show(PHOTO);
            quality(40);
            assertThat(port.requests)
                    .extracting(request -> request.wanted())
                    .containsExactly(Wanted.BEFORE_AND_AFTER, Wanted.AFTER);
            assertThat(model.stage()).isEqualTo(Stage.READY);
            assertThat(CompareWords.after(model)).isEqualTo("quality 40");
        }

        @Test
        void leaves_the_old_picture_under_its_own_name() throws Exception {
            show(PHOTO);
            port.answer(How.NOTHING);
            quality(40);
            assertThat(model.stage()).isEqualTo(Stage.ENCODING);
            assertThat(model.after().orElseThrow().encoding())
                    .isEqualTo(WEB.variants().getFirst().encoding());
            assertThat(CompareWords.after(model)).isEqualTo("quality 85 · making quality 40 …");
        }

        @Test
        void says_that_an_estimate_is_one() throws Exception {
            show(PHOTO);
            port.answer(How.ESTIMATE);
            quality(40);
            assertThat(model.stage()).isEqualTo(Stage.FINISHING);
            assertThat(model.after().orElseThrow().certainty()).isEqualTo(Certainty.ESTIMATE);
            assertThat(CompareWords.after(model)).isEqualTo("quality 40 · estimate");

            port.tellNewest(How.EXACT);
            Fx.pulses(2);
            assertThat(model.stage()).isEqualTo(Stage.READY);
        }

        @Test
        void goes_back_to_the_recipe() throws Exception {
            show(PHOTO);
            quality(40);
            assertThat(model.isQualityChanged()).isTrue();
            Fx.run(model::resetQuality);
            assertThat(model.isQualityChanged()).isFalse();
            assertThat(model.quality()).hasValue(85);
        }
    }

    @Nested
    class Something_older {

        @Test
        void is_never_shown_however_late_it_comes() throws Exception {
            port.answer(How.NOTHING);
            show(PHOTO);
            var late = port.listenerOfNewest();
            show(DemoServices.photo(1, "b.jpg"));
            Fx.run(() -> port.tell(port.requests.getFirst(), late, How.EXACT));
            Fx.pulses(2);
            assertThat(model.before()).isEmpty();
            assertThat(model.after()).isEmpty();
            assertThat(model.stage()).isEqualTo(Stage.READING);
        }

        @Test
        void goes_when_another_photo_is_looked_at() throws Exception {
            show(PHOTO);
            port.answer(How.NOTHING);
            show(DemoServices.photo(1, "b.jpg"));
            assertThat(model.before()).isEmpty();
            assertThat(model.after()).isEmpty();
        }

        @Test
        void of_another_variant_goes_but_the_photo_stays_while_it_is_seen_whole() throws Exception {
            show(PHOTO);
            port.answer(How.NOTHING);
            Fx.run(() -> model.stepVariant(1));
            assertThat(model.before()).isPresent();
            assertThat(model.after()).isEmpty();
            assertThat(CompareWords.after(model)).isEqualTo("making quality 80 …");

            seen = new View.Region(0, 0, new PixelSize(50, 50));
            port.answer(How.EXACT);
            Fx.run(model::lookAgain);
            Fx.pulses(2);
            port.answer(How.NOTHING);
            Fx.run(() -> model.stepVariant(1));
            assertThat(model.before()).isEmpty();
        }
    }

    @Nested
    class A_pane_that_nobody_looks_at {

        @Test
        void asks_for_nothing_and_holds_nothing() throws Exception {
            show(PHOTO);
            Fx.run(() -> model.setActive(false));
            assertThat(model.before()).isEmpty();
            assertThat(model.after()).isEmpty();
            assertThat(port.cleared).hasSize(1);
            show(DemoServices.photo(1, "b.jpg"));
            assertThat(port.requests).hasSize(1);
            Fx.run(() -> model.setActive(true));
            assertThat(port.requests).hasSize(2);
        }

        @Test
        void does_not_clear_what_another_one_asked() throws Exception {
            Fx.run(() -> model.setActive(false));
            int before = port.cleared.size();
            Fx.run(() -> model.show(Optional.of(PHOTO), Optional.of(WEB)));
            Fx.run(() -> model.show(Optional.empty(), Optional.of(WEB)));
            assertThat(port.cleared).hasSize(before);
        }
    }

    @Test
    void variants_are_walked_around_the_ends() throws Exception {
        show(PHOTO);
        Fx.run(() -> model.stepVariant(-1));
        assertThat(model.variant().orElseThrow().name()).isEqualTo("avif");
        Fx.run(() -> model.stepVariant(1));
        assertThat(model.variant().orElseThrow().name()).isEqualTo("large");
    }

    @Test
    void the_chosen_variant_stays_for_the_next_photo() throws Exception {
        show(PHOTO);
        Fx.run(() -> model.stepVariant(1));
        show(DemoServices.photo(2, "c.jpg"));
        assertThat(model.variant().orElseThrow().name()).isEqualTo("small");
    }

    @Test
    void a_quality_that_was_tried_stays_for_the_next_photo_and_goes_with_its_recipe() throws Exception {
        show(PHOTO);
        quality(40);
        show(DemoServices.photo(2, "c.jpg"));
        assertThat(model.quality()).hasValue(40);
        Fx.run(() -> model.show(Optional.of(PHOTO), Optional.of(DemoServices.RECIPES.get(2))));
        assertThat(model.quality()).hasValue(85);
    }

    @Test
    void the_same_question_is_not_asked_twice() throws Exception {
        show(PHOTO);
        show(PHOTO);
        Fx.run(model::lookAgain);
        quality(85);
        assertThat(port.requests).hasSize(1);
    }

    @Test
    void a_variant_that_can_not_be_written_shows_the_photo_and_the_reason() throws Exception {
        port.answer(How.REFUSED);
        show(PHOTO);
        assertThat(model.stage()).isEqualTo(Stage.REFUSED);
        assertThat(CompareWords.failed(model.reason().orElseThrow())).contains("E-ENCODE-UNSUPPORTED");
    }

    @Test
    void a_photo_that_can_not_be_read_says_so_and_asks_for_nothing() throws Exception {
        show(DemoServices.unreadable(0, "x.jpg"));
        assertThat(model.stage()).isEqualTo(Stage.FAILED);
        assertThat(port.requests).isEmpty();
    }
}
