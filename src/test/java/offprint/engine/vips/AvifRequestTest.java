package offprint.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;
import org.junit.jupiter.api.Test;

class AvifRequestTest {

    private static final AvifRequest REQUEST = new AvifRequest(
            new AvifRequest.Picture(new PixelSize(301, 200), 4, VipsImage.SRGB, 2.5, 7.25),
            new Encoding.Avif(63, 7),
            new Saving.Beside(Optional.of(new byte[] {1, 2, 3}), Optional.empty()),
            Path.of("été [1].avif"));

    private static byte[] written() throws IOException {
        var bytes = new ByteArrayOutputStream();
        REQUEST.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Optional<AvifRequest> read(byte[] bytes) throws IOException {
        return AvifRequest.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void arrives_as_it_was_sent() throws Exception {
        var arrived = read(written()).orElseThrow();

        assertThat(arrived.picture()).isEqualTo(REQUEST.picture());
        assertThat(arrived.encoding()).isEqualTo(REQUEST.encoding());
        assertThat(arrived.beside().exif().orElseThrow()).containsExactly(1, 2, 3);
        assertThat(arrived.beside().icc()).isEmpty();
        assertThat(arrived.file()).isEqualTo(REQUEST.file());
        assertThat(arrived.picture().bytes()).isEqualTo(301L * 200 * 4);
    }

    @Test
    void nothing_more_is_no_request_and_half_a_one_is_an_error() throws Exception {
        assertThat(read(new byte[0])).isEmpty();
        assertThatThrownBy(() -> read(Arrays.copyOf(written(), 30))).isInstanceOf(EOFException.class);
    }

    @Test
    void something_else_is_an_error() throws Exception {
        var bytes = written();
        bytes[0]++;

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected a request");
    }
}
