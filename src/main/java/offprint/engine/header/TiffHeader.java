package offprint.engine.header;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import offprint.engine.EngineFailure;
import offprint.engine.EngineProblem;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;

/// Reads the first directory of a TIFF, and counts the rest.
final class TiffHeader {

    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_LENGTHS = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;

    private TiffHeader() {}

    static Header read(ByteSource source) throws IOException, EngineProblem {
        var chain = directories(source);
        var first = chain.getFirst();
        long width = first.number(256).orElse(0L);
        long height = first.number(257).orElse(0L);
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new EngineProblem(
                    new EngineFailure.DamagedSource("its header says " + width + " × " + height + " px"));
        }
        int samples = first.number(277).orElse(1L).intValue();
        int bits = first.number(258).orElse(1L).intValue();
        long photometric = first.number(262).orElse(1L);
        boolean alpha = first.number(338).isPresent() && samples != 3;
        int bands = photometric == 3 ? 3 : Math.clamp(samples, 1, 16);
        return Header.of(
                        ImageFormat.TIFF,
                        new PixelSize((int) width, (int) height),
                        bands,
                        Math.clamp(bits, 1, 64),
                        alpha,
                        chain.size())
                .withExif(Optional.empty())
                .withIcc(first.field(34_675).map(TiffFields.Field::value), List.of())
                .withTiffOrientation(first.number(274).map(Long::intValue));
    }

    /// Fails when a strip or a tile of the first picture lies outside of the file.
    static void requireWhole(ByteSource source) throws IOException, EngineProblem {
        var first = directories(source).getFirst();
        boolean tiled = first.field(TILE_OFFSETS).isPresent();
        var offsets = first.field(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
        var lengths = first.field(tiled ? TILE_LENGTHS : STRIP_LENGTHS);
        if (offsets.isEmpty()) {
            throw new EngineProblem(new EngineFailure.TruncatedSource("its pixels are missing"));
        }
        for (int i = 0; i < offsets.get().count(); i++) {
            int index = i;
            long from = offsets.get().number(i).orElse(0L);
            long length = lengths.flatMap(field -> field.number(index)).orElse(0L);
            if (from > source.size() || length > source.size() - from) {
                throw new EngineProblem(new EngineFailure.TruncatedSource("pixels are stored behind its end"));
            }
        }
    }

    private static List<TiffFields.Directory> directories(ByteSource source) throws IOException, EngineProblem {
        var fields = TiffFields.of(source);
        var chain = fields.isPresent() ? fields.get().chain() : List.<TiffFields.Directory>of();
        if (chain.isEmpty()) {
            throw new EngineProblem(new EngineFailure.TruncatedSource("its directory is missing"));
        }
        return chain;
    }
}
