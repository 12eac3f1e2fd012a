package offprint.engine.vips;

/// An error that libvips reported, with its own words.
final class VipsException extends Exception {

    private static final long serialVersionUID = 1L;

    /// @param text what libvips said; may name several things that went wrong, one a line
    VipsException(String text) {
        super(text.isBlank() ? "it gave no reason" : text.strip());
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
