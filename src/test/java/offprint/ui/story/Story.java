package offprint.ui.story;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

/// What somebody does with the window. Each story ends when what was wanted is on the screen or on the disk; the test
/// then looks at the disk.
enum Story {
    /// A photo is dropped from another program, exported by the mouse, and shown in its folder.
    DROP {
        @Override
        void act(Eyes eyes, Hands hands, Path folder) throws Exception {
            eyes.awaitWords("Export 1");
            hands.clickButton("Export 1");
            eyes.awaitWords("1 done");
            hands.clickButton("Show the queue");
            hands.doubleClickRow("p0.jpg");
            Eyes.until("the file manager", () -> isFolderShown(folder));
        }
    },
    /// From a photo on the command line to the file in its folder, without a mouse.
    KEYBOARD {
        @Override
        void act(Eyes eyes, Hands hands, Path folder) throws Exception {
            eyes.awaitWords("Export 1");
            hands.press(KeyCode.CONTROL, KeyCode.E);
            eyes.awaitWords("1 done");
            hands.press(KeyCode.Q);
            Eyes.until("the row", () -> eyes.rowSays("p0.jpg", "large"));
            hands.press(KeyCode.DOWN);
            hands.press(KeyCode.ENTER);
            Eyes.until("the file manager", () -> isFolderShown(folder));
        }
    },
    /// One variant, one photo, two chosen ones, and all that is left are cancelled.
    CANCEL {
        @Override
        void act(Eyes eyes, Hands hands, Path folder) throws Exception {
            eyes.awaitWords("Export 24");
            hands.press(KeyCode.Q);
            hands.press(KeyCode.CONTROL, KeyCode.E);
            Eyes.until("the rows", () -> eyes.rowSays("p04.jpg", "waiting"));
            hands.press(KeyCode.SPACE);
            eyes.awaitWords("Resume");
            hands.clickRow("p01.jpg");
            hands.press(KeyCode.RIGHT);
            hands.press(KeyCode.RIGHT);
            hands.press(KeyCode.ESCAPE);
            Eyes.until("one variant", () -> eyes.rowSays("p01.jpg", "small: cancelled"));
            hands.clickRow("p02.jpg");
            hands.press(KeyCode.ESCAPE);
            Eyes.until("one photo", () -> eyes.rowSays("p02.jpg", "large: cancelled, small: cancelled"));
            hands.press(KeyCode.DOWN);
            hands.press(KeyCode.SHIFT, KeyCode.DOWN);
            hands.press(KeyCode.ESCAPE);
            Eyes.until(
                    "the chosen", () -> eyes.rowSays("p03.jpg", "cancelled") && eyes.rowSays("p04.jpg", "cancelled"));
            hands.press(KeyCode.SPACE);
            Eyes.until(
                    "the first photo and the other variant",
                    () -> Files.exists(folder.resolve("out/p00-small.jpg"))
                            && Files.exists(folder.resolve("out/p01-large.jpg")));
            hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ESCAPE);
            Eyes.until("the end", () -> !eyes.sees("waiting") && !eyes.sees(" working"));
        }
    },
    /// The size of a variant is changed, and what is exported at once has it.
    RECIPE {
        @Override
        void act(Eyes eyes, Hands hands, Path folder) throws Exception {
            eyes.awaitWords("Export 1");
            hands.press(KeyCode.CONTROL, KeyCode.R);
            hands.clickField("variants[0].size.longEdge");
            hands.press(KeyCode.CONTROL, KeyCode.A);
            hands.press(KeyCode.DIGIT1);
            hands.press(KeyCode.DIGIT2);
            hands.press(KeyCode.DIGIT3);
            hands.press(KeyCode.ESCAPE);
            hands.press(KeyCode.CONTROL, KeyCode.E);
            eyes.awaitWords("1 done");
        }
    },
    /// The bytes of what is really encoded follow the slider; kept in the recipe, they are those of the file.
    PREVIEW {
        @Override
        void act(Eyes eyes, Hands hands, Path folder) throws Exception {
            eyes.awaitWords("Export 1");
            hands.press(KeyCode.RIGHT);
            hands.press(KeyCode.ENTER);
            Eyes.until("bytes", () -> isExact(eyes.read("compare-bytes")));
            var before = eyes.read("compare-bytes");
            System.out.println("BEFORE " + before);
            hands.clickSlider("Quality", 0.2);
            Eyes.until("other bytes", () -> {
                var now = eyes.read("compare-bytes");
                return isExact(now) && !now.equals(before);
            });
            System.out.println("AFTER " + eyes.read("compare-bytes"));
            hands.clickButton("Keep in recipe");
            hands.press(KeyCode.ESCAPE);
            hands.press(KeyCode.CONTROL, KeyCode.E);
            eyes.awaitWords("1 done");
        }
    },
    /// What could not be written is written once it can be.
    RETRY {
        @Override
        void act(Eyes eyes, Hands hands, Path folder) throws Exception {
            eyes.awaitWords("Export 1");
            hands.press(KeyCode.CONTROL, KeyCode.E);
            eyes.awaitWords("1 failed");
            Files.delete(folder.resolve("out/sub"));
            hands.press(KeyCode.Q);
            hands.clickButton("Run every failed photo again");
            Eyes.until("the file", () -> eyes.sees("1 done") && !eyes.sees("1 failed"));
        }
    },
    /// While another window is looked at, the program is started again with a photo.
    SECOND_START {
        @Override
        void act(Eyes eyes, Hands hands, Path folder) throws Exception {
            eyes.awaitWords("Export 1");
            eyes.now(() -> {
                var other = new Stage();
                other.setScene(new Scene(new Label("another window"), 300, 200));
                other.show();
                return true;
            });
            Eyes.until(
                    "another window before it",
                    () -> !eyes.now(() -> {
                        Window.getWindows().getLast().requestFocus();
                        return Eyes.window().isFocused();
                    }));
            System.out.println("LOOKING ELSEWHERE");
            eyes.awaitWords("Export 2");
            Eyes.until("the window in front", () -> eyes.now(() -> Eyes.window().isFocused()));
        }
    };

    abstract void act(Eyes eyes, Hands hands, Path folder) throws Exception;

    private static boolean isFolderShown(Path folder) {
        return Files.exists(folder.resolve("revealed.txt"));
    }

    private static boolean isExact(String bytes) {
        return bytes.contains("B (") && !bytes.contains("about");
    }
}
