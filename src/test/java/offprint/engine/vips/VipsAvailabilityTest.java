package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import offprint.engine.vips.VipsAvailability.Available;
import offprint.engine.vips.VipsAvailability.Found;
import offprint.engine.vips.VipsAvailability.Missing;
import offprint.engine.vips.VipsAvailability.Places;
import offprint.engine.vips.VipsAvailability.SystemLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VipsAvailabilityTest {

    @TempDir
    Path folder = Path.of("");

    private static VipsAvailability find(Optional<Path> chosen, List<Path> bundled) {
        return VipsAvailability.find(new Places(chosen, bundled, SystemLibrary.IGNORE));
    }

    @Test
    void nothing_anywhere_is_missing() {
        assertThat(find(Optional.empty(), List.of(folder, folder.resolve("nowhere"))))
                .isInstanceOfSatisfying(
                        Missing.class, missing -> assertThat(missing.reason()).isEqualTo("libvips is not there."));
    }

    @Test
    void a_chosen_file_that_is_not_there_is_said() {
        var chosen = folder.resolve("libvips.so");

        assertThat(find(Optional.of(chosen), List.of()))
                .isInstanceOfSatisfying(
                        Missing.class,
                        missing -> assertThat(missing.reason()).contains(chosen.toString(), "the file is not there"));
    }

    @Test
    void a_file_that_is_no_library_is_a_reason_and_no_error() throws Exception {
        var junk = Files.writeString(folder.resolve("libvips-cpp.so.8"), "this is no library");

        assertThat(find(Optional.of(junk), List.of(folder)))
                .isInstanceOfSatisfying(
                        Missing.class, missing -> assertThat(missing.reason()).contains("can't be used"));
    }

    /// The run time's own library has none of the functions.
    @Test
    void a_library_that_is_not_libvips_is_a_reason_and_no_error() {
        var other = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("java"));

        assertThat(find(Optional.of(other), List.of()))
                .isInstanceOfSatisfying(
                        Missing.class, missing -> assertThat(missing.reason()).contains("has no function"));
    }

    @Test
    void a_bad_choice_is_told_beside_the_bundled_library() throws Exception {
        var good = Path.of(TestLibrary.required().library());
        var junk = Files.writeString(folder.resolve("chosen.so"), "this is no library");

        assertThat(find(Optional.of(junk), List.of(folder.resolve("nowhere"), good.getParent())))
                .isInstanceOfSatisfying(Available.class, available -> {
                    assertThat(available.found()).isEqualTo(Found.BUNDLED);
                    assertThat(available.remarks())
                            .hasSize(1)
                            .first()
                            .asString()
                            .contains("chosen.so");
                    assertThat(available.version()).startsWith("8.");
                });
    }
}
