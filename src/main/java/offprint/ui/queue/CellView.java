package offprint.ui.queue;

import java.time.Duration;
import java.util.Optional;
import offprint.export.ExportOutcome;
import offprint.export.PhotoProgress;
import offprint.export.PhotoProgress.VariantProgress;
import offprint.ui.FailureText;
import offprint.ui.Texts;

/// What one cell of the photo × variant matrix shows.
///
/// @param kind how it looks
/// @param text in the cell
/// @param fraction 0–1 of the bar; below 0: no bar
/// @param detail the whole story, for the tooltip and the ear
record CellView(Kind kind, String text, double fraction, String detail) {

    private static final double NO_BAR = -1;

    static final CellView NOTHING = new CellView(Kind.ABSENT, "", NO_BAR, "");

    /// The looks of a cell; each is also a pseudo-class in lower case.
    enum Kind {
        ABSENT,
        WAITING,
        MEMORY,
        ACTIVE,
        CANCELLING,
        DONE,
        SKIPPED,
        FAILED,
        CANCELLED
    }

    boolean canBeCancelled() {
        return switch (kind) {
            case WAITING, MEMORY, ACTIVE -> true;
            case ABSENT, CANCELLING, DONE, SKIPPED, FAILED, CANCELLED -> false;
        };
    }

    /// The same for a variant whose encoder says nothing any more.
    ///
    /// @param silentFor since when; empty while it talks
    static CellView of(PhotoProgress photo, int variant, Optional<Duration> silentFor) {
        if (silentFor.isEmpty()) {
            return of(photo, variant);
        }
        var format = photo.planned().outputs().get(variant).encoding().format().label();
        var text = Texts.get("queue.cell.finishing", format, Texts.seconds(silentFor.get()));
        return new CellView(Kind.ACTIVE, text, NO_BAR, Texts.get("queue.cell.finishing.detail", text));
    }

    /// The cell of a variant, by its place in the plan.
    static CellView of(PhotoProgress photo, int variant) {
        if (variant >= photo.variants().size()) {
            return photo.failure()
                    .filter(ignored -> variant == 0)
                    .map(CellView::failed)
                    .orElseGet(() -> plain(Kind.ABSENT, ""));
        }
        var progress = photo.variants().get(variant);
        return progress.outcome().map(CellView::ended).orElseGet(() -> underWay(photo, progress));
    }

    private static CellView ended(ExportOutcome outcome) {
        return switch (outcome) {
            case ExportOutcome.Written written ->
                new CellView(
                        Kind.DONE,
                        Texts.get("cell.done", Texts.bytes(written.bytes())),
                        NO_BAR,
                        Texts.get("cell.done.detail", written.file(), written.size(), Texts.bytes(written.bytes())));
            case ExportOutcome.Skipped skipped ->
                new CellView(
                        Kind.SKIPPED,
                        Texts.get("cell.skipped"),
                        NO_BAR,
                        Texts.get("cell.skipped.detail", skipped.file(), skipped.reason()));
            case ExportOutcome.Failed failed -> failed(failed);
            case ExportOutcome.Cancelled cancelled ->
                cancelled.timeToStop().isZero()
                        ? plain(Kind.CANCELLED, Texts.get("cell.cancelled"))
                        : new CellView(
                                Kind.CANCELLED,
                                Texts.get("cell.stopped"),
                                NO_BAR,
                                Texts.get("cell.stopped.detail", Texts.millis(cancelled.timeToStop())));
        };
    }

    private static CellView failed(ExportOutcome.Failed failed) {
        return new CellView(
                Kind.FAILED,
                Texts.get("cell.failed"),
                NO_BAR,
                FailureText.of(failed).whole());
    }

    private static CellView underWay(PhotoProgress photo, VariantProgress progress) {
        if (photo.state() == PhotoProgress.State.CANCELLING) {
            return plain(Kind.CANCELLING, Texts.get("cell.cancelling"));
        }
        if (photo.state() == PhotoProgress.State.WAITING_FOR_MEMORY) {
            return plain(Kind.MEMORY, Texts.get("cell.memory"));
        }
        return switch (progress.stage()) {
            case WAITING, ENDED -> plain(Kind.WAITING, Texts.get("cell.waiting"));
            case DECODING -> active("cell.decoding", photo.decodedFraction());
            case RESIZING -> active("cell.resizing", NO_BAR);
            case ENCODING -> active("cell.encoding", progress.fraction());
            case WRITING -> active("cell.writing", NO_BAR);
            case CANCELLING -> plain(Kind.CANCELLING, Texts.get("cell.cancelling"));
        };
    }

    private static CellView active(String key, double fraction) {
        var text = Texts.get(key);
        var detail = fraction < 0 ? text : Texts.get("cell.progress", text, Texts.percent(fraction));
        return new CellView(Kind.ACTIVE, text, fraction, detail);
    }

    private static CellView plain(Kind kind, String text) {
        return new CellView(kind, text, NO_BAR, text);
    }
}
