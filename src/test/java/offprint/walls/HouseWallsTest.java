package offprint.walls;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HouseWallsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("offprint");

    @Nested
    class TheHouse {

        @Test
        void everyRoomKnowsOnlyItsNeighbours() {
            HouseWalls.everyRoomKnowsOnlyItsNeighbours("offprint").check(HOUSE);
        }

        @Test
        void hasNoCircles() {
            slices().matching("offprint.(*)..").should().beFreeOfCycles().check(HOUSE);
        }

        @Test
        void everyListedRoomIsThere() {
            var rooms = new TreeSet<String>();
            HOUSE.forEach(type -> HouseWalls.roomOf("offprint", type).ifPresent(rooms::add));
            assertThat(rooms).isEqualTo(new TreeSet<>(HouseWalls.MAY_KNOW.keySet()));
        }

        @Test
        void everyPackageIsNullMarkedAndSaysWhatItIs() {
            var unmarked = new TreeSet<String>();
            for (var type : HOUSE) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    unmarked.add(type.getPackageName());
                }
            }
            assertThat(unmarked).isEmpty();
        }
    }

    @Nested
    class ForeignTypes {

        @Test
        void javaFxLivesInTheWindowOnly() {
            HouseWalls.onlyIn("offprint", "javafx..", "ui").check(HOUSE);
        }

        @Test
        void awtLivesInTheEmbeddedEngineOnly() {
            HouseWalls.onlyIn("offprint", "java.awt..", "engine.embedded").check(HOUSE);
            HouseWalls.onlyIn("offprint", "javax.imageio..", "engine.embedded").check(HOUSE);
        }

        @Test
        void jsonLivesWhereDataIsKeptOrPrinted() {
            HouseWalls.onlyIn("offprint", "tools.jackson..", "recipe", "settings", "export", "cli")
                    .check(HOUSE);
        }

        @Test
        void nativeCallsLiveInTheFastEngineAndTheClassThatLowersWorkers() {
            ArchRuleDefinition.noClasses()
                    .that(HouseWalls.areInNoneOf("offprint", "engine.vips"))
                    .and()
                    .haveNameNotMatching("offprint\\.pool\\.WorkerNiceness.*")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.lang.foreign.Linker")
                    .because("native code is confined")
                    .check(HOUSE);
        }

        @Test
        void threadsAreMadeInThePoolOnly() {
            ArchRuleDefinition.noClasses()
                    .that(HouseWalls.areInNoneOf("offprint", "pool"))
                    .should()
                    .callConstructor(Thread.class, Runnable.class)
                    .orShould()
                    .callConstructor(Thread.class, Runnable.class, String.class)
                    .orShould()
                    .callMethod(Thread.class, "ofVirtual")
                    .orShould()
                    .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(ExecutorService.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Executors.class)
                    .because("one scheduler knows of all the work there is")
                    .check(HOUSE);
        }

        /// The run time takes a hook against Ctrl-C only as a thread. A read from another process can't be given up:
        /// a thread waits in it, while a worker waits for its answer or a kill (docs/decisions/0022). Neither of them
        /// does any work.
        @Test
        void threadsAreBuiltInThePoolAndForTwoKindsOfWaitingOnly() {
            ArchRuleDefinition.noClasses()
                    .that(HouseWalls.areInNoneOf("offprint", "pool"))
                    .and()
                    .doNotHaveFullyQualifiedName("offprint.cli.Interruption")
                    .and()
                    .doNotHaveFullyQualifiedName("offprint.engine.vips.CodecProcess")
                    .should()
                    .callMethod(Thread.class, "ofPlatform")
                    .check(HOUSE);
        }

        @Test
        void printingIsTheCommandLinesOnly() {
            ArchRuleDefinition.noClasses()
                    .that(HouseWalls.areInNoneOf("offprint", "cli"))
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .check(HOUSE);
        }

        @Test
        void postingToTheWindowsThreadHasOneDoor() {
            ArchRuleDefinition.noClasses()
                    .that()
                    .haveSimpleNameNotStartingWith("FxThread")
                    .should()
                    .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                    .check(HOUSE);
        }
    }

    /// The same rules over classes that break them, so that a rule that checks nothing is seen.
    @Nested
    class APlantedBreak {

        private static final String PLANTED = "offprint.walls.planted";
        private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(PLANTED);

        @Test
        void ofTheWallBetweenImageAndPoolIsSeen() {
            assertThatThrownBy(() ->
                            HouseWalls.everyRoomKnowsOnlyItsNeighbours(PLANTED).check(BROKEN))
                    .hasMessageContaining("image may not know pool")
                    .hasMessageContaining("engine may not know ui");
        }

        @Test
        void ofARoomThatIsNotInThePlanIsSeen() {
            assertThatThrownBy(() -> HouseWalls.everyRoomKnowsOnlyItsNeighbours("offprint.walls")
                            .check(BROKEN))
                    .hasMessageContaining("unlisted room");
        }

        @Test
        void ofTheWallRoundAwtIsSeen() {
            assertThatThrownBy(() -> HouseWalls.onlyIn(PLANTED, "java.awt..", "engine.embedded")
                            .check(BROKEN))
                    .hasMessageContaining("KnowsThePool");
        }
    }
}
