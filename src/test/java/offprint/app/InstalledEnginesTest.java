package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import offprint.cli.UsageException;
import offprint.engine.Assistants;
import offprint.engine.DamagedPhotos;
import offprint.engine.ImageEngine;
import offprint.engine.vips.TestLibrary;
import org.junit.jupiter.api.Test;

class InstalledEnginesTest {

    @Test
    void the_embedded_engine_alone_needs_no_remark() {
        var installed = InstalledEngines.find(Optional.of("embedded"), Assistants.NONE, DamagedPhotos.FAIL);

        assertThat(installed.engines()).extracting(ImageEngine::name).containsExactly("embedded");
        assertThat(installed.remarks()).isEmpty();
        installed.engines().forEach(ImageEngine::close);
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> InstalledEngines.find(Optional.of("turbo"), Assistants.NONE, DamagedPhotos.FAIL))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("turbo")
                .hasMessageContaining("auto, vips, embedded");
    }

    @Test
    void whichever_are_there_the_embedded_one_comes_last_and_the_reason_is_said() {
        var installed = InstalledEngines.find(Optional.empty(), Assistants.NONE, DamagedPhotos.FAIL);

        assertThat(installed.engines().getLast().name()).isEqualTo("embedded");
        assertThat(installed.remarks()).isNotEmpty();
        assertThat(installed.remarks().getFirst())
                .startsWith(installed.engines().size() == 1 ? "vips is not there: " : "vips is libvips ");
        installed.engines().forEach(ImageEngine::close);
    }

    @Test
    void with_libvips_the_relay_stands_between_the_two() {
        TestLibrary.required();
        var before = System.getProperty("offprint.natives", "");
        System.setProperty("offprint.natives", "target/native/linux-x64");
        try {
            var installed = InstalledEngines.find(Optional.empty(), Assistants.NONE, DamagedPhotos.FAIL);

            assertThat(installed.engines())
                    .extracting(ImageEngine::name)
                    .containsExactly("vips", "embedded+vips", "embedded");
            installed.engines().forEach(ImageEngine::close);
        } finally {
            System.setProperty("offprint.natives", before);
        }
    }
}
