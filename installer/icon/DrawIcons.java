import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Draws an icon of ours in every size that the systems want, from its SVG.
///
/// `java --module-path JAVAFX --add-modules javafx.graphics installer/icon/DrawIcons.java ICON.svg FOLDER` writes
/// `16.png` to
/// `1024.png`, `icon.ico` for Windows and `icon.icns` for macOS. It knows the few elements that our icons use and
/// refuses any other, so that a picture is never silently wrong.
public final class DrawIcons {

    private static final List<Integer> SIDES_PX = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);
    private static final List<Integer> ICO_SIDES_PX = List.of(16, 24, 32, 48, 64, 128, 256);
    /// Apple's names of the sizes that hold PNG.
    private static final Map<String, Integer> ICNS_SIDES_PX = new TreeMap<>(Map.of(
            "ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024, "ic11", 32, "ic12", 64, "ic13", 256, "ic14", 512));

    /// Everything is drawn this much larger first, then averaged: smooth edges at 16 pixels.
    private static final int FINENESS = 4;

    private final Document svg;
    private final double sideUnits;

    private DrawIcons(Path file) throws Exception {
        this.svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        this.sideUnits = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        var folder = Files.createDirectories(Path.of(arguments[1]));
        var drawn = new CompletableFuture<Map<Integer, BufferedImage>>();
        var icon = new DrawIcons(Path.of(arguments[0]));
        Platform.startup(() -> {
            try {
                drawn.complete(icon.drawn());
            } catch (RuntimeException refused) {
                drawn.completeExceptionally(refused);
            }
        });
        try {
            write(drawn.get(), folder);
        } finally {
            Platform.exit();
        }
    }

    private static void write(Map<Integer, BufferedImage> pictures, Path folder) throws IOException {
        var pngs = new TreeMap<Integer, byte[]>();
        for (var picture : pictures.entrySet()) {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture.getValue(), "png", bytes);
            pngs.put(picture.getKey(), bytes.toByteArray());
            Files.write(folder.resolve(picture.getKey() + ".png"), bytes.toByteArray());
        }
        Files.write(folder.resolve("icon.ico"), ico(pngs));
        Files.write(folder.resolve("icon.icns"), icns(pngs));
    }

    private Map<Integer, BufferedImage> drawn() {
        var pictures = new TreeMap<Integer, BufferedImage>();
        var group = new Group();
        var children = svg.getDocumentElement().getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element
                    && !element.getTagName().equals("defs")) {
                group.getChildren().add(shape(element));
            }
        }
        for (int side : SIDES_PX) {
            int fineness = side > 256 ? 2 : FINENESS;
            var parameters = new SnapshotParameters();
            parameters.setFill(Color.TRANSPARENT);
            parameters.setTransform(Transform.scale(side * fineness / sideUnits, side * fineness / sideUnits));
            parameters.setViewport(
                    new javafx.geometry.Rectangle2D(0, 0, (double) side * fineness, (double) side * fineness));
            pictures.put(side, averaged(group.snapshot(parameters, null), side, fineness));
        }
        return pictures;
    }

    private static BufferedImage averaged(javafx.scene.image.Image large, int side, int fineness) {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        var pixels = large.getPixelReader();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                long alpha = 0;
                long[] colour = new long[3];
                for (int i = 0; i < fineness * fineness; i++) {
                    int argb = pixels.getArgb(x * fineness + i % fineness, y * fineness + i / fineness);
                    int opacity = argb >>> 24;
                    alpha += opacity;
                    for (int channel = 0; channel < 3; channel++) {
                        colour[channel] += (long) (argb >> (16 - 8 * channel) & 0xFF) * opacity;
                    }
                }
                int argb = (int) (alpha / (fineness * fineness)) << 24;
                for (int channel = 0; channel < 3 && alpha > 0; channel++) {
                    argb |= (int) (colour[channel] / alpha) << (16 - 8 * channel);
                }
                picture.setRGB(x, y, argb);
            }
        }
        return picture;
    }

    private Shape shape(Element element) {
        Shape shape = switch (element.getTagName()) {
            case "rect" -> rectangle(element);
            case "circle" -> new Circle(number(element, "cx"), number(element, "cy"), number(element, "r"));
            case "path" -> {
                var path = new SVGPath();
                path.setContent(element.getAttribute("d"));
                path.setFillRule(FillRule.EVEN_ODD);
                yield path;
            }
            default -> throw new IllegalArgumentException("the element " + element.getTagName());
        };
        shape.setFill(paint(element.getAttribute("fill")));
        return shape;
    }

    private static Rectangle rectangle(Element element) {
        var rectangle = new Rectangle(
                number(element, "x"), number(element, "y"), number(element, "width"), number(element, "height"));
        double radius = number(element, "rx");
        rectangle.setArcWidth(2 * radius);
        rectangle.setArcHeight(2 * radius);
        return rectangle;
    }

    private static double number(Element element, String attribute) {
        var text = element.getAttribute(attribute);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private Paint paint(String fill) {
        if (!fill.startsWith("url(#")) {
            return Color.web(fill);
        }
        var id = fill.substring("url(#".length(), fill.length() - 1);
        var gradients = svg.getElementsByTagName("linearGradient");
        for (int i = 0; i < gradients.getLength(); i++) {
            if (gradients.item(i) instanceof Element gradient
                    && gradient.getAttribute("id").equals(id)) {
                var stops = new ArrayList<Stop>();
                var nodes = gradient.getElementsByTagName("stop");
                for (int s = 0; s < nodes.getLength(); s++) {
                    var stop = (Element) nodes.item(s);
                    stops.add(new Stop(number(stop, "offset"), Color.web(stop.getAttribute("stop-color"))));
                }
                return new LinearGradient(
                        number(gradient, "x1"),
                        number(gradient, "y1"),
                        number(gradient, "x2"),
                        number(gradient, "y2"),
                        true,
                        CycleMethod.NO_CYCLE,
                        stops);
            }
        }
        throw new IllegalArgumentException("no gradient is called " + id);
    }

    /// Windows' container: a header, one entry a picture, the PNGs behind each other.
    private static byte[] ico(Map<Integer, byte[]> pngs) {
        int header = 6 + 16 * ICO_SIDES_PX.size();
        int size = header
                + ICO_SIDES_PX.stream().mapToInt(side -> pngs.get(side).length).sum();
        var bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIDES_PX.size());
        int at = header;
        for (int side : ICO_SIDES_PX) {
            // 0 stands for 256
            bytes.put((byte) side).put((byte) side).put((byte) 0).put((byte) 0);
            bytes.putShort((short) 1).putShort((short) 32);
            bytes.putInt(pngs.get(side).length).putInt(at);
            at += pngs.get(side).length;
        }
        ICO_SIDES_PX.forEach(side -> bytes.put(pngs.get(side)));
        return bytes.array();
    }

    /// Apple's container: a length, then each picture with its own.
    private static byte[] icns(Map<Integer, byte[]> pngs) {
        int size = 8
                + ICNS_SIDES_PX.values().stream()
                        .mapToInt(side -> 8 + pngs.get(side).length)
                        .sum();
        var bytes = ByteBuffer.allocate(size).order(ByteOrder.BIG_ENDIAN);
        bytes.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(size);
        ICNS_SIDES_PX.forEach((name, side) -> bytes.put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + pngs.get(side).length)
                .put(pngs.get(side)));
        return bytes.array();
    }
}
