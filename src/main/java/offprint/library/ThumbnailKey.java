package offprint.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/// What a stored thumbnail is of: the content of a photo, whatever its file is called and wherever it lies, at a size,
/// by a maker. Two photos are taken for one when length, modification time, beginning and end are the same; the time
/// stands for what a program changes in the middle.
///
/// @param fileBytes length of the photo's file
/// @param modifiedMillis its modification time, since 1970
/// @param headCrc CRC-32 of its first [#ENDS_BYTES] bytes
/// @param tailCrc CRC-32C of its last [#ENDS_BYTES] bytes
/// @param boxPx side of the square that the thumbnail fits into
/// @param maker who made it, such as `vips`
record ThumbnailKey(long fileBytes, long modifiedMillis, int headCrc, int tailCrc, int boxPx, String maker) {

    /// How much of both ends is looked at: the camera's data with its clock and counters stand in front, the end of
    /// the picture itself behind.
    static final int ENDS_BYTES = 8_192;

    /// Of the form of the file and of how thumbnails are made: another one never meets the files of this one.
    private static final int VERSION = 1;

    /// Looks at the file as it is now. Blocks, for workers.
    static ThumbnailKey of(Path photo, int boxPx, String maker) throws IOException {
        var attributes = Files.readAttributes(photo, BasicFileAttributes.class);
        long bytes = attributes.size();
        var end = ByteBuffer.allocate(ENDS_BYTES);
        try (var channel = FileChannel.open(photo, StandardOpenOption.READ)) {
            return new ThumbnailKey(
                    bytes,
                    attributes.lastModifiedTime().toMillis(),
                    checksum(new CRC32(), end, channel, 0),
                    checksum(new CRC32C(), end, channel, Math.max(0, bytes - ENDS_BYTES)),
                    boxPx,
                    maker);
        }
    }

    /// Whether the file still has the length and time that this was made of.
    boolean stillFits(Path photo) throws IOException {
        var now = Files.readAttributes(photo, BasicFileAttributes.class);
        return now.size() == fileBytes && now.lastModifiedTime().toMillis() == modifiedMillis;
    }

    private static int checksum(Checksum checksum, ByteBuffer buffer, FileChannel channel, long from)
            throws IOException {
        buffer.clear();
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
            // a channel may give less than there is room for
        }
        checksum.update(buffer.flip());
        return (int) checksum.getValue();
    }

    /// A name that any file system takes, the same for the same key.
    String fileName() {
        return String.format(
                "%08x%08x-%x-%x-%d-%s%d" + ThumbnailCache.EXTENSION,
                headCrc,
                tailCrc,
                fileBytes,
                modifiedMillis,
                boxPx,
                maker.replaceAll("[^a-z0-9]", ""),
                VERSION);
    }

    /// Where it lies: one of 256 folders, so that none grows beyond what a file system likes.
    String folderName() {
        return String.format("%02x", (headCrc ^ tailCrc) & 0xFF);
    }
}
