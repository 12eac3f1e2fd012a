package offprint.export;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import offprint.export.Conduct.Hold;
import offprint.export.Conduct.Manners;
import offprint.export.Conduct.Power;
import offprint.pool.WorkerPool;

/// Polite exports take half of the workers, and rest while the machine runs on its battery. Any thread may call it;
/// only
/// [#look] touches the disk.
final class PoliteMode {

    private static final long LOOK_EVERY_MILLIS = 5_000;

    private final WorkerPool pool;
    private final PowerSupply supply;
    private final InstantSource clock;
    private final AtomicLong lookedMillis = new AtomicLong();
    private volatile Manners manners = Manners.FULL;
    private volatile Power power = Power.UNKNOWN;

    /// The user wants to go on although it is on battery, until it has been on mains again.
    private volatile boolean goesOnAnyway;

    PoliteMode(WorkerPool pool, PowerSupply supply, InstantSource clock) {
        this.pool = pool;
        this.supply = supply;
        this.clock = clock;
    }

    /// Takes hold as soon as the surplus workers have ended what they do.
    void choose(Manners chosen) {
        manners = chosen;
        goesOnAnyway = false;
        lookedMillis.set(0);
        int workers = workers();
        pool.resize(Math.min(pool.config().minWorkers(), workers), workers);
    }

    private int workers() {
        int all = pool.config().maxWorkers();
        return switch (manners) {
            case FULL -> all;
            case POLITE -> Math.max(1, all / 2);
        };
    }

    /// Whether it is time to [#look]; a yes is said once.
    boolean isLookDue() {
        long now = clock.millis();
        long before = lookedMillis.get();
        return manners == Manners.POLITE
                && now - before >= LOOK_EVERY_MILLIS
                && lookedMillis.compareAndSet(before, now);
    }

    /// Asks the system where the power comes from.
    void look() {
        power = supply.read();
        if (power == Power.MAINS) {
            goesOnAnyway = false;
        }
    }

    boolean holds() {
        return manners == Manners.POLITE && power == Power.BATTERY && !goesOnAnyway;
    }

    void goOnAnyway() {
        goesOnAnyway = true;
    }

    Conduct conduct(Hold byUser) {
        var hold = byUser == Hold.NONE && holds() ? Hold.ON_BATTERY : byUser;
        return new Conduct(hold, manners, power, workers());
    }
}
