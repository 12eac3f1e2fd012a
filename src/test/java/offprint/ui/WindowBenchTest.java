package offprint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WindowBenchTest {

    @Test
    void work_on_the_fx_thread_shows_in_the_gaps_and_in_the_waits() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dprism.order=sw",
                        "-Dglass.platform=Headless",
                        "--enable-native-access=ALL-UNNAMED,javafx.graphics",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--module-path",
                        System.getProperty("jdk.module.path"),
                        "--add-modules",
                        "javafx.controls",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WindowBenchMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            var line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(line).startsWith("[FX, 20, ");
            List<Long> numbers = Arrays.stream(
                            line.substring(1, line.length() - 1).split(", "))
                    .skip(2)
                    .map(Long::valueOf)
                    .toList();
            assertThat(numbers.get(0)).as("worst frame gap, ms").isGreaterThanOrEqualTo(30);
            assertThat(numbers.get(1)).as("p99 of posted delays, ms").isGreaterThanOrEqualTo(25);
            assertThat(numbers.get(2)).as("elapsed, ms").isGreaterThanOrEqualTo(600);
        } finally {
            process.destroy();
        }
    }
}
