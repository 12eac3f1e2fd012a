package offprint.engine.vips;

import java.util.Optional;
import offprint.cancel.CancelledException;
import offprint.engine.header.Header;
import offprint.engine.header.SrgbProfile;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.MetadataPolicy.Group;

/// What becomes of a photo's colours: they stay in their own space with the profile beside them, or become sRGB.
///
/// A profile that *is* sRGB needs no conversion. CMYK always becomes sRGB, by its profile or by a common one, since
/// neither WebP nor PNG nor AVIF has it. The conversion is relative colorimetric with black-point compensation, as for
/// photographs between display spaces; through a profile of tables, such as CMYK's, it is perceptual.
///
/// @param embed the profile that is written beside the pixels; empty for sRGB
/// @param conversion what is done to the pixels
@SuppressWarnings("ArrayRecordComponent") // never compared
record Colouring(Optional<byte[]> embed, Conversion conversion) {

    enum Conversion {
        NONE,
        /// From the profile in the file.
        FROM_PROFILE,
        /// From CMYK whose profile is missing or broken.
        FROM_PLAIN_CMYK
    }

    static Colouring of(Header header, VipsImage decoded, MetadataPolicy policy) {
        boolean cmyk = decoded.interpretation() == VipsImage.CMYK;
        int colours = cmyk ? 4 : decoded.bands() - (decoded.hasAlpha() ? 1 : 0);
        var profile = header.icc().filter(icc -> SrgbProfile.fits(icc, colours));
        if (cmyk) {
            return new Colouring(
                    Optional.empty(), profile.isPresent() ? Conversion.FROM_PROFILE : Conversion.FROM_PLAIN_CMYK);
        }
        if (policy.keeps(Group.PROFILE)) {
            return new Colouring(profile, Conversion.NONE);
        }
        boolean differs = profile.isPresent() && !SrgbProfile.isSrgb(profile.get());
        return new Colouring(Optional.empty(), differs ? Conversion.FROM_PROFILE : Conversion.NONE);
    }

    /// For a format that can't hold this profile: its pixels must become sRGB.
    Colouring asSrgb() {
        boolean differs = embed.isPresent() && !SrgbProfile.isSrgb(embed.get());
        return new Colouring(Optional.empty(), differs ? Conversion.FROM_PROFILE : Conversion.NONE);
    }

    /// WebP and AVIF have no grey, so that a grey profile can't stand beside their pixels.
    boolean mustBecomeSrgb(ImageFormat format, VipsImage image) {
        boolean hasNoGrey = format == ImageFormat.WEBP || format == ImageFormat.AVIF;
        return hasNoGrey && embed.isPresent() && image.bands() < 3;
    }

    /// The picture at a size, and in sRGB where that is asked for.
    VipsImage shaped(Vips vips, VipsImage image, PixelSize size, boolean toSrgb)
            throws VipsException, CancelledException {
        try (var pipe = new Pipe(new Shaping(vips).resized(image, size))) {
            if (toSrgb) {
                pipe.through(made -> asSrgb().apply(vips, made));
            }
            return pipe.head().again();
        }
    }

    /// The picture in the space that it is written in. A profile that is broken inside counts as none.
    ///
    /// @param image carries the file's profile beside its pixels
    VipsImage apply(Vips vips, VipsImage image) throws VipsException, CancelledException {
        if (conversion == Conversion.NONE) {
            return image.again();
        }
        boolean cmyk = image.interpretation() == VipsImage.CMYK;
        boolean sixteen = image.isSixteenBits() && !cmyk;
        try (var call = vips.call("icc_transform")) {
            call.with("in", image)
                    .choose("output_profile", "srgb")
                    .choose("input_profile", cmyk ? "cmyk" : "srgb")
                    .with("embedded", conversion == Conversion.FROM_PROFILE)
                    .choose("intent", cmyk ? "perceptual" : "relative")
                    .with("black_point_compensation", true)
                    .with("depth", sixteen ? 16 : 8);
            return call.image();
        }
    }
}
