package offprint.engine.embedded;

import java.awt.color.ICC_Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import offprint.cancel.CancelledException;
import offprint.engine.Poll;
import offprint.image.Orientation;
import offprint.image.PixelSize;

/// The sizes of one photo that are in memory. Each new one is made from the nearest larger one; turning and colour
/// conversion happen once, after the first reduction, where they cost least.
final class Renditions {

    private Optional<Samples> decoded;
    private final Orientation orientation;
    private final Optional<ICC_Profile> toConvert;
    private final PixelSize fullSize;
    private final List<Samples> upright = new ArrayList<>();

    /// @param decoded as stored, premultiplied where it has alpha
    /// @param toConvert the profile from which to convert to sRGB; empty when pixels stay as they are
    Renditions(Samples decoded, Orientation orientation, Optional<ICC_Profile> toConvert) {
        this.decoded = Optional.of(decoded);
        this.orientation = orientation;
        this.toConvert = toConvert;
        this.fullSize = orientation.upright(new PixelSize(decoded.width(), decoded.height()));
    }

    Samples at(PixelSize size, Poll poll) throws CancelledException {
        var source = upright.stream()
                .filter(made -> sizeOf(made).covers(size))
                .min(Comparator.comparingLong(made -> sizeOf(made).pixels()));
        if (source.isPresent()) {
            return resized(source.get(), size, poll);
        }
        boolean reduces = fullSize.covers(size) && !fullSize.equals(size);
        var base = decoded.orElseThrow();
        var first = reduces ? resizedStored(base, size, poll) : base;
        var finished = converted(Orienting.upright(first, orientation, poll), poll);
        upright.add(finished);
        return resized(finished, size, poll);
    }

    /// Lets go of what none of the sizes needs any more.
    void keepOnlyFor(List<PixelSize> remaining) {
        var source = upright.stream()
                .filter(made -> remaining.stream().allMatch(sizeOf(made)::covers))
                .min(Comparator.comparingLong(made -> sizeOf(made).pixels()));
        if (source.isPresent()) {
            decoded = Optional.empty();
            upright.retainAll(List.of(source.get()));
        }
    }

    private Samples resized(Samples source, PixelSize size, Poll poll) throws CancelledException {
        if (sizeOf(source).equals(size)) {
            return source;
        }
        var made = Resampler.resize(source, size.widthPx(), size.heightPx(), poll);
        if (fullSize.covers(size)) {
            upright.add(made);
        }
        return made;
    }

    private Samples resizedStored(Samples base, PixelSize size, Poll poll) throws CancelledException {
        var stored = orientation.swapsAxes() ? size.transposed() : size;
        return Resampler.resize(base, stored.widthPx(), stored.heightPx(), poll);
    }

    private Samples converted(Samples picture, Poll poll) throws CancelledException {
        return toConvert.isPresent() ? Colours.toSrgb(picture, toConvert.get(), poll) : picture;
    }

    private static PixelSize sizeOf(Samples samples) {
        return new PixelSize(samples.width(), samples.height());
    }
}
