package offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterTest {

    private static final String HEAD = "offprint 1\nopen\n";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void comes_back_as_it_was_written_whatever_the_names_are() {
        var letter = new Letter(List.of(
                Path.of("/photos/a b.jpg"),
                Path.of("/photos/näch\nÄrger%20.jpg"),
                Path.of("/写真/ '\"$(x)`.nef"),
                Path.of("/")));

        assertThat(Letter.read(letter.bytes())).contains(letter);
    }

    @Test
    void without_files_is_the_wish_to_see_the_window() {
        assertThat(Letter.read(new Letter(List.of()).bytes())).contains(new Letter(List.of()));
    }

    @Test
    void keeps_names_that_are_no_valid_text() {
        var latin1 = bytes(HEAD + "file:///photos/caf%E9.jpg\n");
        var read = Letter.read(latin1).orElseThrow();
        assertThat(new String(read.bytes(), StandardCharsets.US_ASCII)).contains("file:///photos/caf%E9.jpg");
    }

    @Test
    void of_a_later_version_is_read_as_far_as_it_is_understood() {
        assertThat(Letter.read(bytes(HEAD + "token=abc\nfile:///a.jpg\n")))
                .contains(new Letter(List.of(Path.of("/a.jpg"))));
    }

    @Test
    void of_another_form_is_none() {
        for (var text : List.of(
                "", "\n", "offprint 1", "offprint 2\nopen\n", "offprint 1\nquit\n", "GET / HTTP/1.1\r\n\r\n", "\0")) {
            assertThat(Letter.read(bytes(text))).as(text).isEmpty();
        }
        assertThat(Letter.read(new byte[100_000])).isEmpty();
    }

    @Test
    void holds_no_file_that_is_none_of_this_system() {
        for (var line : List.of(
                "http://example.org/a.jpg",
                "file:a.jpg",
                "file://elsewhere/a.jpg",
                "file:///a%00b.jpg",
                "file:///a?b",
                "file:///a#b",
                "file:///a b",
                "/a.jpg",
                "../a.jpg",
                "file:")) {
            assertThat(Letter.read(bytes(HEAD + line + "\nfile:///good.jpg\n")))
                    .as(line)
                    .contains(new Letter(List.of(Path.of("/good.jpg"))));
        }
    }
}
