package offprint.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offprint.image.ImageFormat;

/// A format and its choices as the user left them, right or wrong.
///
/// @param format of the file
/// @param choices by their names in the recipe's JSON, in its order; each as the text that JSON has for it
public record EncodingDraft(ImageFormat format, Map<String, String> choices) {

    /// The formats that a recipe may ask for, in the order in which a form offers them.
    public static final List<ImageFormat> FORMATS =
            List.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP, ImageFormat.AVIF, ImageFormat.TIFF);

    public EncodingDraft {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    /// The format with the choices that a recipe gets that makes none.
    ///
    /// @param format one of [#FORMATS]
    public static EncodingDraft usual(ImageFormat format) {
        var usual = EncodingReader.Defaults.ALL.stream()
                .filter(encoding -> encoding.format() == format)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(format + " is never written"));
        return DraftJson.encoding(RecipeWriter.node(usual));
    }

    /// The text of a choice; empty where the format has no such choice.
    public String choice(String name) {
        return choices.getOrDefault(name, "");
    }

    public EncodingDraft with(String name, String text) {
        var changed = new LinkedHashMap<>(choices);
        changed.put(name, text);
        return new EncodingDraft(format, changed);
    }

    /// What a choice may be where there are a few only, in the words of the recipe's JSON; empty for numbers and flags.
    public static List<String> wordsFor(ImageFormat format, String name) {
        return switch (name) {
            case "chroma" -> List.copyOf(RecipeWords.CHROMA.keySet());
            case "bits" ->
                RecipeWords.BITS.keySet().stream().map(String::valueOf).toList();
            case "compression" ->
                format == ImageFormat.TIFF ? List.copyOf(RecipeWords.TIFF_COMPRESSION.keySet()) : List.of();
            default -> List.of();
        };
    }
}
