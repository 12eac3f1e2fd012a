package offprint.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import offprint.export.Conduct.Hold;
import offprint.export.Conduct.Manners;
import offprint.export.Conduct.Power;
import offprint.export.PhotoProgress.State;
import offprint.fixtures.Gate;
import offprint.pool.Priority;
import offprint.pool.TaskSpec;
import offprint.recipe.OnConflict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueCommandsTest {

    @TempDir
    Path folder;

    private Workbench bench;

    @BeforeEach
    void setUp() {
        bench = new Workbench(folder, 1, FileSteps.DISK);
    }

    @AfterEach
    void tearDown() {
        bench.close();
    }

    /// The first photo is on the only worker, and held there.
    private void startWithOneHeld(int photos) {
        bench.engine.decoding.shut();
        bench.start(bench.photos(photos), Workbench.sameName(OnConflict.RENAME));
        bench.engine.decoding.awaitEntered(1);
    }

    private List<String> renderedNames() {
        return bench.engine.rendered.stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @Nested
    class TheFront {

        @Test
        void movedPhotosStartNextInTheirOrderAndBeforeThoseThatThePoolHasAlready() {
            startWithOneHeld(20);

            bench.service.moveToFront(List.of(15, 9, 2));
            Workbench.eventually(
                    "the move",
                    () -> bench.service.changesSince(0).line().first().equals(List.of(15, 9, 2)));
            bench.engine.decoding.open();
            bench.awaitIdle();

            assertThat(renderedNames().subList(0, 5))
                    .containsExactly("p0000.jpg", "p0015.jpg", "p0009.jpg", "p0002.jpg", "p0001.jpg");
            assertThat(bench.service.changesSince(0).line().first()).isEmpty();
            bench.assertSumsAgree();
        }

        @Test
        void manyMovedAtOnceAllGoBeforeTheOthers() {
            startWithOneHeld(40);

            bench.service.moveToFront(IntStream.range(20, 40).boxed().toList());
            Workbench.eventually(
                    "the move",
                    () -> bench.service.changesSince(0).line().first().size() == 20);
            bench.engine.decoding.open();
            bench.awaitIdle();

            assertThat(renderedNames().subList(1, 21))
                    .containsExactlyElementsOf(IntStream.range(20, 40)
                            .mapToObj("p%04d.jpg"::formatted)
                            .toList());
        }

        @Test
        void whilePausedTheyAreTheFirstAfterwards() {
            bench.service.pause();
            bench.start(bench.photos(8), Workbench.sameName(OnConflict.RENAME));

            bench.service.moveToFront(List.of(7));
            Workbench.eventually(
                    "the move",
                    () -> !bench.service.changesSince(0).line().first().isEmpty());
            bench.service.resume();
            bench.awaitIdle();

            assertThat(renderedNames().getFirst()).isEqualTo("p0007.jpg");
        }
    }

    @Nested
    class Pausing {

        @Test
        void whatThePauseTookOffTheWorkerIsStillTheFirstAfterwards() {
            startWithOneHeld(2);
            var busy = new Gate();
            busy.shut();
            bench.pool.submit(TaskSpec.of("Busy", Priority.BATCH, 0), context -> {
                busy.pass(context.cancellation());
                return true;
            });
            bench.start(List.of(bench.photo("q0.jpg"), bench.photo("q1.jpg")), Workbench.sameName(OnConflict.RENAME));
            Workbench.eventually("all at the pool", () -> bench.pool.snapshot().waitingTotal() == 4);

            bench.service.pause();
            bench.engine.decoding.open();
            busy.awaitEntered(1);
            bench.service.resume();
            busy.open();
            bench.awaitIdle();

            assertThat(renderedNames()).containsExactly("p0000.jpg", "p0001.jpg", "q0.jpg", "q1.jpg");
        }
    }

    @Nested
    class Stopping {

        @Test
        void theCurrentOnesEndAndTheWaitingOnesAreCancelled() {
            startWithOneHeld(600);

            bench.service.cancelWaiting();
            Workbench.eventually(
                    "the end of all that waited", () -> bench.totals().waiting() == 0);
            assertThat(bench.row(0).state()).isEqualTo(State.WORKING);
            bench.engine.decoding.open();
            bench.awaitIdle();

            assertThat(bench.written()).containsExactly("p0000.jpg");
            assertThat(bench.totals().done()).isEqualTo(1);
            assertThat(bench.totals().cancelled()).isEqualTo(599);
            bench.assertSumsAgree();
        }

        @Test
        void chosenPhotosStopWhetherTheyRunOrWaitAndTheOthersGoOn() {
            startWithOneHeld(10);

            bench.service.cancelPhotos(List.of(0, 3, 9));
            bench.engine.decoding.open();
            bench.awaitIdle();

            assertThat(bench.totals().cancelled()).isEqualTo(3);
            assertThat(bench.totals().done()).isEqualTo(7);
            assertThat(List.of(
                            bench.row(0).state(),
                            bench.row(3).state(),
                            bench.row(9).state()))
                    .containsOnly(State.CANCELLED);
        }

        @Test
        void allIsCancelledWhetherItRunsOrWaits() {
            startWithOneHeld(2_000);

            bench.service.cancelAll();
            bench.engine.decoding.open();
            bench.awaitIdle();

            assertThat(bench.engine.rendered).hasSize(1);
            assertThat(bench.written()).isEmpty();
            assertThat(bench.totals().cancelled()).isEqualTo(2_000);
        }
    }

    @Nested
    class Politeness {

        private void power(String battery) throws IOException {
            var supply = Files.createDirectories(bench.folder.resolve("power/BAT0"));
            Files.writeString(supply.resolve("type"), "Battery\n");
            Files.writeString(supply.resolve("status"), battery + "\n");
        }

        @Test
        void onBatteryNothingNewStartsUntilTheUserGoesOn() throws IOException {
            power("Discharging");
            bench.service.conduct(Manners.POLITE);
            Workbench.eventually(
                    "a look at the power",
                    () -> bench.service.changesSince(0).conduct().power() == Power.BATTERY);

            bench.start(bench.photos(3), Workbench.sameName(OnConflict.RENAME));
            assertThat(bench.service.changesSince(0).conduct().hold()).isEqualTo(Hold.ON_BATTERY);
            assertThat(bench.service.changesSince(0).paused()).isTrue();
            assertThat(bench.engine.rendered).isEmpty();

            bench.service.resume();
            bench.awaitIdle();
            assertThat(bench.totals().done()).isEqualTo(3);
        }

        @Test
        void ofFourWorkersTwoAreLeftAndThePoolSaysSo() throws IOException {
            try (var other = new Workbench(folder.resolve("four"), 4, FileSteps.DISK)) {
                other.service.conduct(Manners.POLITE);
                other.engine.decoding.shut();
                other.start(other.photos(12), Workbench.sameName(OnConflict.RENAME));
                other.engine.decoding.awaitEntered(2);
                assertThat(other.service.changesSince(0).conduct().workers()).isEqualTo(2);
                assertThat(other.totals().working()).isEqualTo(2);

                other.service.conduct(Manners.FULL);
                other.engine.decoding.awaitEntered(4);
                assertThat(other.totals().working()).isEqualTo(4);
                other.engine.decoding.open();
                other.awaitIdle();
            }
        }
    }

    @Nested
    class ThePowerSupply {

        private Power read(String... files) throws IOException {
            var root = folder.resolve("supplies");
            for (var file : files) {
                int sign = file.indexOf('=');
                var path = root.resolve(file.substring(0, sign));
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.substring(sign + 1) + "\n");
            }
            return new PowerSupply(root).read();
        }

        @Test
        void isTheBatteryWhenItDrainsAndMainsWhenThatIsOnline() throws IOException {
            assertThat(read("AC/type=Mains", "AC/online=0", "BAT0/type=Battery", "BAT0/status=Discharging"))
                    .isEqualTo(Power.BATTERY);
            assertThat(read("AC/online=1", "BAT0/status=Charging")).isEqualTo(Power.MAINS);
            assertThat(read("AC/online=0", "USBC/type=USB", "USBC/online=1")).isEqualTo(Power.MAINS);
        }

        @Test
        void isUnknownWhereTheSystemDoesNotSayAndForTheBatteryOfAMouse() throws IOException {
            assertThat(new PowerSupply(folder.resolve("nowhere")).read()).isEqualTo(Power.UNKNOWN);
            assertThat(read("mouse/type=Battery", "mouse/scope=Device", "mouse/status=Discharging"))
                    .isEqualTo(Power.UNKNOWN);
        }
    }
}
