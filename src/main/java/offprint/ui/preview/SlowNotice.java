package offprint.ui.preview;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import offprint.ui.Texts;

/// Notices that a picture takes long: first a thin bar, then the format and the seconds. FX thread.
final class SlowNotice {

    private static final long BAR_NANOS = 300_000_000L;
    private static final long WORDS_NANOS = 1_500_000_000L;
    private static final double NANOS_A_SECOND = 1e9;

    private final CompareModel model;
    private final Timeline clock;
    private long sinceNanos;
    private boolean waiting;

    /// @param tick called a few times a second while something is being made
    SlowNotice(CompareModel model, Runnable tick) {
        this.model = model;
        this.clock = new Timeline(new KeyFrame(Duration.millis(250), ignored -> tick.run()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /// Looks whether something is being made now.
    void watch() {
        boolean now = switch (model.stage()) {
            case READING, ENCODING, FINISHING -> true;
            case NOTHING, READY, REFUSED, FAILED -> false;
        };
        if (now && !waiting) {
            sinceNanos = System.nanoTime();
            clock.play();
        } else if (!now) {
            clock.stop();
        }
        waiting = now;
    }

    private long waitedNanos() {
        return waiting ? System.nanoTime() - sinceNanos : 0;
    }

    boolean isLong() {
        return waitedNanos() > BAR_NANOS;
    }

    /// `estimate · finishing AVIF, 4 s`, once it has taken that long.
    Optional<String> text() {
        boolean finishing = model.stage() == CompareModel.Stage.FINISHING;
        if (!finishing || waitedNanos() < WORDS_NANOS) {
            return Optional.empty();
        }
        return model.encoding()
                .map(encoding -> Texts.get(
                        "compare.finishing", encoding.format().label(), Math.round(waitedNanos() / NANOS_A_SECOND)));
    }
}
