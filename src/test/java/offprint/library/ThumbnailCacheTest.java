package offprint.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import offprint.cancel.CancellationToken;
import offprint.image.PixelSize;
import offprint.image.Pixels;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailCacheTest {

    private static final int FILE_BYTES = 16 + 64 * 64 * 3 / 2;

    @TempDir
    private Path temp;

    private Instant now = Instant.parse("2026-05-01T10:00:00Z");

    private Path root() {
        return temp.resolve("thumbnails");
    }

    private ThumbnailCache cache(long capacityBytes) {
        return new ThumbnailCache(root(), capacityBytes, () -> now);
    }

    private static ThumbnailKey key(int number) {
        return new ThumbnailKey(24_000_000, 1_777_000_000_000L, number, 7, 192, "vips");
    }

    private static Pixels grey(int shade) {
        var pixels = Pixels.allocate(new PixelSize(64, 64));
        for (long at = 0; at < pixels.byteSize(); at++) {
            pixels.segment().set(ValueLayout.JAVA_BYTE, at, at % 4 == 3 ? (byte) -1 : (byte) shade);
        }
        return pixels;
    }

    private static void write(ThumbnailCache cache, int number, int shade) {
        try (var pixels = grey(shade)) {
            cache.write(key(number), pixels);
        }
    }

    /// The shade of what is stored, or -1.
    private static int read(ThumbnailCache cache, int number) {
        var found = cache.read(key(number));
        if (found.isEmpty()) {
            return -1;
        }
        try (var pixels = found.get()) {
            return pixels.segment().get(ValueLayout.JAVA_BYTE, 0) & 0xFF;
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(root())) {
            return List.of();
        }
        try (var all = Files.walk(root())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Path fileOf(int number) {
        return root().resolve(key(number).folderName()).resolve(key(number).fileName());
    }

    private void usedAt(int number, Instant when) throws IOException {
        Files.setLastModifiedTime(fileOf(number), FileTime.from(when));
    }

    @Nested
    class AThumbnail {

        @Test
        void isThereForAnotherRunOfTheProgram() throws IOException {
            write(cache(1_000_000), 1, 77);

            assertThat(read(cache(1_000_000), 1)).isEqualTo(77);
            assertThat(read(cache(1_000_000), 2)).isEqualTo(-1);
            assertThat(cache(1_000_000).usage()).isEqualTo(new ThumbnailCache.Usage(1, FILE_BYTES));
        }

        @Test
        void leavesNothingElseBehind() throws IOException {
            write(cache(1_000_000), 1, 77);
            assertThat(files()).containsExactly(fileOf(1));
        }

        @Test
        void isForItsUsersEyesAlone() throws IOException {
            assumeThat(temp.getFileSystem().supportedFileAttributeViews()).contains("posix");
            write(cache(1_000_000), 1, 77);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root())))
                    .isEqualTo("rwx------");
        }

        @Test
        void isForgottenAndDeletedWhenDamaged() throws IOException {
            write(cache(1_000_000), 1, 77);
            var bytes = Files.readAllBytes(fileOf(1));
            bytes[500] ^= 4;
            Files.write(fileOf(1), bytes);

            assertThat(read(cache(1_000_000), 1)).isEqualTo(-1);
            assertThat(fileOf(1)).doesNotExist();
        }

        @Test
        void isForgottenWhenHalfWritten() throws IOException {
            write(cache(1_000_000), 1, 77);
            Files.write(fileOf(1), java.util.Arrays.copyOf(Files.readAllBytes(fileOf(1)), 1_000));

            assertThat(read(cache(1_000_000), 1)).isEqualTo(-1);
            write(cache(1_000_000), 1, 78);
            assertThat(read(cache(1_000_000), 1)).isEqualTo(78);
        }

        /// Whoever reads it meanwhile reads on in what it was.
        @Test
        void isReplacedAsAWholeAndNeverWrittenAgain() throws IOException {
            write(cache(1_000_000), 1, 77);
            var before = Files.readAllBytes(fileOf(1));
            try (var reader = Files.newInputStream(fileOf(1))) {
                write(cache(1_000_000), 1, 88);
                assertThat(reader.readAllBytes()).isEqualTo(before);
            }
            assertThat(read(cache(1_000_000), 1)).isEqualTo(88);
        }

        @Test
        void isNotReadFromAHugeFileInItsPlace() throws IOException {
            write(cache(1_000_000), 1, 77);
            try (var channel = Files.newByteChannel(fileOf(1), java.nio.file.StandardOpenOption.WRITE)) {
                channel.position(3L << 30).write(java.nio.ByteBuffer.wrap(new byte[1]));
            }
            assertThat(read(cache(1_000_000), 1)).isEqualTo(-1);
        }
    }

    @Nested
    class ADiskThatRefuses {

        @Test
        void costsNothingButTheKeeping() throws IOException {
            Files.writeString(root(), "a file where the folder should be");
            write(cache(1_000_000), 1, 77);

            assertThat(read(cache(1_000_000), 1)).isEqualTo(-1);
            cache(1_000_000).tidy(CancellationToken.never());
            assertThat(root()).hasContent("a file where the folder should be");
        }

        @Test
        void keepsNothingHalf() throws IOException {
            Files.createDirectories(fileOf(1).resolve("a folder where the file should be"));
            write(cache(1_000_000), 1, 77);

            assertThat(files()).isEmpty();
            assertThat(read(cache(1_000_000), 1)).isEqualTo(-1);
        }
    }

    @Nested
    class Tidying {

        @Test
        void letsTheLeastRecentlyUsedGoFirst() throws IOException {
            var cache = cache(10L * FILE_BYTES);
            for (int i = 0; i < 12; i++) {
                write(cache, i, i);
                usedAt(i, now.minus(Duration.ofDays(20 - i)));
            }
            assertThat(read(cache, 0)).isZero();

            cache.tidy(CancellationToken.never());

            assertThat(cache.usage().thumbnails()).isEqualTo(9);
            assertThat(List.of(read(cache, 1), read(cache, 2), read(cache, 3))).containsOnly(-1);
            assertThat(read(cache, 0)).as("read a moment ago").isZero();
            assertThat(read(cache, 11)).isEqualTo(11);
        }

        @Test
        void leavesAFolderThatIsNotFullAlone() throws IOException {
            var cache = cache(10L * FILE_BYTES);
            for (int i = 0; i < 10; i++) {
                write(cache, i, i);
            }
            cache.tidy(CancellationToken.never());
            assertThat(cache.usage().thumbnails()).isEqualTo(10);
        }

        @Test
        void isDueAtFirstAndAfterEachTwentiethOfTheCapacity() {
            var cache = cache(40L * FILE_BYTES);
            write(cache, 1, 1);
            assertThat(cache.isUntidy()).isTrue();
            assertThat(cache.isUntidy()).isFalse();
            write(cache, 2, 2);
            write(cache, 3, 3);
            assertThat(cache.isUntidy()).isFalse();
            write(cache, 4, 4);
            assertThat(cache.isUntidy()).isTrue();
        }

        @Test
        void putsAwayWhatAKilledProgramLeftAndNothingForeign() throws IOException {
            var cache = cache(1);
            write(cache, 1, 1);
            var folder = root().resolve(key(1).folderName());
            var dead = Files.write(folder.resolve("dead.part"), new byte[10]);
            var alive = Files.write(folder.resolve("alive.part"), new byte[10]);
            var foreign = Files.write(folder.resolve("holiday.jpg"), new byte[10]);
            var elsewhere = Files.createDirectories(root().resolve("elsewhere")).resolve("x.thumbnail");
            Files.write(elsewhere, new byte[10]);
            Files.setLastModifiedTime(dead, FileTime.from(now.minus(Duration.ofHours(2))));
            Files.setLastModifiedTime(alive, FileTime.from(now.minus(Duration.ofMinutes(2))));

            cache.tidy(CancellationToken.never());

            assertThat(dead).doesNotExist();
            assertThat(fileOf(1)).doesNotExist();
            assertThat(files()).containsExactlyInAnyOrder(alive, foreign, elsewhere);
        }

        @Test
        void followsNoLinks() throws IOException {
            var precious = Files.write(
                    Files.createDirectories(temp.resolve("precious")).resolve("mine.thumbnail"), new byte[10]);
            Files.createDirectories(root());
            Files.createSymbolicLink(root().resolve("ab"), temp.resolve("precious"));

            cache(1).tidy(CancellationToken.never());
            cache(1).clear();

            assertThat(precious).exists();
        }
    }

    @Test
    void severalCopiesOfTheProgramNeverSeeAHalfOrAWrongOne() throws Exception {
        try (var copies = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<Future<Integer>>();
            for (int copy = 0; copy < 4; copy++) {
                var cache = cache(6L * FILE_BYTES);
                var random = new Random(copy);
                running.add(copies.submit(() -> {
                    int seen = 0;
                    for (int i = 0; i < 2_000; i++) {
                        int number = random.nextInt(16);
                        switch (random.nextInt(8)) {
                            case 0 -> cache.tidy(CancellationToken.never());
                            case 1, 2 -> write(cache, number, 3 * number);
                            default -> {
                                int shade = read(cache, number);
                                assertThat(shade).isIn(-1, 3 * number);
                                seen += shade < 0 ? 0 : 1;
                            }
                        }
                    }
                    return seen;
                }));
            }
            for (var copy : running) {
                assertThat(copy.get()).isGreaterThan(100);
            }
        }
        assertThat(files()).noneMatch(file -> file.toString().endsWith(".part"));
    }

    @Nested
    class TheKey {

        private Path photo(String name, int length, int changedAt) throws IOException {
            var bytes = new byte[length];
            new Random(3).nextBytes(bytes);
            if (changedAt >= 0) {
                bytes[changedAt] ^= 1;
            }
            var file = Files.write(temp.resolve(name), bytes);
            Files.setLastModifiedTime(file, FileTime.from(now));
            return file;
        }

        private String name(Path file) throws IOException {
            return ThumbnailKey.of(file, 192, "vips").fileName();
        }

        @Test
        void isTheSameForAPhotoThatWasMovedOrCopied() throws IOException {
            assertThat(name(photo("a.jpg", 100_000, -1))).isEqualTo(name(photo("b.jpg", 100_000, -1)));
        }

        @Test
        void differsByBeginningEndLengthTimeSizeAndMaker() throws IOException {
            var a = photo("a.jpg", 100_000, -1);
            var later = photo("later.jpg", 100_000, -1);
            Files.setLastModifiedTime(later, FileTime.from(now.plusSeconds(1)));
            assertThat(List.of(
                            name(a),
                            name(photo("b.jpg", 100_000, 50)),
                            name(photo("c.jpg", 100_000, 99_999)),
                            name(photo("d.jpg", 100_001, -1)),
                            name(later),
                            ThumbnailKey.of(a, 320, "vips").fileName(),
                            ThumbnailKey.of(a, 192, "embedded").fileName()))
                    .doesNotHaveDuplicates();
        }

        @Test
        void noticesThatThePhotoWasWrittenSince() throws IOException {
            var file = photo("a.jpg", 10, -1);
            var key = ThumbnailKey.of(file, 192, "vips");
            assertThat(key.stillFits(file)).isTrue();
            Files.setLastModifiedTime(file, FileTime.from(now.plusSeconds(1)));
            assertThat(key.stillFits(file)).isFalse();
        }

        @Test
        void fitsEveryFileSystem() throws IOException {
            var name =
                    ThumbnailKey.of(photo("a.jpg", 0, -1), 320, "Em:/bedded ü").fileName();
            assertThat(name).matches("[0-9a-z.-]{1,100}");
        }
    }
}
