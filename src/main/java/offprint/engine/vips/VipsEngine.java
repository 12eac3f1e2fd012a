package offprint.engine.vips;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Assistants;
import offprint.engine.Capabilities;
import offprint.engine.DamagedPhotos;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.engine.EngineResult;
import offprint.engine.ImageEngine;
import offprint.engine.Limits;
import offprint.engine.RenderCancellation;
import offprint.engine.RenderListener;
import offprint.engine.RenderRequest;
import offprint.engine.ThumbnailRequest;
import offprint.engine.VariantRequest;
import offprint.engine.VariantResult;
import offprint.engine.View;
import offprint.engine.Workpiece;
import offprint.engine.header.Probe;
import offprint.image.ImageFormat;
import offprint.image.Pixels;
import offprint.image.SourceInfo;
import offprint.recipe.Encoding;

/// The fast engine: libvips decodes, reduces, converts and encodes; reads JPEG, PNG, TIFF, WebP, AVIF and GIF, writes
/// JPEG, PNG, TIFF, WebP and AVIF, as far as the library that was found has them.
///
/// What can't be stopped midway (writing AVIF, large WebP and JPEG by mozjpeg, reading WebP and AVIF) is done in a
/// process of its own where it takes long, which a cancel kills; where no process can be started it runs to its end.
/// What it does not do: XMP and IPTC (a kept group is kept in EXIF only). Memory is outside of the heap.
public final class VipsEngine implements ImageEngine {

    private final Vips vips;
    private final Capabilities capabilities;
    private final VipsRendering.Tools tools;
    private final VipsThumbnails thumbnails;
    private final PixelEncoding pixelEncoding;
    private final CodecProcesses codecs;

    /// An engine that takes a damaged photo for a failure.
    public VipsEngine(VipsAvailability.Available library, Assistants assistants) {
        this(library, assistants, DamagedPhotos.FAIL);
    }

    /// @param assistants who help to encode the variants of one photo
    public VipsEngine(VipsAvailability.Available library, Assistants assistants, DamagedPhotos damaged) {
        this(library, assistants, damaged, CodecProcesses.of(library));
    }

    /// @param codecs owned and closed by this
    VipsEngine(
            VipsAvailability.Available library, Assistants assistants, DamagedPhotos damaged, CodecProcesses codecs) {
        this.codecs = codecs;
        vips = library.vips();
        capabilities = capabilitiesOf(vips);
        var reader = new SourceReader(vips, damaged);
        var decoding = new Decoding(vips, reader, Optional.of(codecs));
        var saving = new Saving(vips, Optional.of(codecs));
        tools = new VipsRendering.Tools(vips, decoding, saving, assistants);
        thumbnails = new VipsThumbnails(vips, new Decoding(vips, reader));
        pixelEncoding = new PixelEncoding(vips, saving);
    }

    private static Capabilities capabilitiesOf(Vips vips) {
        var readable = EnumSet.noneOf(ImageFormat.class);
        var writable = EnumSet.noneOf(ImageFormat.class);
        for (var format : ImageFormat.values()) {
            boolean read = switch (format) {
                case JPEG, PNG, TIFF, WEBP, AVIF, GIF -> true;
                case HEIC, JXL, BMP, PSD, RAW -> false;
            };
            if (read && vips.has(SourceReader.loaderOf(format))) {
                readable.add(format);
            }
            if (Saving.canWrite(vips, format)) {
                writable.add(format);
            }
        }
        return new Capabilities(readable, writable);
    }

    @Override
    public String name() {
        return "vips";
    }

    @Override
    public String description() {
        var remark = codecs.reasonAgainst()
                .map(reason -> "; what takes long in one piece can't be stopped midway: " + reason);
        return "libvips " + vips.version() + remark.orElse("");
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public EngineResult<SourceInfo> probe(Path source, CancellationToken cancellation) throws CancelledException {
        cancellation.throwIfCancelled();
        try {
            var info = Probe.info(source);
            return capabilities.reads(info.format())
                    ? EngineResult.done(info)
                    : EngineResult.failed(new EngineFailure.UnsupportedFormat(
                            "this libvips does not read " + info.format().label() + "."));
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
        try {
            return EngineResult.done(pixelEncoding.write(pixels, encoding, partialFile, cancellation));
        } catch (EngineProblem problem) {
            return EngineResult.failed(problem.failure());
        }
    }

    @Override
    public EngineResult<Pixels> view(Path picture, View view, Limits limits, CancellationToken cancellation)
            throws CancelledException {
        try {
            return EngineResult.done(thumbnails.view(picture, view, limits, cancellation));
        } catch (EngineProblem problem) {
            return EngineResult.failed(problem.failure());
        }
    }

    @Override
    public EngineResult<Workpiece> prepare(RenderRequest request, CancellationToken cancellation)
            throws CancelledException {
        var tokens = RenderCancellation.of(cancellation, request.variants().size());
        try {
            return EngineResult.done(new VipsRendering(tools, request, RenderListener.SILENT, tokens).prepared());
        } catch (EngineProblem problem) {
            return EngineResult.failed(problem.failure());
        }
    }

    @Override
    public long estimateBytes(SourceInfo source, List<VariantRequest> variants) {
        return VipsBounds.estimate(source, variants);
    }

    @Override
    public EngineResult<List<VariantResult>> render(
            RenderRequest request, RenderListener listener, RenderCancellation cancellation) throws CancelledException {
        try {
            return EngineResult.done(new VipsRendering(tools, request, listener, cancellation).run());
        } catch (EngineProblem problem) {
            return EngineResult.failed(problem.failure());
        }
    }

    @Override
    public void rest() {
        codecs.rest();
        vips.heap().giveBack();
    }

    @Override
    public void close() {
        codecs.close();
    }
}
