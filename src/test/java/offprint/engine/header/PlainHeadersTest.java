package offprint.engine.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.fixtures.Pictures;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainHeadersTest {

    @TempDir
    Path folder = Path.of("");

    private Header headerOf(byte[] bytes) throws Exception {
        return Probe.header(Files.write(folder.resolve("picture"), bytes));
    }

    /// A still or animated GIF without pixels worth the name: its blocks, and one byte of data each.
    private static byte[] gif(int frames, boolean transparent, int frameLeft) {
        var out = ByteBuffer.allocate(13 + frames * 24 + 1).order(ByteOrder.LITTLE_ENDIAN);
        out.put("GIF89a".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 40)
                .putShort((short) 30);
        out.put(new byte[3]);
        for (int i = 0; i < frames; i++) {
            out.put(new byte[] {0x21, (byte) 0xF9, 4, (byte) (transparent ? 1 : 0), 0, 0, 0, 0});
            out.put((byte) 0x2C).putShort((short) frameLeft).putShort((short) 0);
            out.putShort((short) 40).putShort((short) 30).put((byte) 0);
            out.put(new byte[] {2, 2, 0x4C, 1, 0});
        }
        out.put((byte) 0x3B);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] psd(int channels, int width, int height, int bits) {
        var out = ByteBuffer.allocate(40);
        out.put("8BPS".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1).put(new byte[6]);
        out.putShort((short) channels)
                .putInt(height)
                .putInt(width)
                .putShort((short) bits)
                .putShort((short) 3);
        return out.array();
    }

    @Test
    void a_gif_tells_its_frames_and_whether_something_shines_through() throws Exception {
        var header = headerOf(gif(3, true, 0));

        assertThat(header.format()).isEqualTo(ImageFormat.GIF);
        assertThat(header.size()).isEqualTo(new PixelSize(40, 30));
        assertThat(header.frames()).isEqualTo(3);
        assertThat(header.hasAlpha()).isTrue();
        assertThat(headerOf(gif(1, false, 0)).hasAlpha()).isFalse();
    }

    @Test
    void a_gifs_frame_that_reaches_over_the_screen_makes_it_larger() throws Exception {
        assertThat(headerOf(gif(1, false, 5)).size()).isEqualTo(new PixelSize(45, 30));
    }

    @Test
    void a_gif_with_a_colour_table_is_walked_over_it() throws Exception {
        var image = new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_INDEXED);

        var header = headerOf(Pictures.encoded(image, "gif", 1));

        assertThat(header.size()).isEqualTo(new PixelSize(20, 10));
        assertThat(header.frames()).isEqualTo(1);
    }

    @Test
    void a_psd_tells_size_channels_and_depth() throws Exception {
        var header = headerOf(psd(4, 300, 200, 16));

        assertThat(header.format()).isEqualTo(ImageFormat.PSD);
        assertThat(header.size()).isEqualTo(new PixelSize(300, 200));
        assertThat(header.bitsPerSample()).isEqualTo(16);
        assertThat(header.hasAlpha()).isTrue();
    }

    @Test
    void a_psd_of_no_size_is_damaged() {
        assertThatThrownBy(() -> headerOf(psd(3, 0, 200, 8)))
                .isInstanceOfSatisfying(
                        EngineProblem.class,
                        problem -> assertThat(problem.failure()).isInstanceOf(EngineFailure.DamagedSource.class));
    }

    @Test
    void a_bmp_tells_its_size_whichever_way_its_rows_run() throws Exception {
        var bmp = Pictures.encoded(Pictures.corners(30, 20), "bmp", 1);
        var upsideDown = ByteBuffer.wrap(bmp.clone()).order(ByteOrder.LITTLE_ENDIAN);
        upsideDown.putInt(22, -20);

        assertThat(headerOf(bmp).size()).isEqualTo(new PixelSize(30, 20));
        assertThat(headerOf(upsideDown.array()).size()).isEqualTo(new PixelSize(30, 20));
    }

    @Test
    void a_header_that_is_cut_is_truncated() {
        for (var whole : new byte[][] {gif(1, false, 0), psd(3, 300, 200, 8)}) {
            assertThatThrownBy(() -> headerOf(Arrays.copyOf(whole, 12)))
                    .isInstanceOfSatisfying(
                            EngineProblem.class,
                            problem -> assertThat(problem.failure()).isInstanceOf(EngineFailure.TruncatedSource.class));
        }
    }
}
