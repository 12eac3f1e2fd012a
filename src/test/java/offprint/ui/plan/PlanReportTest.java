package offprint.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import offprint.export.ExportOutcome;
import offprint.export.ExportPlan;
import offprint.export.PlannedOutput;
import offprint.export.PlannedOutput.Note;
import offprint.export.PlannedPhoto;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.recipe.Sizing;
import offprint.recipe.Variant;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.plan.PlanLine.Fix;
import offprint.ui.plan.PlanLine.Mark;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlanReportTest {

    private static final Path TO = Path.of("/out");
    private static final Recipe WEB = DemoServices.RECIPES.getFirst();
    private static final ExportOutcome.Failed NO = new ExportOutcome.Failed("E-X", "No.", "Do.");

    private static PlanReport report(ExportPlan plan) {
        return PlanReport.of(plan, OptionalLong.of(1_000_000_000), 0);
    }

    private static ExportPlan plain(int photos) {
        return DemoQueue.plan(DemoServices.photos(photos), WEB, TO);
    }

    /// One photo of which the outputs have these notes.
    private static ExportPlan noted(Recipe recipe, Note... notes) {
        var planned = DemoQueue.planned(DemoServices.photo(1, "a.jpg"), recipe, TO);
        var outputs = new ArrayList<PlannedOutput>();
        for (int i = 0; i < notes.length; i++) {
            outputs.add(with(planned.outputs().get(i % 3), notes[i]));
        }
        return new ExportPlan(recipe, TO, List.of(new PlannedPhoto(planned.photo(), outputs, Optional.empty())), 0);
    }

    private static PlannedOutput with(PlannedOutput output, Note note) {
        return new PlannedOutput(
                output.variant(), output.size(), output.encoding(), output.target(), Optional.of(note));
    }

    private static PlannedPhoto unreadable(ExportOutcome.Failed failure) {
        return new PlannedPhoto(DemoServices.unreadable(2, "b.jpg"), List.of(), Optional.of(failure));
    }

    private static List<PlanLine> lines(PlanReport report, Mark mark) {
        return PlanWords.lines(report).stream()
                .filter(line -> line.mark() == mark)
                .toList();
    }

    @Nested
    class In_one_line {

        @Test
        void a_plain_plan_is_one_short_sentence() {
            assertThat(PlanWords.inOneLine(report(plain(312)))).isEqualTo("312 photos → 936 files, about 593\u00a0MB");
        }

        @Test
        void what_is_out_of_the_ordinary_is_counted_by_its_kind() {
            var plan = noted(
                    WEB, new Note.Renamed(TO), new Note.Replaces(), new Note.WillSkip("there"), new Note.WillFail(NO));
            var all = new ArrayList<>(plan.photos());
            all.add(unreadable(NO));
            assertThat(PlanWords.inOneLine(report(new ExportPlan(WEB, TO, all, 0))))
                    .isEqualTo(
                            "1 photo → 2 files, about 0\u00a0B. 1 renamed, 1 replaced, 1 skipped, 1 can’t be written, "
                                    + "1 photo can’t be read.");
        }

        @Test
        void a_plan_that_can_write_nothing_says_why_and_what_to_do() {
            var full = new ExportOutcome.Failed("E-SPACE", "The disk is full.", "Make room.");
            var plan = new ExportPlan(WEB, TO, List.of(unreadable(full), unreadable(full)), 0);
            assertThat(PlanWords.inOneLine(report(plan)))
                    .isEqualTo("Nothing can be written. The disk is full. (E-SPACE)\nMake room.");
            var refused = noted(WEB, new Note.WillFail(NO), new Note.WillFail(NO));
            assertThat(PlanWords.inOneLine(report(refused))).isEqualTo("Nothing can be written. No. (E-X)\nDo.");
        }
    }

    @Nested
    class A_decision {

        @Test
        void is_not_needed_where_all_goes_well() {
            assertThat(report(plain(3)).needsDecision()).isFalse();
            assertThat(PlanReport.of(plain(3), OptionalLong.empty(), 0).needsDecision())
                    .isFalse();
            assertThat(report(noted(WEB, new Note.Renamed(TO), new Note.WillSkip("there")))
                            .needsDecision())
                    .isFalse();
        }

        @Test
        void is_needed_for_a_small_disk_a_replaced_file_and_what_can_not_be_done() {
            assertThat(PlanReport.of(plain(3), OptionalLong.of(5_699_999), 0).needsDecision())
                    .isTrue();
            assertThat(PlanReport.of(plain(3), OptionalLong.of(5_700_000), 0).needsDecision())
                    .isFalse();
            assertThat(report(noted(WEB, new Note.Replaces())).needsDecision()).isTrue();
            assertThat(report(noted(WEB, new Note.WillFail(NO))).needsDecision())
                    .isTrue();
            assertThat(report(new ExportPlan(WEB, TO, List.of(unreadable(NO)), 0))
                            .needsDecision())
                    .isTrue();
        }
    }

    @Nested
    class Files_that_exist {

        @Test
        void are_told_from_names_that_two_outputs_want() {
            var plan = noted(WEB, new Note.Renamed(TO.resolve("there.jpg")), new Note.WillSkip("there"));
            var own = plan.photos().getFirst().outputs().getFirst().target();
            var doubled = noted(WEB, new Note.Renamed(own), new Note.Renamed(TO.resolve("there.jpg")));
            assertThat(report(plan).collisions()).isEqualTo(new PlanReport.Collisions(1, 0, 0, 1));
            assertThat(report(doubled).collisions()).isEqualTo(new PlanReport.Collisions(1, 1, 0, 0));
        }

        @Test
        void offer_three_answers_and_say_what_the_present_one_means() {
            for (var policy : OnConflict.values()) {
                var line = PlanWords.lines(report(noted(WEB.withOnConflict(policy), new Note.Replaces()))).stream()
                        .filter(candidate -> candidate.fixes().contains(Fix.REPLACE))
                        .findFirst()
                        .orElseThrow();
                assertThat(line.text()).isEqualTo("1 file exists already");
                assertThat(line.fixes()).containsExactly(Fix.KEEP_BOTH, Fix.REPLACE, Fix.SKIP);
                assertThat(line.detail())
                        .contains(
                                switch (policy) {
                                    case RENAME -> "both stay";
                                    case SKIP -> "nothing is written";
                                    case OVERWRITE -> "originals are never replaced";
                                });
            }
        }
    }

    @Nested
    class What_can_not_be_done {

        @Test
        void is_told_once_a_reason_and_can_be_left_out() {
            var other = new ExportOutcome.Failed("E-Y", "Not so.", "Else.");
            var photos = new ArrayList<>(
                    noted(WEB, new Note.WillFail(NO), new Note.WillFail(NO)).photos());
            photos.add(unreadable(other));
            var plan = new ExportPlan(WEB, TO, photos, 0);
            var wrong = lines(report(plan), Mark.WRONG);
            assertThat(wrong)
                    .extracting(PlanLine::text)
                    .contains("2 files can’t be written: E-X", "1 photo can’t be read: E-Y");
            assertThat(wrong)
                    .filteredOn(line -> line.fixes().contains(Fix.LEAVE_OUT))
                    .extracting(PlanLine::code)
                    .containsExactly("E-X", "E-Y");
        }

        @Test
        void is_gone_when_it_is_left_out_and_can_be_taken_in_again() {
            var plan = noted(WEB, new Note.WillFail(NO), new Note.Renamed(TO)).leavingOut(Set.of("E-X"));
            var report = PlanReport.of(plan, OptionalLong.of(9), 2);
            assertThat(report.needsDecision()).isFalse();
            assertThat(report.leftOut()).isEqualTo(new PlanReport.LeftOut(2, 1));
            assertThat(report.files()).isEqualTo(1);
            assertThat(PlanWords.lines(report))
                    .filteredOn(line -> line.fixes().contains(Fix.TAKE_IN))
                    .extracting(PlanLine::text)
                    .containsExactly("Left out: 2 photos, 1 file of others");
            assertThat(noted(WEB, new Note.WillFail(NO)).leavingOut(Set.of("E-Y")))
                    .as("another reason stays")
                    .isEqualTo(noted(WEB, new Note.WillFail(NO)));
        }
    }

    @Nested
    class What_leaves {

        private Recipe keeping(MetadataPolicy.Group... groups) {
            return new Recipe("R", WEB.variants(), new MetadataPolicy(Set.of(groups)), OnConflict.RENAME);
        }

        private List<String> texts(Recipe recipe) {
            return PlanWords.lines(report(DemoQueue.plan(DemoServices.photos(6), recipe, TO))).stream()
                    .map(PlanLine::text)
                    .toList();
        }

        @Test
        void says_of_how_many_photos_the_position_goes_or_stays() {
            assertThat(texts(WEB)).contains("The position (GPS) is removed from 2 photos");
            assertThat(texts(keeping(MetadataPolicy.Group.GPS)))
                    .contains("The position (GPS) stays in 2 photos")
                    .anyMatch(text -> text.startsWith("Kept: position. Removed: copyright"));
        }

        @Test
        void says_when_all_or_nothing_is_kept() {
            assertThat(texts(keeping())).contains("Everything that the photos say about themselves is removed");
            assertThat(texts(keeping(MetadataPolicy.Group.values())))
                    .contains("Everything that the photos say about themselves is kept");
        }
    }

    @Nested
    class Photos_that_are_too_small {

        private List<String> texts(Sizing.Enlargement enlargement) {
            var huge = new Variant(
                    "huge",
                    new Sizing.LongEdge(20_000, enlargement),
                    WEB.variants().getFirst().encoding(),
                    WEB.variants().getFirst().file());
            var recipe = new Recipe("R", List.of(huge), MetadataPolicy.STRIP, OnConflict.RENAME);
            return PlanWords.lines(report(DemoQueue.plan(DemoServices.photos(2), recipe, TO))).stream()
                    .map(PlanLine::text)
                    .toList();
        }

        @Test
        void keep_their_size_or_are_enlarged() {
            assertThat(texts(Sizing.Enlargement.NEVER))
                    .contains("2 photos are smaller than “huge”: they keep their size");
            assertThat(texts(Sizing.Enlargement.ALLOWED)).contains("2 photos are smaller than “huge” and are enlarged");
            assertThat(PlanWords.lines(report(plain(2))))
                    .noneMatch(line -> line.text().contains("smaller"));
        }
    }

    @Test
    void the_room_on_the_disk_is_said_against_what_is_needed() {
        var enough = PlanWords.lines(PlanReport.of(plain(3), OptionalLong.of(84_000_000_000L), 0));
        assertThat(enough).extracting(PlanLine::text).contains("About 5.7\u00a0MB; 84\u00a0GB are free");
        var little = lines(PlanReport.of(plain(3), OptionalLong.of(1_000_000), 0), Mark.WRONG);
        assertThat(little).singleElement().satisfies(line -> {
            assertThat(line.text()).isEqualTo("About 5.7\u00a0MB are needed and 1\u00a0MB are free: 4.7\u00a0MB short");
            assertThat(line.fixes()).containsExactly(Fix.OTHER_FOLDER);
        });
    }
}
