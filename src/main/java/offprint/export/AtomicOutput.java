package offprint.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;

/// Brings a complete partial file to its target, so that the target is at every moment absent, what it was, or whole.
///
/// Stateless; blocks, for workers.
final class AtomicOutput {

    private static final System.Logger LOG = System.getLogger(AtomicOutput.class.getName());

    private final FileSteps steps;
    private final Patience patience;

    AtomicOutput(FileSteps steps, Patience patience) {
        this.steps = steps;
        this.patience = patience;
    }

    /// How long to wait for a file that another program holds open: on Windows a virus scanner or an indexer has a new
    /// file for a moment, and a move is denied until then.
    ///
    /// @param attempts 1 or more
    /// @param firstWait before the second attempt; doubled each time
    record Patience(int attempts, Duration firstWait) {

        static Patience ofThisSystem() {
            return new Patience(FileSteps.isWindows() ? 7 : 1, Duration.ofMillis(20));
        }
    }

    /// Makes the empty partial file.
    void create(Path partial) throws IOException {
        steps.createFolders(TargetNames.folder(partial));
        steps.createNew(partial);
    }

    /// Forces a complete partial file to the disk.
    void force(Path partial) throws IOException {
        steps.force(partial);
    }

    /// Gives a forced partial file its name, which must be free; no other program's file is ever lost to it.
    ///
    /// @return false when the name is taken; the partial file is still there then
    boolean placeNew(Path partial, Path target, CancellationToken cancellation) throws IOException, CancelledException {
        try {
            patiently(() -> steps.link(target, partial), cancellation);
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (UnsupportedOperationException | FileSystemException noHardLinks) {
            if (!claimAndMove(partial, target, cancellation)) {
                return false;
            }
        }
        settle(partial, target);
        return true;
    }

    /// Moves a forced partial file over the target in one step.
    void placeOver(Path partial, Path target, CancellationToken cancellation) throws IOException, CancelledException {
        patiently(() -> steps.replace(partial, target), cancellation);
        settle(partial, target);
    }

    /// Removes a partial file, if it is there, whatever happened.
    void discard(Path partial) {
        for (int attempt = 0; ; attempt++) {
            try {
                steps.delete(partial);
                return;
            } catch (IOException failure) {
                if (isBelowAFile(partial)) {
                    return; // it never was
                }
                if (attempt >= patience.attempts()) {
                    LOG.log(Level.WARNING, "a partial file could not be removed: " + partial, failure);
                    return;
                }
            }
        }
    }

    private static boolean isBelowAFile(Path path) {
        for (var folder = path.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder)) {
                return true;
            }
        }
        return false;
    }

    /// Without hard links (FAT, some network disks): an empty file of our own claims the name, and the move goes over
    /// it.
    private boolean claimAndMove(Path partial, Path target, CancellationToken cancellation)
            throws IOException, CancelledException {
        try {
            steps.createNew(target);
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
        boolean moved = false;
        try {
            patiently(() -> steps.replace(partial, target), cancellation);
            moved = true;
        } finally {
            if (!moved && isEmptyFile(target)) {
                discard(target);
            }
        }
        return true;
    }

    private static boolean isEmptyFile(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() && attributes.size() == 0;
        } catch (IOException gone) {
            return false;
        }
    }

    /// The output is at its place and whole; what fails from here on costs the second name of a linked file, or, on a
    /// disk that can't force a folder, some seconds in which a power cut would take it back.
    private void settle(Path partial, Path target) {
        discard(partial);
        try {
            steps.forceFolder(TargetNames.folder(target));
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "a folder could not be forced to the disk: " + target.getParent(), failure);
        }
    }

    private void patiently(Step step, CancellationToken cancellation) throws IOException, CancelledException {
        var wait = patience.firstWait();
        for (int attempt = 1; ; attempt++) {
            cancellation.throwIfCancelled();
            try {
                step.run();
                return;
            } catch (AccessDeniedException denied) {
                if (attempt >= patience.attempts()) {
                    throw denied;
                }
            }
            pause(wait, cancellation);
            wait = wait.multipliedBy(2);
        }
    }

    private static void pause(Duration wait, CancellationToken cancellation) throws IOException {
        var cancelled = new CountDownLatch(1);
        var hook = cancellation.onCancel(cancelled::countDown);
        try {
            if (cancelled.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.log(Level.DEBUG, "a wait for a held file was cancelled");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another program held the file");
        } finally {
            hook.close();
        }
    }

    /// A step that the disk may refuse.
    private interface Step {
        void run() throws IOException;
    }
}
