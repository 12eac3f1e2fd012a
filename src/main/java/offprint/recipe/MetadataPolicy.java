package offprint.recipe;

import java.util.Set;

/// Which groups of the source's metadata are written into every variant; what is not kept is stripped.
///
/// The orientation is never kept, since pixels are written upright.
public record MetadataPolicy(Set<Group> keep) {

    /// Nothing but the profile: colours stay right, everything private stays home.
    public static final MetadataPolicy STRIP = new MetadataPolicy(Set.of(Group.PROFILE));

    public MetadataPolicy {
        keep = Set.copyOf(keep);
    }

    public boolean keeps(Group group) {
        return keep.contains(group);
    }

    /// Groups in the words of a recipe (lower case there).
    public enum Group {
        /// Creator, copyright and rights: EXIF Artist and Copyright. An engine may keep their XMP and IPTC twins, and
        /// none that is part of Offprint does.
        COPYRIGHT,
        /// The colour profile; without it the pixels are converted to sRGB.
        PROFILE,
        /// Camera, lens and exposure (EXIF), without GPS and serial numbers.
        CAMERA,
        /// When it was taken.
        DATE,
        /// Where it was taken (EXIF GPS).
        GPS,
        /// Title, caption, keywords and rating, as far as EXIF has them.
        DESCRIPTION
    }
}
