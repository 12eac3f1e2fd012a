package offprint.ui;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/// Runs the window's benchmark the naive way in a process of its own, since the toolkit starts once a process.
public final class WindowBenchMain {

    private static final int PHOTOS = 20;
    private static final long RENDER_NANOS = 30_000_000L;

    private WindowBenchMain() {}

    public static void main(String[] args) {
        WindowLauncher.startToolkit();
        var services = new DemoServices().finds(DemoServices.photos(PHOTOS)).build();
        var result = WindowBench.run(
                services,
                Collections.nCopies(PHOTOS, Path.of("/dropped")),
                WindowBench.Mode.FX,
                WindowBenchMain::everyFiveMillis,
                Collections.nCopies(PHOTOS, WindowBenchMain::render));
        System.out.println(List.of(
                result.mode(),
                result.photos(),
                result.frameGap().max().toMillis(),
                result.postedDelay().p99().toMillis(),
                result.elapsed().toMillis()));
    }

    private static void render() {
        long end = System.nanoTime() + RENDER_NANOS;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static Runnable everyFiveMillis(Runnable probe) {
        var timer = new Timer(true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        probe.run();
                    }
                },
                0,
                5);
        return timer::cancel;
    }
}
