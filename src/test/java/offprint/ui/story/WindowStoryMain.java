package offprint.ui.story;

import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.input.KeyCode;
import offprint.app.Main;

/// The whole program in a process of its own, and somebody who uses it: `STORY FOLDER FILE…`. Says at the end how it
/// went, and which files the FX thread touched.
public final class WindowStoryMain {

    private WindowStoryMain() {}

    public static void main(String[] args) {
        var story = Story.valueOf(args[0]);
        var folder = Path.of(args[1]);
        var access = new FileAccess();
        var reader = new Thread(() -> end(story, folder, access), "somebody");
        reader.start();
        Main.main(Arrays.copyOfRange(args, 2, args.length));
    }

    private static void end(Story story, Path folder, FileAccess access) {
        try {
            var hands = new Hands();
            hands.awaitWindow();
            System.out.println("READY");
            story.act(hands, folder.resolve("out"));
            var found = access.stop(folder.resolve("access.jfr"));
            found.ofTheWindow().forEach(line -> System.out.println("FX " + line));
            System.out.println("ELSEWHERE " + found.elsewhere());
            System.out.println("WELL");
        } catch (Throwable e) {
            e.printStackTrace(System.out);
        } finally {
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }

    /// What somebody does. Each ends when what was wanted is on the screen or on the disk.
    enum Story {
        /// A photo is dropped from another program, exported by the mouse, and shown in its folder.
        DROP {
            @Override
            void act(Hands hands, Path out) throws Exception {
                hands.awaitWords("Export 1");
                hands.click("Export 1");
                Hands.until("the file", () -> hands.sees("1 done"));
                hands.click("Show the queue");
                hands.awaitWords("p0.jpg,");
                hands.doubleClick("p0.jpg,");
                Hands.until("the file manager", () -> asked(out));
            }
        },
        /// From a photo on the command line to the file in its folder, without a mouse.
        KEYBOARD {
            @Override
            void act(Hands hands, Path out) throws Exception {
                hands.awaitWords("Export 1");
                hands.press(KeyCode.CONTROL, KeyCode.E);
                Hands.until("the file", () -> hands.sees("1 done"));
                hands.press(KeyCode.Q);
                hands.awaitWords("p0.jpg,");
                for (int i = 0; i < 40 && !focusIsInQueue(hands); i++) {
                    hands.press(KeyCode.TAB);
                }
                hands.press(KeyCode.DOWN);
                hands.press(KeyCode.ENTER);
                Hands.until("the file manager", () -> asked(out));
            }
        },
        /// One variant, one photo, two chosen ones, and all that is left are cancelled.
        CANCEL {
            @Override
            void act(Hands hands, Path out) throws Exception {
                hands.awaitWords("Export 12");
                hands.press(KeyCode.Q);
                hands.press(KeyCode.CONTROL, KeyCode.E);
                hands.awaitWords("p00.jpg,");
                hands.click("Pause");
                hands.awaitWords("Resume");
                hands.click("p02.jpg,");
                hands.press(KeyCode.RIGHT);
                hands.press(KeyCode.ESCAPE);
                Hands.until("one variant", () -> row(hands, "p02.jpg,", "cancelled"));
                hands.click("p03.jpg,", 1, 0.05);
                hands.press(KeyCode.ESCAPE);
                Hands.until("one photo", () -> row(hands, "p03.jpg,", "cancelled"));
                hands.press(KeyCode.DOWN);
                hands.press(KeyCode.SHIFT, KeyCode.DOWN);
                hands.press(KeyCode.ESCAPE);
                Hands.until("the chosen", () -> row(hands, "p05.jpg,", "cancelled"));
                hands.press(KeyCode.SPACE);
                Hands.until("the other variant", () -> hasFiles(out, "p02-"));
                hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ESCAPE);
                Hands.until("all", () -> row(hands, "p11.jpg,", "cancelled") && !hands.sees("working"));
            }
        },
        /// The size of a variant is changed, and what is exported has it.
        RECIPE {
            @Override
            void act(Hands hands, Path out) throws Exception {
                hands.awaitWords("Export 1");
                hands.press(KeyCode.CONTROL, KeyCode.R);
                hands.clickField("variants[0].size.longEdge");
                hands.press(KeyCode.CONTROL, KeyCode.A);
                hands.press(KeyCode.DIGIT1);
                hands.press(KeyCode.DIGIT2);
                hands.press(KeyCode.DIGIT3);
                hands.press(KeyCode.ENTER);
                hands.press(KeyCode.ESCAPE);
                hands.press(KeyCode.CONTROL, KeyCode.E);
                Hands.until("the file", () -> hands.sees("1 done"));
            }
        },
        /// The bytes of what is really encoded follow the slider.
        PREVIEW {
            @Override
            void act(Hands hands, Path out) throws Exception {
                hands.awaitWords("Export 1");
                hands.press(KeyCode.RIGHT);
                hands.press(KeyCode.ENTER);
                Hands.until("bytes", () -> isExact(hands.read("compare-bytes")));
                var before = hands.read("compare-bytes");
                System.out.println("BEFORE " + before);
                hands.click("Quality", 1, 0.1);
                Hands.until(
                        "other bytes",
                        () -> isExact(hands.read("compare-bytes")) && !hands.read("compare-bytes").equals(before));
                System.out.println("AFTER " + hands.read("compare-bytes"));
            }
        },
        /// What could not be written is written once it can be.
        RETRY {
            @Override
            void act(Hands hands, Path out) throws Exception {
                hands.awaitWords("Export 1");
                hands.press(KeyCode.CONTROL, KeyCode.E);
                Hands.until("a failure", () -> hands.sees("1 failed"));
                java.nio.file.Files.delete(out.resolve("sub"));
                hands.press(KeyCode.Q);
                hands.awaitWords("p0.jpg,");
                hands.click("Retry failed");
                Hands.until("the file", () -> hands.sees("1 done") && !hands.sees("1 failed"));
            }
        };

        abstract void act(Hands hands, Path out) throws Exception;

        private static boolean asked(Path out) {
            return java.nio.file.Files.exists(out.resolveSibling("revealed.txt"));
        }

        private static boolean hasFiles(Path out, String start) {
            var names = out.toFile().list();
            return names != null && Arrays.stream(names).anyMatch(name -> name.startsWith(start) && name.endsWith(".jpg"));
        }

        private static boolean row(Hands hands, String photo, String words) {
            return hands.rowSays(photo, words);
        }

        private static boolean isExact(String bytes) {
            return bytes.contains("B") && !bytes.contains("about") && !bytes.contains("…");
        }

        private static boolean focusIsInQueue(Hands hands) {
            return hands.focusIsOn("queue-table");
        }
    }
}
