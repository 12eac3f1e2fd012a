package offprint.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offprint.export.ExportTotals;
import offprint.export.PhotoProgress;
import offprint.export.PhotoProgress.Stage;
import offprint.export.PhotoProgress.State;

/// Draws the moment of an export as lines of text: one for each worker and one for the whole. A pure function of its
/// inputs.
///
/// @param wideGlyphs whether the terminal shows characters beyond ASCII
/// @param colour whether it may be coloured
record ProgressScreen(boolean wideGlyphs, boolean colour) {

    private static final int BAR = 12;
    private static final int TOTAL_BAR = 24;
    private static final int STAGE = 10;

    /// One moment.
    ///
    /// @param working rows on workers, by worker
    /// @param stopping whether everything was asked to stop
    record Moment(ExportTotals totals, List<PhotoProgress> working, int ended, Duration elapsed, boolean stopping) {}

    /// The lines, each narrower than `columns`.
    List<String> lines(Moment moment, int columns) {
        int room = Math.max(20, columns - 1);
        var lines = new ArrayList<String>();
        for (var row : moment.working()) {
            lines.add(lane(row, room));
        }
        lines.add(total(moment, room));
        return List.copyOf(lines);
    }

    private String lane(PhotoProgress row, int room) {
        var doing = Doing.of(row);
        var head = String.format("%2d ", row.workerNumber().orElse(0));
        int fixed = head.length() + 1 + STAGE + 1 + BAR + 5;
        int names = Math.max(8, room - fixed);
        int variantRoom = Math.min(Printable.columns(doing.variant()), names / 3);
        int photoRoom = names - (variantRoom == 0 ? 0 : variantRoom + 1);
        var photo = Printable.escaped(nameOf(row));
        var named = Printable.padded(Printable.shortened(photo, photoRoom, ellipsis()), photoRoom);
        if (variantRoom > 0) {
            named += " " + Printable.shortened(Printable.escaped(doing.variant()), variantRoom, ellipsis());
        }
        var line = head + Printable.padded(named, names) + " " + Printable.padded(doing.stage(), STAGE);
        int left = room - Printable.columns(line) - 6;
        return left < 4
                ? Printable.shortened(line, room, ellipsis())
                : line + " " + bar(doing.fraction(), Math.min(BAR, left))
                        + String.format("%4d%%", (int) (doing.fraction() * 100));
    }

    private static String nameOf(PhotoProgress row) {
        var file = row.planned().photo().file();
        return Optional.ofNullable(file.getFileName()).orElse(file).toString();
    }

    private String total(Moment moment, int room) {
        var totals = moment.totals();
        double fraction = totals.photos() == 0 ? 0 : (double) moment.ended() / totals.photos();
        var parts = new ArrayList<String>();
        parts.add(moment.ended() + "/" + Printable.count(totals.photos(), "photo"));
        if (moment.stopping()) {
            parts.add("stopping");
        } else if (totals.photosPerMinute() > 0) {
            parts.add(Math.round(totals.photosPerMinute()) + "/min");
        }
        if (!moment.stopping() && totals.timeLeft().isPresent()) {
            parts.add(Printable.span(totals.timeLeft().get()) + " left");
        }
        if (totals.failed() > 0) {
            parts.add(totals.failed() + " failed");
        }
        if (totals.waitingForMemory() > 0) {
            parts.add(totals.waitingForMemory() + " waiting for memory");
        }
        var words = String.join(wideGlyphs ? " · " : ", ", parts);
        int bar = Math.min(TOTAL_BAR, room - Printable.columns(words) - 1);
        return bar < 6 ? Printable.shortened(words, room, ellipsis()) : bar(fraction, bar) + " " + words;
    }

    private String ellipsis() {
        return wideGlyphs ? "…" : "...";
    }

    private String bar(double fraction, int columns) {
        int full = (int) Math.round(Math.clamp(fraction, 0, 1) * columns);
        var done = (wideGlyphs ? "█" : "#").repeat(full);
        var left = (wideGlyphs ? "░" : ".").repeat(columns - full);
        return colour ? "\u001b[36m" + done + "\u001b[90m" + left + "\u001b[0m" : done + left;
    }

    /// What a worker is doing, in words.
    private record Doing(String variant, String stage, double fraction) {

        static Doing of(PhotoProgress row) {
            for (int i = 0; i < row.variants().size(); i++) {
                var variant = row.variants().get(i);
                var word = word(variant.stage());
                if (word.isPresent()) {
                    var stage = row.state() == State.CANCELLING ? "stopping" : word.get();
                    return new Doing(row.planned().outputs().get(i).variant(), stage, variant.fraction());
                }
            }
            return row.state() == State.CANCELLING
                    ? new Doing("", "stopping", row.decodedFraction())
                    : new Doing("", "decoding", row.decodedFraction());
        }

        private static Optional<String> word(Stage stage) {
            return switch (stage) {
                case RESIZING -> Optional.of("resizing");
                case ENCODING -> Optional.of("encoding");
                case WRITING -> Optional.of("writing");
                case CANCELLING -> Optional.of("stopping");
                case WAITING, DECODING, ENDED -> Optional.empty();
            };
        }
    }
}
