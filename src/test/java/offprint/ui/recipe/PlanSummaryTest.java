package offprint.ui.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import offprint.export.ExportOutcome;
import offprint.export.ExportPlan;
import offprint.export.PlannedOutput;
import offprint.export.PlannedOutput.Note;
import offprint.export.PlannedPhoto;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import org.junit.jupiter.api.Test;

class PlanSummaryTest {

    private static final Path TO = Path.of("/out");

    @Test
    void a_plain_plan_is_one_short_sentence() {
        var plan = DemoQueue.plan(DemoServices.photos(312), DemoServices.RECIPES.getFirst(), TO);
        assertThat(PlanSummary.of(plan).inWords()).isEqualTo("312 photos → 936 files, about 593 MB");
    }

    @Test
    void what_is_out_of_the_ordinary_is_counted_by_its_kind() {
        var web = DemoServices.RECIPES.getFirst();
        var planned = DemoQueue.planned(DemoServices.photo(1, "a.jpg"), web, TO);
        var outputs = planned.outputs();
        var failing = new ExportOutcome.Failed("E-X", "no", "do");
        var noted = new PlannedPhoto(
                planned.photo(),
                List.of(
                        with(outputs.get(0), new Note.Renamed(TO)),
                        with(outputs.get(1), new Note.Replaces()),
                        with(outputs.get(2), new Note.WillSkip("there")),
                        with(outputs.get(2), new Note.WillFail(failing))),
                Optional.empty());
        var unreadable = DemoQueue.planned(DemoServices.unreadable(2, "b.jpg"), web, TO);
        var summary = PlanSummary.of(new ExportPlan(web, TO, List.of(noted, unreadable), 0));
        assertThat(summary.inWords())
                .isEqualTo("1 photo → 2 files, about 0 B. 1 renamed, 1 replaced, 1 skipped, 1 can’t be written, "
                        + "1 photo can’t be read.");
        assertThat(summary.replaced()).isEqualTo(1);
    }

    @Test
    void a_plan_that_can_write_nothing_says_why_and_what_to_do() {
        var web = DemoServices.RECIPES.getFirst();
        var full = new ExportOutcome.Failed("E-SPACE", "The disk is full.", "Make room.");
        var failed = new PlannedPhoto(DemoServices.photo(1, "a.jpg"), List.of(), Optional.of(full));
        var summary = PlanSummary.of(new ExportPlan(web, TO, List.of(failed, failed), 0));
        assertThat(summary.inWords()).isEqualTo("Nothing can be written. The disk is full. (E-SPACE)\nMake room.");
    }

    @Test
    void a_plan_whose_every_output_is_refused_says_the_first_refusal() {
        var web = DemoServices.RECIPES.getFirst();
        var planned = DemoQueue.planned(DemoServices.photo(1, "a.jpg"), web, TO);
        var refusal = new Note.WillFail(new ExportOutcome.Failed("E-X", "No.", "Do."));
        var refused = new PlannedPhoto(
                planned.photo(),
                planned.outputs().stream().map(output -> with(output, refusal)).toList(),
                Optional.empty());
        var summary = PlanSummary.of(new ExportPlan(web, TO, List.of(refused), 0));
        assertThat(summary.inWords()).isEqualTo("Nothing can be written. No. (E-X)\nDo.");
    }

    private static PlannedOutput with(PlannedOutput output, Note note) {
        return new PlannedOutput(
                output.variant(), output.size(), output.encoding(), output.target(), Optional.of(note));
    }
}
