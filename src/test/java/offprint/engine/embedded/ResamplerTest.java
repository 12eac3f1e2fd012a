package offprint.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import offprint.cancel.CancellationSource;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Stop;
import offprint.fixtures.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

    private static final Stop NEVER = Stop.on(CancellationToken.never());

    private static Samples samples(BufferedImage image) {
        return Samples.of(image).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"300, 200", "205, 137", "97, 64", "40, 27"})
    void it_is_close_to_a_direct_lanczos_resize(int width, int height) throws Exception {
        var photo = Pictures.photo(600, 400);

        var made = Resampler.resize(samples(photo), width, height, NEVER);

        assertThat(psnr(made.image(), lanczos(photo, width, height))).isGreaterThan(35);
    }

    @ParameterizedTest
    @CsvSource({"600, 400", "211, 97", "7, 5", "900, 700"})
    void an_even_colour_stays_exactly_as_it_is(int width, int height) throws Exception {
        var even = new BufferedImage(600, 400, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 240_000; i++) {
            even.setRGB(i % 600, i / 600, 0xFF_01_C8);
        }

        var made = Resampler.resize(samples(even), width, height, NEVER).image();

        assertThat(made.getRGB(0, 0, width, height, null, 0, width)).containsOnly(0xFF_FF_01_C8);
    }

    @Test
    void it_stops_when_cancelled() {
        var cancel = new CancellationSource();
        cancel.cancel();
        var source = samples(Pictures.corners(60, 40));

        assertThatThrownBy(() -> Resampler.resize(source, 30, 20, Stop.on(cancel.token())))
                .isInstanceOf(CancelledException.class);
    }

    /// The slow and plain way: both sums at once, in double precision.
    private static BufferedImage lanczos(BufferedImage source, int width, int height) {
        var target = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < 3; band++) {
                    target.getRaster().setSample(x, y, band, lanczosAt(source, x, y, band, width, height));
                }
            }
        }
        return target;
    }

    private static int lanczosAt(BufferedImage source, int x, int y, int band, int width, int height) {
        double scaleX = source.getWidth() / (double) width;
        double scaleY = source.getHeight() / (double) height;
        double centreX = (x + 0.5) * scaleX;
        double centreY = (y + 0.5) * scaleY;
        double sum = 0;
        double weights = 0;
        int bottom = Math.min(source.getHeight(), (int) (centreY + 3 * scaleY) + 1);
        int right = Math.min(source.getWidth(), (int) (centreX + 3 * scaleX) + 1);
        for (int row = Math.max(0, (int) (centreY - 3 * scaleY)); row < bottom; row++) {
            for (int column = Math.max(0, (int) (centreX - 3 * scaleX)); column < right; column++) {
                double weight = kernel((column + 0.5 - centreX) / scaleX) * kernel((row + 0.5 - centreY) / scaleY);
                sum += weight * source.getRaster().getSample(column, row, band);
                weights += weight;
            }
        }
        return Math.clamp(Math.round(sum / weights), 0, 255);
    }

    private static double kernel(double x) {
        if (Math.abs(x) < 1e-9) {
            return 1;
        }
        double t = Math.PI * x;
        return Math.abs(x) >= 3 ? 0 : 3 * Math.sin(t) * Math.sin(t / 3) / (t * t);
    }

    private static double psnr(BufferedImage a, BufferedImage b) {
        double squares = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                for (int band = 0; band < 3; band++) {
                    double difference =
                            a.getRaster().getSample(x, y, band) - b.getRaster().getSample(x, y, band);
                    squares += difference * difference;
                }
            }
        }
        return 10 * Math.log10(255 * 255 / (squares / (3.0 * a.getWidth() * a.getHeight())));
    }
}
