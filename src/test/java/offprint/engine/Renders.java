package offprint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;

/// Shorthands for tests that render.
public final class Renders {

    public static final Encoding.Jpeg JPEG = new Encoding.Jpeg(90, false, Encoding.Chroma.FULL_444, false);
    public static final Encoding.Png PNG = new Encoding.Png(6, 8);

    private Renders() {}

    public static VariantRequest variant(Path folder, int width, int height, Encoding encoding) {
        var name = width + "x" + height + "-" + encoding.hashCode() + "."
                + encoding.format().extension();
        return new VariantRequest(name, new PixelSize(width, height), encoding, folder.resolve(name));
    }

    public static SourceInfo probed(ImageEngine engine, Path source) throws CancelledException {
        return done(engine.probe(source, CancellationToken.never()));
    }

    public static RenderRequest request(
            ImageEngine engine, Path source, MetadataPolicy policy, VariantRequest... variants)
            throws CancelledException {
        return new RenderRequest(source, probed(engine, source), List.of(variants), policy, Limits.STANDARD);
    }

    public static List<VariantResult> render(
            ImageEngine engine, Path source, MetadataPolicy policy, VariantRequest... variants)
            throws CancelledException {
        var cancellation = RenderCancellation.of(CancellationToken.never(), variants.length);
        return done(engine.render(request(engine, source, policy, variants), RenderListener.SILENT, cancellation));
    }

    /// Renders and expects every variant to be written.
    public static void renderAll(ImageEngine engine, Path source, MetadataPolicy policy, VariantRequest... variants)
            throws CancelledException {
        var results = render(engine, source, policy, variants);
        assertThat(results)
                .hasSameSizeAs(Arrays.asList(variants))
                .allSatisfy(result -> assertThat(result).isInstanceOf(VariantResult.Rendered.class));
    }

    public static <T> T done(EngineResult<T> result) {
        if (result instanceof EngineResult.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("expected a value but received " + result);
    }

    public static <T> EngineFailure failureOf(EngineResult<T> result) {
        if (result instanceof EngineResult.Failed<T> failed) {
            return failed.failure();
        }
        throw new AssertionError("expected a failure but received " + result);
    }

    /// Notes what a render tells, one word each; an engine may tell it on several threads.
    public static final class Notes implements RenderListener {

        public final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void decoding() {
            heard.add("decoding");
        }

        @Override
        public void resizing(int variant) {
            heard.add("resizing " + variant);
        }

        @Override
        public void encoding(int variant) {
            heard.add("encoding " + variant);
        }

        @Override
        public void finished(int variant, VariantResult result) {
            heard.add("finished " + variant);
        }
    }
}
