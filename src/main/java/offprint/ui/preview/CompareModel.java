package offprint.ui.preview;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.engine.View;
import offprint.image.PixelSize;
import offprint.image.SourceInfo;
import offprint.library.Photo;
import offprint.preview.PreviewEvent;
import offprint.preview.PreviewEvent.Certainty;
import offprint.preview.PreviewRequest;
import offprint.preview.PreviewRequest.Wanted;
import offprint.preview.Quality;
import offprint.recipe.Encoding;
import offprint.recipe.Recipe;
import offprint.recipe.Sizing;
import offprint.recipe.Variant;
import offprint.ui.EngineFacts;
import offprint.ui.FxThread;
import offprint.ui.Mailbox;
import offprint.ui.ScreenImage;

/// What is compared, what is on the screen of it, and what is still being made. Belongs to the FX thread.
///
/// A picture is shown with the encoding that it was made with, whatever is wanted by now.
final class CompareModel {

    private final PreviewPort port;
    private final ObservableValue<EngineFacts> engine;
    private final Mailbox<Letter> mailbox;
    private Runnable onChange = () -> {};
    private Optional<Photo> photo = Optional.empty();
    private Optional<Recipe> recipe = Optional.empty();
    private int variant;
    private OptionalInt quality = OptionalInt.empty();
    private Viewer viewer = (whole, asked) -> Optional.empty();
    private boolean active = true;
    private Optional<PreviewRequest> asked = Optional.empty();
    private Optional<Picture> before = Optional.empty();
    private Optional<PreviewRequest> beforeRequest = Optional.empty();
    private Optional<After> after = Optional.empty();
    private Optional<EngineFailure> failure = Optional.empty();
    private long serial;

    /// Says what of a picture is looked at.
    interface Viewer {

        /// @param whole size of the picture
        /// @param asked what was asked for before of a picture of this size; to be kept where it still serves
        /// @return empty while there is no room for it
        Optional<View> view(PixelSize whole, Optional<View> asked);
    }

    /// Pixels and what of the variant they show. Whoever shows them holds the image.
    record Picture(ScreenImage image, View view) {}

    /// What the encoder made.
    record After(Picture picture, Encoding encoding, long bytes, Certainty certainty) {}

    /// How far it is.
    enum Stage {
        /// No photo, or no recipe, or nobody looks.
        NOTHING,
        /// The first picture is not there yet.
        READING,
        /// A picture is there, and the one that is wanted is being made.
        ENCODING,
        /// An estimate is there, and the exact picture is being made.
        FINISHING,
        READY,
        /// The photo can be seen, but this variant can't be written.
        REFUSED,
        FAILED
    }

    /// What happened to a request, as it reaches the FX thread.
    private record Letter(long serial, Event event) {}

    private sealed interface Event {
        record Before(ScreenImage image) implements Event {}

        record After(ScreenImage image, long bytes, Certainty certainty) implements Event {}

        record Failed(EngineFailure failure) implements Event {}
    }

    CompareModel(PreviewPort port, ObservableValue<EngineFacts> engine, FxThread fx) {
        this.port = port;
        this.engine = engine;
        this.mailbox = fx.mailbox(this::deliver);
    }

    void setViewer(Viewer now) {
        viewer = now;
    }

    /// Called after anything has changed.
    void setOnChange(Runnable listener) {
        onChange = listener;
    }

    // ---- what is wanted -----------------------------------------------------------------------------------------

    /// Compares another photo, or by another recipe; a variant of the same name stays chosen, and a quality that was
    /// tried stays while it is the same variant of the same recipe.
    void show(Optional<Photo> now, Optional<Recipe> by) {
        boolean other = !now.equals(photo);
        if (!other && by.equals(recipe)) {
            return;
        }
        var name = variant().map(Variant::name);
        boolean sameRecipe = by.map(Recipe::name).equals(recipe.map(Recipe::name));
        photo = now;
        recipe = by;
        variant = by.map(Recipe::variants).stream()
                .flatMap(List::stream)
                .filter(one -> name.filter(one.name()::equals).isPresent())
                .findFirst()
                .map(one -> by.orElseThrow().variants().indexOf(one))
                .orElse(0);
        if (!sameRecipe
                || variant().map(Variant::name).filter(name.orElse("")::equals).isEmpty()) {
            quality = OptionalInt.empty();
        }
        forget(other);
        ask();
    }

    /// While it is not looked at it asks for nothing and holds no picture.
    void setActive(boolean looked) {
        if (active != looked) {
            active = looked;
            forget(true);
            if (!looked) {
                port.clear();
            }
            ask();
        }
    }

    void chooseVariant(int index) {
        if (index != variant && index >= 0 && index < variants().size()) {
            variant = index;
            quality = OptionalInt.empty();
            forget(false);
            ask();
        }
    }

    /// The next variant, or with -1 the one before; around the ends.
    void stepVariant(int by) {
        if (!variants().isEmpty()) {
            chooseVariant(Math.floorMod(variant + by, variants().size()));
        }
    }

    /// Another quality than the recipe's, for looking at.
    void setQuality(int percent) {
        if (quality().isPresent() && quality().getAsInt() != percent) {
            quality = OptionalInt.of(percent);
            ask();
        }
    }

    void resetQuality() {
        if (quality.isPresent()) {
            quality = OptionalInt.empty();
            ask();
        }
    }

    /// Another part of the picture may be seen, or another size of it.
    void lookAgain() {
        ask();
    }

    /// A new photo leaves nothing on the screen; another variant of it leaves the photo.
    private void forget(boolean other) {
        setAfter(Optional.empty());
        failure = Optional.empty();
        if (other
                || before.filter(picture -> picture.view() instanceof View.Fitted)
                        .isEmpty()) {
            setBefore(Optional.empty());
        }
    }

    private void ask() {
        var wanted = wanted();
        if (wanted.isEmpty()) {
            if (active && asked.isPresent()) {
                port.clear();
            }
            serial++;
        } else if (!wanted.equals(asked)) {
            serial++;
            failure = Optional.empty();
            long own = serial;
            boolean beforeIsKnown = before.isPresent() && beforeIsOf(wanted.get());
            var request = beforeIsKnown ? wanted.get().onlyAfter() : wanted.get();
            port.request(request, event -> mailbox.offer(new Letter(own, taken(event))));
        }
        asked = wanted;
        onChange.run();
    }

    /// Whether the picture on the screen is the one before the encoder of this request.
    private boolean beforeIsOf(PreviewRequest request) {
        return beforeRequest
                .filter(old -> old.photo().equals(request.photo())
                        && sizing(old).equals(sizing(request))
                        && old.view().equals(request.view()))
                .isPresent();
    }

    private static Sizing sizing(PreviewRequest request) {
        return request.recipe().variants().get(request.variant()).sizing();
    }

    private Optional<PreviewRequest> wanted() {
        var size = size();
        if (!active || photo.isEmpty() || recipe.isEmpty() || size.isEmpty()) {
            return Optional.empty();
        }
        var known = asked.filter(old -> photo.filter(old.photo()::equals).isPresent())
                .filter(old -> variant()
                        .map(Variant::sizing)
                        .filter(sizing(old)::equals)
                        .isPresent())
                .map(PreviewRequest::view);
        var view = viewer.view(size.get(), known);
        return view.flatMap(seen -> encoding()
                .map(encoding -> new PreviewRequest(
                        photo.get(), recipe.get(), variant, encoding, seen, Wanted.BEFORE_AND_AFTER)));
    }

    // ---- what comes ---------------------------------------------------------------------------------------------

    /// On a worker: the pixels go to the screen.
    private static Event taken(PreviewEvent event) {
        return switch (event) {
            case PreviewEvent.Before seen -> new Event.Before(ScreenImage.of(seen.pixels()));
            case PreviewEvent.After made ->
                new Event.After(ScreenImage.of(made.pixels()), made.bytes(), made.certainty());
            case PreviewEvent.Failed failed -> new Event.Failed(failed.failure());
        };
    }

    private void deliver(List<Letter> letters) {
        boolean changed = false;
        for (var letter : letters) {
            if (letter.serial() == serial && asked.isPresent()) {
                take(letter.event(), asked.get());
                changed = true;
            } else {
                refuse(letter.event());
            }
        }
        if (changed) {
            onChange.run();
        }
    }

    private void take(Event event, PreviewRequest request) {
        switch (event) {
            case Event.Before seen -> {
                setBefore(Optional.of(new Picture(seen.image(), request.view())));
                beforeRequest = Optional.of(request);
            }
            case Event.After made ->
                setAfter(Optional.of(new After(
                        new Picture(made.image(), request.view()),
                        request.encoding(),
                        made.bytes(),
                        made.certainty())));
            case Event.Failed failed -> {
                failure = Optional.of(failed.failure());
                setAfter(Optional.empty());
            }
        }
    }

    /// What nobody waits for any more.
    private static void refuse(Event event) {
        switch (event) {
            case Event.Before seen -> seen.image().letGo();
            case Event.After made -> made.image().letGo();
            case Event.Failed withoutPicture -> {}
        }
    }

    private void setBefore(Optional<Picture> now) {
        before.ifPresent(old -> old.image().letGo());
        before = now;
    }

    private void setAfter(Optional<After> now) {
        after.ifPresent(old -> old.picture().image().letGo());
        after = now;
    }

    // ---- what is so ---------------------------------------------------------------------------------------------

    Stage stage() {
        if (!active || photo.isEmpty() || recipe.isEmpty()) {
            return Stage.NOTHING;
        }
        if (reason().isPresent()) {
            return before.isPresent() ? Stage.REFUSED : Stage.FAILED;
        }
        if (before.isEmpty()) {
            return Stage.READING;
        }
        if (!isUpToDate()) {
            return Stage.ENCODING;
        }
        return after.filter(made -> made.certainty() == Certainty.EXACT).isPresent() ? Stage.READY : Stage.FINISHING;
    }

    /// Whether the encoded picture is of what is wanted now.
    boolean isUpToDate() {
        return after.isPresent()
                && asked.isPresent()
                && after.get().encoding().equals(asked.get().encoding())
                && after.get().picture().view().equals(asked.get().view());
    }

    /// Why there is no picture, or none of the encoder's.
    Optional<EngineFailure> reason() {
        if (photo.isPresent() && photo.get().info() instanceof EngineResult.Failed<SourceInfo> failed) {
            return Optional.of(failed.failure());
        }
        return failure;
    }

    Optional<Photo> photo() {
        return photo;
    }

    Optional<Recipe> recipe() {
        return recipe;
    }

    List<Variant> variants() {
        return recipe.map(Recipe::variants).orElse(List.of());
    }

    int variantIndex() {
        return variant;
    }

    Optional<Variant> variant() {
        return variant < variants().size() ? Optional.of(variants().get(variant)) : Optional.empty();
    }

    boolean isWritable(Variant one) {
        return engine.getValue().writableFormats().contains(one.encoding().format());
    }

    /// The encoding that is wanted: the recipe's, but for the slider.
    Optional<Encoding> encoding() {
        return variant()
                .map(Variant::encoding)
                .map(own -> quality.isPresent() ? Quality.with(own, quality.getAsInt()) : own);
    }

    /// The wanted quality; empty for a format that has none.
    OptionalInt quality() {
        return encoding().map(Quality::of).orElse(OptionalInt.empty());
    }

    /// Whether the quality is another than the recipe's.
    boolean isQualityChanged() {
        return quality.isPresent() && !encoding().equals(variant().map(Variant::encoding));
    }

    /// The size of the variant for this photo.
    Optional<PixelSize> size() {
        return info().flatMap(info -> variant().map(one -> one.sizing().sizeFor(info.displaySize())));
    }

    Optional<SourceInfo> info() {
        return photo.flatMap(one -> one.info() instanceof EngineResult.Done<SourceInfo> done
                ? Optional.of(done.value())
                : Optional.empty());
    }

    Optional<Picture> before() {
        return before;
    }

    Optional<After> after() {
        return after;
    }
}
