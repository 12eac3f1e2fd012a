package offprint.engine.embedded;

import java.io.IOException;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import offprint.recipe.Encoding;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// The JDK's JPEG writer told what to do. Its sampling can only be chosen through metadata.
final class JpegParameters {

    private static final String TREE = "javax_imageio_jpeg_image_1.0";

    private JpegParameters() {}

    static ImageWriteParam of(ImageWriter writer, Encoding.Jpeg encoding) {
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(encoding.qualityPercent() / 100f);
        param.setProgressiveMode(encoding.progressive() ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        if (param instanceof JPEGImageWriteParam jpeg) {
            jpeg.setOptimizeHuffmanTables(encoding.mozjpeg());
        }
        return param;
    }

    /// Nothing where the writer's own choice, 4:2:0, is asked for.
    static @Nullable IIOMetadata metadata(
            ImageWriter writer, Samples pixels, ImageWriteParam param, Encoding.Jpeg encoding) throws IOException {
        if (encoding.chroma() == Encoding.Chroma.SUBSAMPLED_420 || pixels.isGrey()) {
            return null;
        }
        var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(pixels.image()), param);
        var root = metadata.getAsTree(TREE);
        setFullSampling(root);
        metadata.setFromTree(TREE, root);
        return metadata;
    }

    private static void setFullSampling(Node node) {
        if (node instanceof Element element && element.getTagName().equals("componentSpec")) {
            element.setAttribute("HsamplingFactor", "1");
            element.setAttribute("VsamplingFactor", "1");
        }
        for (int i = 0; i < node.getChildNodes().getLength(); i++) {
            setFullSampling(node.getChildNodes().item(i));
        }
    }
}
