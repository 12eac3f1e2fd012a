package offprint.ui.story;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import offprint.app.Main;

/// The whole program in a process of its own, and somebody who uses it: `STORY FOLDER FILE…`. Says at the end how it
/// went, and leaves what is to be known of the files that its threads touched. After the story it has the FX thread
/// touch
/// some, to show that each way is seen.
public final class WindowStoryMain {

    /// Where a story leaves what its watch has seen.
    static final String ACCESS = "access.jfr";

    /// What it says before the number of the FX thread.
    static final String FX_THREAD = "FX THREAD ";

    private WindowStoryMain() {}

    public static void main(String[] args) {
        var story = Story.valueOf(args[0]);
        var folder = Path.of(args[1]);
        var access = new FileAccess();
        var somebody = new Thread(() -> tell(story, folder, access), "somebody");
        somebody.start();
        Main.main(Arrays.copyOfRange(args, 2, args.length));
    }

    private static void tell(Story story, Path folder, FileAccess access) {
        var eyes = new Eyes();
        try {
            eyes.awaitWindow();
            var hands = new Hands(eyes);
            hands.takeKeyboard();
            say("READY after " + age());
            story.act(eyes, hands, folder);
            say("PLAYED after " + age());
            var planted = new PlantedAccess(folder);
            eyes.now(() -> {
                planted.all();
                return true;
            });
            say(FX_THREAD + eyes.now(() -> Thread.currentThread().threadId()));
            access.stop(folder.resolve(ACCESS));
            say("WELL after " + age());
        } catch (Throwable e) {
            e.printStackTrace(System.out);
            say("SEEN " + eyes.everything());
        } finally {
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }

    private static String age() {
        var start = ProcessHandle.current().info().startInstant().orElseThrow();
        return Duration.between(start, Instant.now()).toMillis() + " ms";
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
