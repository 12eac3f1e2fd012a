package offprint.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A listener of a scan that writes everything down, and whether it was ever called by two threads at once.
final class Listening implements PhotoScanner.ScanListener {

    private static final long PATIENCE_SECONDS = 30;

    final List<List<Photo>> batches = new ArrayList<>();
    final Map<Path, String> skipped = new ConcurrentHashMap<>();
    final List<PhotoScanner.Ending> endings = new ArrayList<>();
    final AtomicInteger callsAfterTheEnd = new AtomicInteger();
    final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch found = new CountDownLatch(1);

    private void call(Runnable body) {
        if (inside.incrementAndGet() > 1) {
            overlaps.incrementAndGet();
        }
        if (!endings.isEmpty()) {
            callsAfterTheEnd.incrementAndGet();
        }
        body.run();
        inside.decrementAndGet();
    }

    @Override
    public void found(List<Photo> photos) {
        call(() -> batches.add(photos));
        found.countDown();
    }

    @Override
    public void skipped(Path path, String reason) {
        call(() -> skipped.put(path, reason));
    }

    @Override
    public void ended(PhotoScanner.Ending ending) {
        call(() -> endings.add(ending));
        ended.countDown();
    }

    void awaitFound() {
        await(found);
    }

    PhotoScanner.Ending awaitEnd() {
        await(ended);
        return endings.getFirst();
    }

    List<Photo> photos() {
        return batches.stream().flatMap(List::stream).toList();
    }

    List<String> names() {
        return photos().stream()
                .map(photo -> photo.file().getFileName().toString())
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing came");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
