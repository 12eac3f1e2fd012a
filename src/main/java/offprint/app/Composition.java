package offprint.app;

import java.util.List;
import java.util.Optional;
import offprint.bench.CancelBench;
import offprint.bench.PreviewBench;
import offprint.cli.Session;
import offprint.cli.Workshop.SessionOptions;
import offprint.engine.DamagedPhotos;
import offprint.engine.Engines;
import offprint.engine.ImageEngine;
import offprint.engine.Limits;
import offprint.export.BatchHistory;
import offprint.export.ExportJournal;
import offprint.export.ExportService;
import offprint.library.PhotoScanner;
import offprint.library.ThumbnailStore;
import offprint.pool.PoolConfig;
import offprint.pool.WorkerPool;
import offprint.preview.BatchEstimator;
import offprint.preview.PreviewService;
import offprint.settings.UserFolders;

/// Every object of a running program, built once and wired by hand; closed in reverse.
final class Composition implements Session {

    /// The share of Java's memory that photos in work may take; the rest is for the window, thumbnails and code.
    private static final double PHOTOS_SHARE = 0.6;

    private final Engines engines;
    private volatile List<String> engineRemarks = List.of();
    private final WorkerPool pool;
    private final ExportJournal journal;
    private final ExportService exports;
    private final PhotoScanner scanner;
    private final ThumbnailStore thumbnails;
    private final PreviewService preview;
    private final BatchEstimator estimator;

    /// @throws UsageException when there is no engine of the name that was asked for
    Composition(SessionOptions options, UserFolders folders) {
        long budget =
                options.memoryBudgetBytes().orElse((long) (Runtime.getRuntime().maxMemory() * PHOTOS_SHARE));
        var config = PoolConfig.forThisMachine(budget);
        this.pool = new WorkerPool(options.workers().map(config::withWorkers).orElse(config));
        this.engines = new Engines(() -> find(options, pool));
        this.journal = new ExportJournal(folders.state().resolve("journal"));
        var limits =
                options.maxMegapixels().map(Limits.STANDARD::withMegapixels).orElse(Limits.STANDARD);
        this.exports = new ExportService(
                engines, pool, limits, journal, new BatchHistory(folders.state().resolve("history")));
        this.scanner = new PhotoScanner(engines, pool);
        this.thumbnails = new ThumbnailStore(engines, pool, limits, Optional.of(Program.thumbnailsIn(folders)));
        this.preview = new PreviewService(engines, pool, limits);
        this.estimator = new BatchEstimator(engines, pool, limits);
        if (options.engine().isPresent()) {
            requireEngine();
        }
    }

    /// Somebody named an engine: whether it is there is said at once.
    private void requireEngine() {
        try {
            engines.all();
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    private List<ImageEngine> find(SessionOptions options, WorkerPool workers) {
        var damaged = options.recoverDamaged() ? DamagedPhotos.RECOVER : DamagedPhotos.FAIL;
        var installed = InstalledEngines.find(options.engine(), new PoolAssistants(workers), damaged);
        engineRemarks = installed.remarks();
        return installed.engines();
    }

    @Override
    public List<String> engineRemarks() {
        engines.all();
        return engineRemarks;
    }

    @Override
    public Engines engines() {
        return engines;
    }

    @Override
    public PhotoScanner scanner() {
        return scanner;
    }

    @Override
    public ExportService exports() {
        return exports;
    }

    @Override
    public CancelBench cancelBench() {
        return new CancelBench(engines, pool);
    }

    @Override
    public PreviewBench previewBench() {
        return new PreviewBench(engines, preview);
    }

    WorkerPool pool() {
        return pool;
    }

    ThumbnailStore thumbnails() {
        return thumbnails;
    }

    PreviewService preview() {
        return preview;
    }

    BatchEstimator estimator() {
        return estimator;
    }

    @Override
    public ExportJournal journal() {
        return journal;
    }

    @Override
    public void close() {
        preview.close();
        estimator.close();
        exports.close();
        pool.close();
        journal.close();
        engines.close();
    }
}
