package offprint.engine.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Capabilities;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.EngineResult;
import offprint.engine.ImageEngine;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.engine.RenderRequest;
import offprint.engine.Stop;
import offprint.engine.ThumbnailRequest;
import offprint.engine.VariantRequest;
import offprint.engine.VariantResult;
import offprint.engine.header.Probe;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;

/// The engine in pure Java, but for WebP's encoder: reads JPEG, PNG, TIFF, WebP, GIF, BMP and PSD, writes JPEG, PNG,
/// TIFF and, where its native library loads, WebP.
///
/// What it does not do: AVIF; mozjpeg (the flag is met by optimised Huffman tables); XMP and IPTC (a kept group is
/// kept in EXIF only). A picture of sixteen bits stays so up to PNG and TIFF of sixteen bits, else it becomes eight.
/// CMYK becomes sRGB. WebP of a grey photo with a profile becomes sRGB, since WebP has no grey.
public final class EmbeddedEngine implements ImageEngine {

    private final Codecs codecs;
    private final Encoder encoder;
    private final Decoder decoder;
    private final Thumbnails thumbnails;

    public EmbeddedEngine() {
        codecs = new Codecs();
        encoder = new Encoder(codecs);
        decoder = new Decoder(codecs);
        thumbnails = new Thumbnails(decoder);
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public String description() {
        return "TwelveMonkeys 3.13.1 + imgscalr 4.2"
                + codecs.webpMissing()
                        .map(reason -> " (no WebP writing: " + reason + ")")
                        .orElse("");
    }

    @Override
    public Capabilities capabilities() {
        return codecs.capabilities();
    }

    @Override
    public EngineResult<SourceInfo> probe(Path source, CancellationToken cancellation) throws CancelledException {
        cancellation.throwIfCancelled();
        try {
            var info = Probe.info(source);
            return capabilities().reads(info.format())
                    ? EngineResult.done(info)
                    : EngineResult.failed(
                            new EngineFailure.UnsupportedFormat(info.format().label() + " needs the libvips engine."));
        } catch (EngineProblem problem) {
            return EngineResult.failed(problem.failure());
        }
    }

    @Override
    public EngineResult<Pixels> thumbnail(ThumbnailRequest request, CancellationToken cancellation)
            throws CancelledException {
        try {
            return EngineResult.done(thumbnails.make(request, cancellation));
        } catch (EngineProblem problem) {
            return EngineResult.failed(problem.failure());
        }
    }

    @Override
    public EngineResult<Long> encode(Pixels pixels, Encoding encoding, Path partialFile, CancellationToken cancellation)
            throws CancelledException {
        var stop = Stop.on(cancellation);
        try {
            encoder.requirePossible(encoding, pixels.size());
            var picture = PixelTransfer.fromPixels(pixels, stop);
            return EngineResult.done(
                    encoder.write(picture, encoding, OutputMetadata.NONE, partialFile, stop, fraction -> {}));
        } catch (EngineProblem | IOException | OutOfMemoryError thrown) {
            cancellation.throwIfCancelled();
            var expected = new Failures.Expected(pixels.byteSize() * 3);
            return EngineResult.failed(Failures.ofEncoding(encoding.format(), thrown, expected));
        }
    }

    @Override
    public long estimateBytes(SourceInfo source, List<VariantRequest> variants) {
        return Bounds.estimate(source, variants);
    }

    @Override
    public EngineResult<List<VariantResult>> render(
            RenderRequest request, RenderListener listener, RenderCancellation cancellation) throws CancelledException {
        try {
            return EngineResult.done(new Rendering(decoder, encoder, request, listener, cancellation).run());
        } catch (EngineProblem problem) {
            return EngineResult.failed(problem.failure());
        }
    }
}
