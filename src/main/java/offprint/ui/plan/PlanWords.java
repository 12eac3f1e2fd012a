package offprint.ui.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import offprint.recipe.MetadataPolicy.Group;
import offprint.ui.FailureText;
import offprint.ui.Texts;
import offprint.ui.plan.PlanLine.Fix;
import offprint.ui.plan.PlanLine.Mark;

/// A report in plain words. Pure; any thread.
public final class PlanWords {

    private PlanWords() {}

    /// `312 photos → 1,248 files, about 1.2 GB. 3 renamed, 2 skipped.`, or why nothing can be written.
    public static String inOneLine(PlanReport report) {
        if (report.files() == 0 && !report.obstacles().isEmpty()) {
            var failure = FailureText.of(report.obstacles().getFirst().failure());
            return Texts.get("plan.nothing", failure.message(), failure.code(), failure.remedy());
        }
        var extras = new ArrayList<String>();
        add(
                extras,
                "plan.renamed",
                report.collisions().renamed() + report.collisions().doubled());
        add(extras, "plan.replaced", report.collisions().replaced());
        add(extras, "plan.skipped", report.collisions().skipped());
        add(extras, "plan.failing", report.failing());
        add(extras, "plan.unreadable", report.unreadable());
        var first = Texts.get("plan.files", report.photos(), report.files(), Texts.bytes(report.estimatedBytes()));
        return extras.isEmpty() ? first : Texts.get("plan.whole", first, String.join(", ", extras));
    }

    private static void add(List<String> extras, String key, int count) {
        if (count > 0) {
            extras.add(Texts.get(key, count));
        }
    }

    /// The plan, a line for each thing to know.
    static List<PlanLine> lines(PlanReport report) {
        var lines = new ArrayList<PlanLine>();
        lines.add(PlanLine.with(
                report.files() == 0 ? Mark.WRONG : Mark.GOOD,
                Texts.get("plan.line.files", report.photos(), report.files()),
                report.destination().toString()));
        lines.add(space(report));
        addCollisions(report, lines);
        addObstacles(report, lines);
        addMetadata(report, lines);
        for (var growth : report.growths()) {
            lines.add(PlanLine.plain(
                    growth.areEnlarged() ? Mark.NOTE : Mark.GOOD,
                    Texts.get(
                            growth.areEnlarged() ? "plan.line.enlarged" : "plan.line.small",
                            growth.photos(),
                            growth.variant())));
        }
        return List.copyOf(lines);
    }

    private static PlanLine space(PlanReport report) {
        var needed = Texts.bytes(report.estimatedBytes());
        if (report.freeBytes().isEmpty()) {
            return PlanLine.plain(Mark.NOTE, Texts.get("plan.line.space.unknown", needed));
        }
        long free = report.freeBytes().getAsLong();
        return report.isTooLarge()
                ? PlanLine.with(
                        Mark.WRONG,
                        Texts.get(
                                "plan.line.space.short",
                                needed,
                                Texts.bytes(free),
                                Texts.bytes(report.estimatedBytes() - free)),
                        Texts.get("plan.line.space.remedy"),
                        Fix.OTHER_FOLDER)
                : PlanLine.plain(Mark.GOOD, Texts.get("plan.line.space", needed, Texts.bytes(free)));
    }

    private static void addCollisions(PlanReport report, List<PlanLine> lines) {
        var collisions = report.collisions();
        if (collisions.withFiles() > 0) {
            boolean replaces = collisions.replaced() > 0;
            lines.add(PlanLine.with(
                    replaces ? Mark.NOTE : Mark.GOOD,
                    Texts.get("plan.line.exist", collisions.withFiles()),
                    Texts.get(key(report)),
                    Fix.KEEP_BOTH,
                    Fix.REPLACE,
                    Fix.SKIP));
        }
        if (collisions.doubled() > 0) {
            lines.add(PlanLine.plain(Mark.GOOD, Texts.get("plan.line.doubled", collisions.doubled())));
        }
    }

    private static String key(PlanReport report) {
        return switch (report.policy()) {
            case RENAME -> "plan.line.exist.keep";
            case OVERWRITE -> "plan.line.exist.replace";
            case SKIP -> "plan.line.exist.skip";
        };
    }

    private static void addObstacles(PlanReport report, List<PlanLine> lines) {
        for (var obstacle : report.obstacles()) {
            var failure = FailureText.of(obstacle.failure());
            var key = obstacle.photos() > 0 ? "plan.line.photos.fail" : "plan.line.files.fail";
            int count = obstacle.photos() > 0 ? obstacle.photos() : obstacle.files();
            lines.add(new PlanLine(
                    Mark.WRONG,
                    Texts.get(key, count, failure.code()),
                    Texts.get("plan.line.reason", failure.message(), failure.remedy()),
                    List.of(Fix.LEAVE_OUT),
                    failure.code()));
        }
        if (report.leftOut().isAnything()) {
            lines.add(PlanLine.with(
                    Mark.NOTE,
                    Texts.get(
                            "plan.line.leftOut",
                            report.leftOut().photos(),
                            report.leftOut().files()),
                    "",
                    Fix.TAKE_IN));
        }
    }

    private static void addMetadata(PlanReport report, List<PlanLine> lines) {
        if (report.positions() > 0) {
            boolean stays = report.kept().contains(Group.GPS);
            lines.add(PlanLine.plain(
                    stays ? Mark.NOTE : Mark.GOOD,
                    Texts.get(stays ? "plan.line.gps.stays" : "plan.line.gps.removed", report.positions())));
        }
        var kept = groups(report.kept()::contains);
        var removed = groups(group -> !report.kept().contains(group));
        lines.add(PlanLine.plain(
                Mark.GOOD,
                kept.isEmpty()
                        ? Texts.get("plan.line.metadata.none")
                        : removed.isEmpty()
                                ? Texts.get("plan.line.metadata.all")
                                : Texts.get("plan.line.metadata", kept, removed)));
    }

    private static String groups(Predicate<Group> wanted) {
        return Arrays.stream(Group.values())
                .filter(wanted)
                .map(group -> Texts.get("plan.group." + group.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }
}
