package offprint.bench;

import java.util.List;
import java.util.Set;
import offprint.recipe.Encoding;
import offprint.recipe.MetadataPolicy;
import offprint.recipe.NamingTemplate;
import offprint.recipe.OnConflict;
import offprint.recipe.Recipe;
import offprint.recipe.Sizing;
import offprint.recipe.Variant;

/// What a benchmark of exports makes of every photo. Nothing of the metadata is kept, so that colours become sRGB.
public enum ExportSet {

    /// A single JPEG of 2048 px.
    ONE("one"),
    /// Two JPEGs and two WebPs, as a web site wants them.
    WEB("web"),
    /// Coded for small files: two JPEGs by mozjpeg, a WebP and an AVIF.
    MOZJPEG("mozjpeg"),
    /// The variants of [#WEB] of photos that carry an Adobe RGB profile, which must be converted.
    PROFILE("profile");

    private final String word;

    ExportSet(String word) {
        this.word = word;
    }

    /// As on the command line and in the JSON line.
    public String word() {
        return word;
    }

    /// Whether its photos must carry a profile.
    public boolean wantsProfile() {
        return this == PROFILE;
    }

    public Recipe recipe() {
        return new Recipe("Bench " + word, variants(), new MetadataPolicy(Set.of()), OnConflict.OVERWRITE);
    }

    private List<Variant> variants() {
        return switch (this) {
            case ONE -> List.of(variant(2_048, jpeg()));
            case WEB, PROFILE ->
                List.of(variant(2_560, jpeg()), variant(1_280, jpeg()), variant(640, webp()), variant(320, webp()));
            case MOZJPEG ->
                List.of(
                        variant(1_600, smallJpeg()),
                        variant(800, smallJpeg()),
                        variant(800, webp()),
                        variant(400, new Encoding.Avif(50, 3)));
        };
    }

    private static Variant variant(int longEdgePx, Encoding encoding) {
        return new Variant(
                encoding.format().id() + "-" + longEdgePx,
                new Sizing.LongEdge(longEdgePx, Sizing.Enlargement.NEVER),
                encoding,
                NamingTemplate.STANDARD);
    }

    private static Encoding jpeg() {
        return new Encoding.Jpeg(80, false, Encoding.Chroma.SUBSAMPLED_420, false);
    }

    private static Encoding smallJpeg() {
        return new Encoding.Jpeg(80, true, Encoding.Chroma.SUBSAMPLED_420, true);
    }

    private static Encoding webp() {
        return new Encoding.Webp(80, false);
    }
}
