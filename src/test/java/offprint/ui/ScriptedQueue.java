package offprint.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import offprint.export.Conduct;
import offprint.export.ExportChanges;
import offprint.export.ExportPlan;
import offprint.export.ExportTotals;
import offprint.export.PastBatch;
import offprint.export.PhotoProgress;
import offprint.export.PhotoProgress.State;
import offprint.export.WaitingLine;
import offprint.library.Photo;
import offprint.recipe.Recipe;
import offprint.ui.queue.QueuePort;

/// A queue whose rows are whatever the test says; it notes every command. Any thread may call it.
public final class ScriptedQueue implements QueuePort {

    /// Every command, in order, such as `cancelPhoto 3`.
    public final List<String> commands = new CopyOnWriteArrayList<>();

    private final List<PhotoProgress> rows = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();
    private Optional<ExportPlan> nextPlan = Optional.empty();
    private Optional<Duration> timeToStop = Optional.empty();
    private long version;
    private boolean paused;
    private WaitingLine line = WaitingLine.IN_ORDER;
    private Conduct.Manners manners = Conduct.Manners.FULL;
    private Conduct.Power power = Conduct.Power.UNKNOWN;
    private List<PastBatch> history = List.of();
    private Optional<ExportPlan> started = Optional.empty();
    private OptionalLong freeBytes = OptionalLong.of(84_000_000_000L);
    private int changedAtLastPull;

    public synchronized void put(PhotoProgress row) {
        version++;
        if (row.row() < rows.size()) {
            rows.set(row.row(), row);
            versions.set(row.row(), version);
        } else {
            rows.add(row);
            versions.add(version);
        }
    }

    public synchronized void stoppedIn(Duration time) {
        timeToStop = Optional.of(time);
    }

    public synchronized void planIs(ExportPlan plan) {
        nextPlan = Optional.of(plan);
    }

    public synchronized void setPaused(boolean now) {
        paused = now;
    }

    public synchronized int changedAtLastPull() {
        return changedAtLastPull;
    }

    @Override
    public synchronized ExportChanges changesSince(long since) {
        var changed = new ArrayList<PhotoProgress>();
        for (int i = 0; i < rows.size(); i++) {
            if (versions.get(i) > since) {
                changed.add(rows.get(i));
            }
        }
        changedAtLastPull = changed.size();
        return new ExportChanges(version, changed, totals(), line, conduct());
    }

    private Conduct conduct() {
        boolean rests = manners == Conduct.Manners.POLITE && power == Conduct.Power.BATTERY;
        var hold = rests ? Conduct.Hold.ON_BATTERY : Conduct.Hold.NONE;
        return new Conduct(paused ? Conduct.Hold.PAUSED : hold, manners, power, 2);
    }

    public synchronized void line(WaitingLine now) {
        line = now;
    }

    public synchronized void powerIs(Conduct.Power now) {
        power = now;
    }

    public synchronized void history(List<PastBatch> past) {
        history = past;
    }

    private int count(State... states) {
        return (int) rows.stream()
                .filter(row -> List.of(states).contains(row.state()))
                .count();
    }

    private ExportTotals totals() {
        int waiting = count(State.WAITING, State.WAITING_FOR_MEMORY);
        int working = count(State.WORKING, State.CANCELLING);
        boolean busy = waiting + working > 0;
        return new ExportTotals(
                rows.size(),
                waiting,
                count(State.WAITING_FOR_MEMORY),
                working,
                count(State.DONE),
                count(State.FAILED),
                count(State.CANCELLED),
                rows.size() * 3,
                0,
                0,
                0,
                0,
                0,
                busy ? 38 : 0,
                busy ? Optional.of(Duration.ofSeconds(340)) : Optional.empty(),
                timeToStop);
    }

    @Override
    public void planInBackground(List<Photo> photos, Recipe recipe, Path destination, Consumer<ExportPlan> consumer) {
        commands.add("plan " + photos.size() + " " + recipe.name() + " " + recipe.onConflict());
        ExportPlan plan;
        synchronized (this) {
            plan = nextPlan.orElseGet(() -> DemoQueue.plan(photos, recipe, destination));
        }
        consumer.accept(plan);
    }

    /// The plan that was started last.
    public synchronized Optional<ExportPlan> started() {
        return started;
    }

    public synchronized void freeBytes(long bytes) {
        freeBytes = OptionalLong.of(bytes);
    }

    @Override
    public synchronized OptionalLong usableBytes(Path destination) {
        return freeBytes;
    }

    @Override
    public synchronized void start(ExportPlan plan) {
        started = Optional.of(plan);
        commands.add("start " + plan.photos().size());
    }

    @Override
    public void cancelPhoto(int row) {
        commands.add("cancelPhoto " + row);
    }

    @Override
    public void cancelVariant(int row, int variant) {
        commands.add("cancelVariant " + row + " " + variant);
    }

    @Override
    public void cancelPhotos(List<Integer> cancelled) {
        commands.add("cancelPhotos " + cancelled);
    }

    @Override
    public void cancelWaiting() {
        commands.add("cancelWaiting");
    }

    @Override
    public void moveToFront(List<Integer> moved) {
        commands.add("moveToFront " + moved);
    }

    @Override
    public synchronized void conduct(Conduct.Manners now) {
        commands.add("conduct " + now);
        manners = now;
    }

    @Override
    public synchronized List<PastBatch> history() {
        return history;
    }

    @Override
    public void photosOf(PastBatch batch, Consumer<List<Photo>> consumer) {
        commands.add("photosOf " + batch.id());
        consumer.accept(DemoServices.photos(batch.photos()));
    }

    @Override
    public void cancelAll() {
        commands.add("cancelAll");
    }

    @Override
    public void retry(List<Integer> retried) {
        commands.add("retry " + retried);
    }

    @Override
    public void retryFailed() {
        commands.add("retryFailed");
    }

    @Override
    public synchronized void pause() {
        commands.add("pause");
        paused = true;
    }

    @Override
    public synchronized void resume() {
        commands.add("resume");
        paused = false;
    }
}
