package offprint.engine.header;

import java.util.Optional;
import java.util.Set;
import offprint.image.ExifBlock;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.MetadataPolicy.Group;

/// Builds the EXIF of the outputs from nothing: a field gets there only when a group that is kept names it. Maker
/// notes, serial numbers, owner names, thumbnails, XMP and IPTC are never copied, so nothing can hide in them; the
/// XMP and IPTC twins of kept fields are lost with them.
final class KeptMetadata {

    private static final int MAX_FIELD_BYTES = 4_096;
    private static final int MAX_TYPE = 12;

    private static final Set<Integer> RIGHTS = Set.of(0x013B, 0x8298);
    private static final Set<Integer> MAKER = Set.of(0x010F, 0x0110);
    private static final Set<Integer> CHANGED = Set.of(0x0132);
    private static final Set<Integer> TITLES = Set.of(0x010E, 0x4746, 0x4749, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F);

    /// Exposure and lens; of CIPA DC-008 table 7, without owner (0xA430) and serial numbers (0xA431, 0xA435).
    private static final Set<Integer> EXPOSURE = Set.of(
            0x829A, 0x829D, 0x8822, 0x8827, 0x8830, 0x8831, 0x8832, 0x9201, 0x9202, 0x9203, 0x9204, 0x9205, 0x9206,
            0x9207, 0x9208, 0x9209, 0x920A, 0xA20E, 0xA20F, 0xA210, 0xA217, 0xA402, 0xA403, 0xA404, 0xA405, 0xA406,
            0xA407, 0xA408, 0xA409, 0xA40A, 0xA40C, 0xA432, 0xA433, 0xA434);

    private static final Set<Integer> TAKEN = Set.of(0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292);

    private KeptMetadata() {}

    static Optional<ExifBlock> of(Exif source, MetadataPolicy policy) {
        var block = new ExifBlock();
        if (policy.keeps(Group.COPYRIGHT)) {
            copy(source.main(), RIGHTS, block, ExifBlock.Directory.MAIN);
        }
        if (policy.keeps(Group.CAMERA)) {
            copy(source.main(), MAKER, block, ExifBlock.Directory.MAIN);
            copy(source.exif(), EXPOSURE, block, ExifBlock.Directory.EXIF);
        }
        if (policy.keeps(Group.DATE)) {
            copy(source.main(), CHANGED, block, ExifBlock.Directory.MAIN);
            copy(source.exif(), TAKEN, block, ExifBlock.Directory.EXIF);
        }
        if (policy.keeps(Group.DESCRIPTION)) {
            copy(source.main(), TITLES, block, ExifBlock.Directory.MAIN);
        }
        if (policy.keeps(Group.GPS)) {
            source.gps().ifPresent(gps -> copy(source.gps(), gps.fields().keySet(), block, ExifBlock.Directory.GPS));
        }
        return block.isEmpty() ? Optional.empty() : Optional.of(block);
    }

    private static void copy(
            Optional<TiffFields.Directory> from, Set<Integer> tags, ExifBlock into, ExifBlock.Directory directory) {
        from.ifPresent(source -> source.fields().forEach((tag, field) -> {
            boolean sound = field.type() <= MAX_TYPE && field.value().length <= MAX_FIELD_BYTES && field.count() > 0;
            if (tags.contains(tag) && sound) {
                into.field(directory, tag, field.type(), field.littleEndian());
            }
        }));
    }
}
