package offprint.engine.header;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Looks into a colour profile (ICC.1:2022): which colours it belongs to, and whether what it says *is* sRGB, whatever
/// its name.
public final class SrgbProfile {

    /// Colorants of sRGB in the profile connection space, D50 (IEC 61966-2-1, adapted by Bradford).
    private static final double[][] COLORANTS = {
        {0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}
    };

    /// Largest difference of a colorant that still counts as sRGB; profiles differ in the last digits of their
    /// rounding.
    private static final double MAX_COLORANT_DIFFERENCE = 0.003;

    /// Largest difference of a tone, in steps of eight bits, that still counts as sRGB.
    private static final double MAX_TONE_STEPS = 2;

    private static final int TONES = 64;
    private static final int MAX_TAGS = 200;

    private SrgbProfile() {}

    /// Whether the profile is sound at its start and belongs to pictures of so many colours.
    ///
    /// @param colours bands without transparency: 1, 3 or 4
    public static boolean fits(byte[] profile, int colours) {
        if (profile.length < 132 || !text(profile, 36).equals("acsp")) {
            return false;
        }
        return switch (text(profile, 16)) {
            case "GRAY" -> colours == 1;
            case "RGB " -> colours == 3;
            case "CMYK" -> colours == 4;
            default -> false;
        };
    }

    /// Whether colours in this profile look the same when they are taken for sRGB. A profile of tables is never sRGB.
    public static boolean isSrgb(byte[] profile) {
        try {
            return switch (text(profile, 16)) {
                case "RGB " -> isSrgbColour(profile);
                case "GRAY" -> isSrgbTone(profile, "kTRC");
                default -> false;
            };
        } catch (IndexOutOfBoundsException | BufferUnderflowException broken) {
            return false;
        }
    }

    private static boolean isSrgbColour(byte[] profile) {
        if (tag(profile, "A2B0").isPresent()) {
            return false;
        }
        var names = new String[] {"rXYZ", "gXYZ", "bXYZ"};
        for (int i = 0; i < names.length; i++) {
            var colorant = tag(profile, names[i]);
            if (colorant.isEmpty() || !isNear(colorant.get(), COLORANTS[i])) {
                return false;
            }
        }
        return isSrgbTone(profile, "rTRC") && isSrgbTone(profile, "gTRC") && isSrgbTone(profile, "bTRC");
    }

    private static boolean isNear(ByteBuffer colorant, double[] expected) {
        for (int axis = 0; axis < 3; axis++) {
            if (Math.abs(fixed(colorant, 8 + 4 * axis) - expected[axis]) > MAX_COLORANT_DIFFERENCE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSrgbTone(byte[] profile, String name) {
        var curve = tag(profile, name);
        if (curve.isEmpty()) {
            return false;
        }
        for (int i = 0; i <= TONES; i++) {
            double stored = i / (double) TONES;
            double back = toSrgb(linear(curve.get(), stored));
            if (Math.abs(back - stored) * 255 > MAX_TONE_STEPS) {
                return false;
            }
        }
        return true;
    }

    /// The curve's value at `x`: a table, a gamma, or one of the parametric functions 0–4 (10.6 and 10.18).
    private static double linear(ByteBuffer curve, double x) {
        if (curve.getInt(0) == 0x70617261) {
            return parametric(curve, x);
        }
        int count = curve.getInt(8);
        if (count == 0) {
            return x;
        }
        if (count == 1) {
            return Math.pow(x, (curve.getShort(12) & 0xFFFF) / 256.0);
        }
        double at = x * (count - 1);
        int below = (int) Math.min(count - 2L, (long) at);
        double low = (curve.getShort(12 + 2 * below) & 0xFFFF) / 65_535.0;
        double high = (curve.getShort(14 + 2 * below) & 0xFFFF) / 65_535.0;
        return low + (high - low) * (at - below);
    }

    private static double parametric(ByteBuffer curve, double x) {
        int kind = curve.getShort(8);
        double g = fixed(curve, 12);
        double a = kind > 0 ? fixed(curve, 16) : 1;
        double b = kind > 0 ? fixed(curve, 20) : 0;
        double power = Math.pow(Math.max(0, a * x + b), g);
        return switch (kind) {
            case 0 -> power;
            case 1 -> x >= -b / a ? power : 0;
            case 2 -> (x >= -b / a ? power : 0) + fixed(curve, 24);
            case 3 -> x >= fixed(curve, 28) ? power : fixed(curve, 24) * x;
            case 4 -> x >= fixed(curve, 28) ? power + fixed(curve, 32) : fixed(curve, 24) * x + fixed(curve, 36);
            default -> Double.NaN;
        };
    }

    private static double toSrgb(double linear) {
        double value = Math.clamp(linear, 0.0, 1.0);
        return value <= 0.003_130_8 ? value * 12.92 : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
    }

    private static Optional<ByteBuffer> tag(byte[] profile, String name) {
        var buffer = ByteBuffer.wrap(profile);
        int tags = Math.clamp(buffer.getInt(128), 0, MAX_TAGS);
        for (int i = 0; i < tags; i++) {
            int entry = 132 + i * 12;
            if (text(profile, entry).equals(name)) {
                return Optional.of(buffer.slice(buffer.getInt(entry + 4), buffer.getInt(entry + 8)));
            }
        }
        return Optional.empty();
    }

    private static double fixed(ByteBuffer buffer, int at) {
        return buffer.getInt(at) / 65_536.0;
    }

    private static String text(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.US_ASCII);
    }
}
