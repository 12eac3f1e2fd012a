package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageChoiceTest {

    /// What [SpokenMain] says, a line each; every kind of space is a plain one.
    private static List<String> spoken(String language, String country, String... setting) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-cp",
                System.getProperty("java.class.path"),
                SpokenMain.class.getName()));
        command.addAll(List.of(setting));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text.lines()
                .map(line -> line.replace('\u202f', ' ').replace('\u00a0', ' '))
                .toList();
    }

    @Test
    void the_window_speaks_and_counts_as_the_system_does() throws Exception {
        assertThat(spoken("de", "DE")).containsExactly("Abbrechen", "1.248", "4,1 GB", "4,1 s", "14.09.2026, 17:04");
        assertThat(spoken("fr", "FR")).containsExactly("Annuler", "1 248", "4,1 Go", "4,1 s", "14 sept. 2026 17:04");
    }

    @Test
    void the_setting_overrules_the_system() throws Exception {
        assertThat(spoken("de", "DE", "en"))
                .as("and English is not taken for a language that is missing")
                .startsWith("Cancel", "1,248", "4.1 GB");
        assertThat(spoken("en", "US", "zh-CN")).startsWith("取消", "1,248", "4.1 GB", "4.1 秒");
    }

    @Test
    void the_formats_of_ones_own_country_stay_with_its_language() throws Exception {
        assertThat(spoken("de", "CH", "de")).startsWith("Abbrechen", "1’248");
    }

    @Test
    void a_setting_that_means_nothing_changes_nothing() throws Exception {
        assertThat(spoken("es", "ES", "no such language!")).startsWith("Cancelar", "1.248");
    }
}
