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
import java.util.Set;
import java.util.stream.Stream;
import offprint.engine.DamagedPhotos;
import offprint.image.PixelSize;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecRequestTest {

    private static final CodecRequest.Encode REQUEST = encode(new Encoding.Avif(63, 7));

    private static CodecRequest.Encode encode(Encoding encoding) {
        return new CodecRequest.Encode(
                new Raster(new PixelSize(301, 200), 4, 1, VipsImage.SRGB, 2.5, 7.25),
                Path.of("the pixels"),
                encoding,
                new Saving.Beside(Optional.of(new byte[] {1, 2, 3}), Optional.empty()),
                Path.of("été [1].avif"));
    }

    private static byte[] written(CodecRequest request) throws IOException {
        var bytes = new ByteArrayOutputStream();
        request.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Optional<CodecRequest> read(byte[] bytes) throws IOException {
        return CodecRequest.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    static Stream<Encoding> encodings() {
        return Stream.of(
                new Encoding.Avif(63, 7),
                new Encoding.Jpeg(81, true, Encoding.Chroma.FULL_444, false),
                new Encoding.Jpeg(82, false, Encoding.Chroma.SUBSAMPLED_420, true),
                new Encoding.Webp(83, true));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void an_encoding_arrives_as_it_was_sent(Encoding encoding) throws Exception {
        var sent = encode(encoding);

        assertThat(read(written(sent)).orElseThrow()).isInstanceOfSatisfying(CodecRequest.Encode.class, arrived -> {
            assertThat(arrived.raster()).isEqualTo(sent.raster());
            assertThat(arrived.encoding()).isEqualTo(encoding);
            assertThat(arrived.beside().exif().orElseThrow()).containsExactly(1, 2, 3);
            assertThat(arrived.beside().icc()).isEmpty();
            assertThat(arrived.file()).isEqualTo(sent.file());
            assertThat(arrived.pixels()).isEqualTo(sent.pixels());
            assertThat(arrived.raster().bytes()).isEqualTo(301L * 200 * 4);
        });
    }

    static Stream<Decoding.Wish> wishes() {
        var size = new PixelSize(640, 427);
        return Stream.of(
                new Decoding.Wish(size, MetadataPolicy.STRIP, Decoding.Depth.EIGHT, 1, 2),
                new Decoding.Wish(size, new MetadataPolicy(Set.of()), Decoding.Depth.AS_STORED, 2, 1));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void a_decoding_arrives_as_it_was_sent(Decoding.Wish wish) throws Exception {
        var sent = new CodecRequest.Decode(Path.of("été [1].webp"), wish, DamagedPhotos.RECOVER);

        assertThat(read(written(sent))).contains(sent);
    }

    @Test
    void nothing_more_is_no_request_and_half_a_one_is_an_error() throws Exception {
        assertThat(read(new byte[0])).isEmpty();
        assertThatThrownBy(() -> read(Arrays.copyOf(written(REQUEST), 30))).isInstanceOf(EOFException.class);
    }

    @Test
    void something_else_is_an_error() throws Exception {
        var bytes = written(REQUEST);
        bytes[0]++;

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected a request");
    }
}
