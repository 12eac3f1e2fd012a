package offprint.export;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import offprint.cancel.CancellationToken;
import offprint.cancel.CancelledException;
import offprint.engine.Engines;
import offprint.engine.Limits;
import offprint.library.Photo;
import offprint.pool.Priority;
import offprint.pool.WorkerPool;
import offprint.recipe.Recipe;
import offprint.storage.AtomicText;

/// Exports photos: plans, feeds the pool without ever filling it, and keeps one row a photo for whoever watches.
///
/// Rows of later batches are added behind those of earlier ones, so that a drop while it runs just adds. Any thread may
/// call it; but for [#plan] and [#usableBytes] every method returns at once and touches no disk.
public final class ExportService implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ExportService.class.getName());

    private final ExportJournal journal;
    private final ExportRows rows;
    private final RowEndings endings;
    private final ExportPlanner planner;
    private final ExportFeeder feeder;
    private final ExportCommands commands;
    private final BatchOpener opener;
    private final PhotoScan scan;
    private final Errands errands;
    private final Pace pace;
    private final IdleWatch idle;
    private final Engines engines;
    private final PoliteMode polite;
    private final BatchHistory history;
    private final HistoryKeeper keeper;
    private final InstantSource wall;

    /// Cancels of many rows that are under way; nothing new starts meanwhile.
    private final AtomicInteger sweeping = new AtomicInteger();

    private final FileSteps steps;
    private final Set<ExportBatch> running = ConcurrentHashMap.newKeySet();

    public ExportService(Engines engines, WorkerPool pool, Limits limits, ExportJournal journal, BatchHistory history) {
        this(engines, pool, limits, new Records(journal, history), Surroundings.OF_THIS_SYSTEM);
    }

    /// What is kept on disk about batches.
    record Records(ExportJournal journal, BatchHistory history) {}

    /// The system around it, as a seam.
    record Surroundings(FileSteps steps, AtomicOutput.Patience patience, PowerSupply power, Clocks clocks) {
        static final Surroundings OF_THIS_SYSTEM = new Surroundings(
                FileSteps.DISK, AtomicOutput.Patience.ofThisSystem(), PowerSupply.ofThisSystem(), Clocks.SYSTEM);
    }

    /// The clocks, as a seam.
    record Clocks(InstantSource wall, RenderProgress.Clock nanos) {
        static final Clocks SYSTEM = new Clocks(InstantSource.system(), System::nanoTime);
    }

    ExportService(Engines engines, WorkerPool pool, Limits limits, Records records, Surroundings surroundings) {
        this.journal = records.journal;
        this.history = records.history;
        this.steps = surroundings.steps;
        this.engines = engines;
        var clocks = surroundings.clocks;
        this.wall = clocks.wall;
        var reservations = new TargetReservations();
        this.rows = new ExportRows(clocks.nanos);
        this.keeper = new HistoryKeeper(history, rows, clocks.wall);
        this.polite = new PoliteMode(pool, surroundings.power, clocks.wall);
        this.pace = new Pace(clocks.wall);
        this.errands = new Errands(pool);
        this.endings = new RowEndings(rows, reservations, pace, clocks.nanos, this::batchEnded);
        this.planner = new ExportPlanner(engines, reservations);
        this.scan = new PhotoScan(engines, planner);
        this.opener = new BatchOpener(rows, endings, reservations, journal, steps, scan, clocks.wall);
        this.commands = new ExportCommands(rows, endings, clocks.nanos);
        var output = new AtomicOutput(steps, surroundings.patience);
        var publisher =
                new OutputPublisher(new OutputVerifier(engines), output, reservations, this::isOriginalOfARunningBatch);
        var tools = new PhotoRun.Tools(engines, limits, steps, output, publisher, rows, endings, clocks.nanos);
        this.feeder = new ExportFeeder(
                pool,
                rows,
                endings,
                run -> new PhotoRun(tools, run.row(), run.batch(), run.planned(), run.cancels()),
                new MemoryEstimate(engines),
                clocks.nanos,
                () -> polite.holds() || sweeping.get() > 0);
        this.idle = new IdleWatch(() -> !rows.published().totals().isBusy() && running.isEmpty());
    }

    /// Works out every output of a batch; touches the disk, so call it on a worker. Nothing is reserved: what two plans
    /// both want is settled when they start.
    public ExportPlan plan(List<Photo> photos, Recipe recipe, Path destination, CancellationToken cancellation)
            throws CancelledException {
        return planner.plan(photos, recipe, destination, cancellation);
    }

    /// Plans on a worker and gives the plan to the consumer there; if planning fails, a plan in which every photo has
    /// the failure.
    public void planInBackground(List<Photo> photos, Recipe recipe, Path destination, Consumer<ExportPlan> consumer) {
        errands.run("Plan", Priority.INTERACTIVE, () -> {
            ExportPlan plan;
            try {
                plan = planner.plan(photos, recipe, destination, CancellationToken.never());
            } catch (CancelledException | RuntimeException | OutOfMemoryError | StackOverflowError failure) {
                LOG.log(System.Logger.Level.ERROR, "planning failed", failure);
                var failed = Optional.of(Failures.thrown(failure, 0));
                plan = new ExportPlan(
                        recipe,
                        destination.toAbsolutePath().normalize(),
                        photos.stream()
                                .map(photo -> new PlannedPhoto(photo, List.of(), failed))
                                .toList(),
                        0);
            }
            consumer.accept(plan);
        });
    }

    /// Bytes that may still be written to the disk of a destination, which need not be there yet; empty where the
    /// system
    /// does not say. Touches the disk, so call it on a worker.
    public OptionalLong usableBytes(Path destination) {
        for (var folder = destination.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            try {
                long bytes = steps.usableBytes(folder);
                return bytes == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(bytes);
            } catch (java.io.IOException notThereYet) {
                LOG.log(System.Logger.Level.DEBUG, "no disk of {0}", folder);
            }
        }
        return OptionalLong.empty();
    }

    /// Journals the plan and starts it; returns at once with the first row's number.
    public int start(ExportPlan plan) {
        var originals = new Originals(
                plan.photos().stream().map(photo -> photo.photo().file()).toList());
        var batch = new ExportBatch(newOrder(), plan.recipe(), plan.destination(), originals);
        int first = rows.size();
        var added = begin(batch, plan.photos(), index -> index + 1);
        errands.run("Start", Priority.INTERACTIVE, () -> open(batch, added, BatchOpener.Plans.FRESH));
        return added.isEmpty() ? first : added.getFirst().number;
    }

    /// Takes up a batch that was interrupted: looks at its sources again and makes what is left, on workers; its rows
    /// appear once they are known. Does nothing when another running program has taken it up.
    ///
    /// @param batch of [ExportJournal#unfinished]
    /// @param failed hears on a worker why it could not be taken up, in words for people
    public void resumeUnfinished(UnfinishedBatch batch, Consumer<String> failed) {
        errands.run("Resume", Priority.NEAR, () -> takeUp(batch, failed));
    }

    private void takeUp(UnfinishedBatch unfinished, Consumer<String> failed) {
        try (var hold = journal.hold(unfinished.journalFile())) {
            if (!hold.isPresent()) {
                LOG.log(System.Logger.Level.INFO, "already taken up: " + unfinished.journalFile());
                return;
            }
            JournalSweep.sweep(unfinished);
            var left = scan.left(unfinished, CancellationToken.never());
            var originals = new Originals(
                    left.stream().map(one -> one.planned().photo().file()).toList());
            var batch = ExportBatch.continuing(unfinished, newOrder(), originals);
            var added = begin(
                    batch,
                    left.stream().map(PhotoScan.Left::planned).toList(),
                    index -> left.get(index).sequence());
            open(batch, added, BatchOpener.Plans.OF_AN_INTERRUPTED_BATCH);
            // The new journal has the order by now: only from here on is the old one not needed.
            journal.remove(unfinished.journalFile());
        } catch (java.io.IOException | CancelledException failure) {
            LOG.log(System.Logger.Level.WARNING, "could not be taken up: " + unfinished.journalFile(), failure);
            failed.accept(failure instanceof java.io.IOException refused ? AtomicText.reason(refused) : "cancelled");
        }
    }

    private List<Row> begin(ExportBatch batch, List<PlannedPhoto> photos, IntUnaryOperator sequenceOf) {
        if (!photos.isEmpty()) {
            batch.expectRows(photos.size());
            expect(batch);
        }
        return rows.add(batch, photos, sequenceOf);
    }

    private void expect(ExportBatch batch) {
        if (running.isEmpty()) {
            pace.begin();
        }
        running.add(batch);
    }

    private void open(ExportBatch batch, List<Row> ordered, BatchOpener.Plans plans) {
        if (ordered.isEmpty()) {
            return;
        }
        feeder.add(opener.open(batch, ordered, plans));
        feeder.pump();
        if (!running.contains(batch)) {
            // Every row was cancelled while the journal was being written.
            batch.closeJournal();
        }
    }

    /// Rows changed since `version` (0: all), and the sums. Never waits for a worker.
    public ExportChanges changesSince(long version) {
        feeder.lookForMemoryWaits();
        var published = rows.published();
        var changed = ExportRows.changed(rows.changedSince(version));
        var totals = published.totals();
        var conduct = polite.conduct(feeder.isPaused() ? Conduct.Hold.PAUSED : Conduct.Hold.NONE);
        double perMinute = pace.photosPerMinute();
        Optional<Duration> timeLeft = conduct.hold() == Conduct.Hold.NONE
                ? pace.timeLeft(totals.waiting() + totals.working())
                : Optional.empty();
        if (polite.isLookDue()) {
            lookAtPower();
        }
        return new ExportChanges(
                published.version(), changed, totals.withPace(perMinute, timeLeft), feeder.line(), conduct);
    }

    private void lookAtPower() {
        errands.run("Power", Priority.INTERACTIVE, () -> {
            polite.look();
            feeder.pump();
        });
    }

    /// Asks one photo to stop.
    public void cancelPhoto(int row) {
        commands.cancel(List.of(rows.row(row)), RowEndings.StoppedBy.USER);
    }

    /// Asks one variant of one photo to stop; the photo's others go on.
    public void cancelVariant(int row, int variant) {
        commands.cancelVariant(rows.row(row), variant);
    }

    /// Asks several photos to stop: those that run at once, the rest on a worker, and nothing new starts meanwhile.
    public void cancelPhotos(Collection<Integer> numbers) {
        cancel(numbers.stream().map(rows::row).toList());
    }

    /// Asks everything that has not ended to stop, as [#cancelPhotos] does.
    public void cancelAll() {
        cancel(rows.all());
    }

    private void cancel(List<Row> chosen) {
        var running = chosen.stream()
                .filter(row -> row.snapshot.state() == PhotoProgress.State.WORKING)
                .toList();
        sweep("Cancel", () -> {
            commands.cancelWaiting(chosen);
            commands.cancel(chosen, RowEndings.StoppedBy.USER);
        });
        commands.cancel(running, RowEndings.StoppedBy.USER);
    }

    /// Lets running photos end and cancels all that wait.
    public void cancelWaiting() {
        sweep("Stop", () -> commands.cancelWaiting(rows.all()));
    }

    private void sweep(String label, Runnable work) {
        sweeping.incrementAndGet();
        errands.run(label, Priority.INTERACTIVE, () -> {
            try {
                work.run();
            } finally {
                sweeping.decrementAndGet();
                feeder.pump();
            }
        });
    }

    /// Lets these photos start before all others that wait, in this order.
    public void moveToFront(List<Integer> numbers) {
        var chosen = numbers.stream().distinct().map(rows::row).toList();
        errands.run("To the front", Priority.INTERACTIVE, () -> feeder.moveToFront(chosen));
    }

    /// How much of the machine exports may take from now on.
    public void conduct(Conduct.Manners manners) {
        polite.choose(manners);
        lookAtPower();
    }

    /// Past batches, the newest first. Touches the disk: for workers.
    public List<PastBatch> history() {
        return history.newestFirst();
    }

    /// Looks at the photos of a past batch as they are now, and gives them to the consumer on a worker; none when the
    /// history has forgotten them.
    public void photosOf(PastBatch batch, Consumer<List<Photo>> consumer) {
        errands.run(
                "Run again",
                Priority.NEAR,
                () -> consumer.accept(history.sources(batch).stream()
                        .map(source -> scan.photo(source.file(), source.dropRoot()))
                        .toList()));
    }

    /// Runs the failed and cancelled variants of these rows again; rows that are neither stay as they are.
    public void retry(List<Integer> numbers) {
        var chosen = numbers.stream().distinct().sorted().map(rows::row).toList();
        for (var order : Retry.of(rows, chosen, ExportService::newId, this::expect)) {
            errands.run(
                    "Retry",
                    Priority.INTERACTIVE,
                    () -> open(order.batch(), order.rows(), BatchOpener.Plans.OF_AN_EARLIER_ATTEMPT));
        }
    }

    /// Runs every failed photo again.
    public void retryFailed() {
        var failed = IntStream.range(0, rows.size())
                .filter(number -> rows.row(number).snapshot.state() == PhotoProgress.State.FAILED)
                .boxed()
                .toList();
        retry(failed);
    }

    /// Lets running photos end and starts no new ones; other work of the pool goes on.
    public void pause() {
        feeder.pause();
    }

    /// Goes on, on battery too.
    public void resume() {
        feeder.resume();
        polite.goOnAnyway();
        errands.run("Go on", Priority.INTERACTIVE, feeder::pump);
    }

    /// Runs once on a worker's thread when nothing is left to do, or at once when nothing is.
    public void whenIdle(Runnable callback) {
        idle.await(callback);
    }

    /// Stops everything that has not ended, without a word in the journal, so that the next start can go on with it.
    /// Returns at once; close the pool to wait for the workers.
    @Override
    public void close() {
        feeder.stop();
        commands.cancel(rows.all(), RowEndings.StoppedBy.PROGRAM);
        feeder.close();
        errands.close();
    }

    private void batchEnded(ExportBatch batch) {
        errands.run("End", Priority.INTERACTIVE, () -> {
            batch.closeJournal();
            keeper.ended(batch);
            running.remove(batch);
            if (idle.look()) {
                engines.rest();
            }
        });
    }

    private boolean isOriginalOfARunningBatch(Path file) {
        return running.stream().anyMatch(batch -> batch.originals.contains(file));
    }

    private ExportBatch.Origin newOrder() {
        return new ExportBatch.Origin(newId(), wall.instant());
    }

    private static String newId() {
        return "%012x".formatted(ThreadLocalRandom.current().nextLong() >>> 16);
    }
}
