package offprint.engine.header;

import java.util.List;
import java.util.Optional;
import offprint.image.ImageFormat;
import offprint.image.Orientation;
import offprint.image.PixelSize;

/// What a picture file's own container says, before anything is decoded.
///
/// @param bands as in [offprint.image.SourceInfo]
/// @param exif the TIFF structure of the EXIF block, without what a container puts before it
/// @param icc the colour profile, whole; empty when none is embedded or a part of it is missing
/// @param tiffOrientation the orientation of a TIFF's own directory, which has no separate EXIF block
/// @param turned the orientation that the container itself states, which wins over EXIF; of HEIF alone
/// @param iccSegments file offsets of the identifiers of a JPEG's ICC segments
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Header(
        ImageFormat format,
        PixelSize size,
        int bands,
        int bitsPerSample,
        boolean hasAlpha,
        int frames,
        Optional<byte[]> exif,
        Optional<byte[]> icc,
        Optional<Integer> tiffOrientation,
        Optional<Orientation> turned,
        List<Long> iccSegments) {

    static Header of(ImageFormat format, PixelSize size, int bands, int bitsPerSample, boolean hasAlpha, int frames) {
        return new Header(
                format,
                size,
                bands,
                bitsPerSample,
                hasAlpha,
                frames,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    Header withExif(Optional<byte[]> block) {
        return new Header(
                format, size, bands, bitsPerSample, hasAlpha, frames, block, icc, tiffOrientation, turned, iccSegments);
    }

    Header withIcc(Optional<byte[]> profile, List<Long> segments) {
        return new Header(
                format, size, bands, bitsPerSample, hasAlpha, frames, exif, profile, tiffOrientation, turned, segments);
    }

    Header withTiffOrientation(Optional<Integer> value) {
        return new Header(format, size, bands, bitsPerSample, hasAlpha, frames, exif, icc, value, turned, iccSegments);
    }

    Header withTurned(Orientation value) {
        return new Header(
                format,
                size,
                bands,
                bitsPerSample,
                hasAlpha,
                frames,
                exif,
                icc,
                tiffOrientation,
                Optional.of(value),
                iccSegments);
    }
}
