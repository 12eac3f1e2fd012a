package offprint.engine.vips;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The libvips of the tests: the file of the system property `offprint.vips.library`, else the one that the build put
/// into `target/native`. Where there is none a test is skipped; with `OFFPRINT_REQUIRE_VIPS=1` it fails instead.
public final class TestLibrary {

    private static final VipsAvailability FOUND = VipsAvailability.find(new VipsAvailability.Places(
            Optional.ofNullable(System.getProperty("offprint.vips.library"))
                    .filter(path -> !path.isEmpty())
                    .map(Path::of),
            List.of(Path.of("target", "native", "linux-x64")),
            VipsAvailability.SystemLibrary.IGNORE));

    private TestLibrary() {}

    /// The library, or the end of the test.
    public static VipsAvailability.Available required() {
        return switch (FOUND) {
            case VipsAvailability.Available available -> available;
            case VipsAvailability.Missing missing -> {
                if ("1".equals(System.getenv("OFFPRINT_REQUIRE_VIPS"))) {
                    fail("these tests must run here, but: " + missing.reason());
                }
                yield abort("libvips: " + missing.reason());
            }
        };
    }
}
