package offprint.engine.vips;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes matrix profiles of three colorants and a gamma (ICC.1:2001-04), small but whole.
final class Profiles {

    /// Colorants of Adobe RGB (1998), adapted to D50.
    static final double[][] ADOBE_RGB = {
        {0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}
    };

    /// Colorants of sRGB, adapted to D50.
    static final double[][] SRGB = {
        {0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}
    };

    private Profiles() {}

    /// A profile whose tones follow `x` to the power of `gamma`.
    static byte[] gamma(String name, double[][] colorants, double gamma) {
        var curve = ByteBuffer.allocate(16).put(ascii("curv")).putInt(0).putInt(1);
        curve.putShort((short) Math.round(gamma * 256));
        return matrix(name, colorants, curve.array());
    }

    /// A profile with the tones of sRGB, as parameters.
    static byte[] srgbTones(String name, double[][] colorants) {
        var curve = ByteBuffer.allocate(32)
                .put(ascii("para"))
                .putInt(0)
                .putShort((short) 3)
                .putShort((short) 0);
        for (double parameter : new double[] {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
            curve.putInt((int) Math.round(parameter * 65_536));
        }
        return matrix(name, colorants, curve.array());
    }

    private static byte[] matrix(String name, double[][] colorants, byte[] curve) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        var text = ByteBuffer.allocate(12 + name.length() + 1 + 78);
        text.put(ascii("desc")).putInt(0).putInt(name.length() + 1).put(ascii(name));
        tags.put("desc", text.array());
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        tags.put("rXYZ", xyz(colorants[0]));
        tags.put("gXYZ", xyz(colorants[1]));
        tags.put("bXYZ", xyz(colorants[2]));
        for (var band : new String[] {"rTRC", "gTRC", "bTRC"}) {
            tags.put(band, curve);
        }
        int at = 128 + 4 + 12 * tags.size();
        int length =
                at + tags.values().stream().mapToInt(tag -> padded(tag.length)).sum();
        var profile = ByteBuffer.allocate(length).putInt(length).putInt(0).putInt(0x0210_0000);
        profile.put(ascii("mntrRGB XYZ ")).position(36);
        profile.put(ascii("acsp")).position(68);
        profile.put(xyz(0.9642, 1, 0.8249), 8, 12).position(128);
        profile.putInt(tags.size());
        for (var tag : tags.entrySet()) {
            profile.put(ascii(tag.getKey())).putInt(at).putInt(tag.getValue().length);
            profile.put(at, tag.getValue());
            at += padded(tag.getValue().length);
        }
        return profile.array();
    }

    private static byte[] xyz(double... values) {
        var tag = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (double value : values) {
            tag.putInt((int) Math.round(value * 65_536));
        }
        return tag.array();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
