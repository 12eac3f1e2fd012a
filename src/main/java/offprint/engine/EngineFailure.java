package offprint.engine;

import java.util.Locale;
import offprint.image.ImageFormat;
import offprint.image.PixelSize;

/// Why an engine could not do it, named by whose fault it is. Each has a stable code for people to quote, what
/// happened,
/// and what to do about it.
public sealed interface EngineFailure {

    /// A stable code such as `E-DECODE-TRUNCATED`.
    String code();

    /// What happened, one sentence, without the file's path.
    String message();

    /// What to do about it, one sentence.
    String remedy();

    /// The file is not there, or may not be read.
    record UnreadableSource(String detail) implements EngineFailure {
        @Override
        public String code() {
            return "E-SOURCE-UNREADABLE";
        }

        @Override
        public String message() {
            return "The photo could not be read: " + detail;
        }

        @Override
        public String remedy() {
            return "Check that the file is still there, that its disk is connected and that you may read it.";
        }
    }

    /// The file has no bytes.
    record EmptySource() implements EngineFailure {
        @Override
        public String code() {
            return "E-SOURCE-EMPTY";
        }

        @Override
        public String message() {
            return "The file is empty (0 bytes).";
        }

        @Override
        public String remedy() {
            return "Copy it again from the card or the backup.";
        }
    }

    /// Not a picture, or of a kind that no engine here reads.
    record UnsupportedFormat(String detail) implements EngineFailure {
        @Override
        public String code() {
            return "E-FORMAT-UNSUPPORTED";
        }

        @Override
        public String message() {
            return "This is not a picture that Offprint can read: " + detail;
        }

        @Override
        public String remedy() {
            return "Convert it to JPEG, PNG, TIFF or WebP first, or leave it out.";
        }
    }

    /// A camera's RAW file without a JPEG that is large enough to be worth an export.
    record NoPreviewInRaw(String detail) implements EngineFailure {
        @Override
        public String code() {
            return "E-RAW-NO-PREVIEW";
        }

        @Override
        public String message() {
            return "Offprint reads RAW files by the JPEG inside of them: " + detail;
        }

        @Override
        public String remedy() {
            return "Develop it in a RAW converter and export what comes of it, or let the camera write JPEGs beside.";
        }
    }

    /// A picture that ends before its last row.
    record TruncatedSource(String detail) implements EngineFailure {
        @Override
        public String code() {
            return "E-DECODE-TRUNCATED";
        }

        @Override
        public String message() {
            return "The photo ends too early: " + detail;
        }

        @Override
        public String remedy() {
            return "Copy it again from the card or the backup; part of it is missing.";
        }
    }

    /// A picture whose bytes contradict each other.
    record DamagedSource(String detail) implements EngineFailure {
        @Override
        public String code() {
            return "E-DECODE-DAMAGED";
        }

        @Override
        public String message() {
            return "The photo is damaged: " + detail;
        }

        @Override
        public String remedy() {
            return "Copy it again from the card or the backup, or open and save it in another program.";
        }
    }

    /// More pixels than the limit allows; found before anything is allocated.
    record OverPixelLimit(PixelSize size, long limitPixels) implements EngineFailure {
        @Override
        public String code() {
            return "E-LIMIT-PIXELS";
        }

        @Override
        public String message() {
            return "The photo claims " + size + " px, more than the limit of " + limitPixels / 1_000_000 + " MP.";
        }

        @Override
        public String remedy() {
            return "If the file can be trusted, raise the limit: --max-megapixels, or maxMegapixels in the settings.";
        }
    }

    /// More memory than the limit allows, by what the header claims; found before anything is allocated.
    record OverByteLimit(long neededBytes, long limitBytes) implements EngineFailure {
        @Override
        public String code() {
            return "E-LIMIT-BYTES";
        }

        @Override
        public String message() {
            return "The photo would need " + (neededBytes >> 20) + " MiB of memory, more than the limit of "
                    + (limitBytes >> 20) + " MiB.";
        }

        @Override
        public String remedy() {
            return "If the file can be trusted, give Offprint more memory.";
        }
    }

    /// Memory ran out in the middle of this photo; the others go on.
    record OutOfMemory(long estimatedBytes) implements EngineFailure {
        @Override
        public String code() {
            return "E-MEMORY";
        }

        @Override
        public String message() {
            return "Memory ran out (about " + (estimatedBytes >> 20) + " MiB were expected to do).";
        }

        @Override
        public String remedy() {
            return "Retry it alone, use fewer workers, or give Offprint more memory.";
        }
    }

    /// The engine can't write the format that was asked for.
    record UnsupportedEncoding(ImageFormat format, String detail) implements EngineFailure {
        @Override
        public String code() {
            return "E-ENCODE-UNSUPPORTED";
        }

        @Override
        public String message() {
            return format.label() + " can't be written: " + detail;
        }

        @Override
        public String remedy() {
            return "Choose another format for this variant, or another engine.";
        }
    }

    /// The output is larger than its format can hold.
    record OverFormatLimit(ImageFormat format, PixelSize size) implements EngineFailure {
        @Override
        public String code() {
            return "E-ENCODE-SIZE";
        }

        @Override
        public String message() {
            return size + " px is more than " + format.label() + " can hold (" + format.maxSidePx() + " px a side).";
        }

        @Override
        public String remedy() {
            return "Make this variant smaller, or choose PNG or TIFF.";
        }
    }

    /// The encoder gave up.
    record EncodeFailed(ImageFormat format, String detail) implements EngineFailure {
        @Override
        public String code() {
            return "E-ENCODE-FAILED";
        }

        @Override
        public String message() {
            return "Writing the " + format.label() + " failed: " + detail;
        }

        @Override
        public String remedy() {
            return "Retry it; if it fails again, choose another format for this variant.";
        }
    }

    /// The destination has no room left.
    record NoSpaceLeft(String detail) implements EngineFailure {
        @Override
        public String code() {
            return "E-SPACE";
        }

        @Override
        public String message() {
            return "The destination is full: " + detail;
        }

        @Override
        public String remedy() {
            return "Make room or choose another destination, then retry the failed ones.";
        }
    }

    /// The destination refused the write for another reason.
    record UnwritableTarget(String detail) implements EngineFailure {
        @Override
        public String code() {
            return "E-TARGET-UNWRITABLE";
        }

        @Override
        public String message() {
            return "The output could not be written: " + detail;
        }

        @Override
        public String remedy() {
            return "Check that the destination is connected and that you may write there.";
        }
    }

    /// What a system's refusal to write means.
    ///
    /// @param text its words
    static EngineFailure ofRefusedWrite(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        boolean full = lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota");
        return full ? new NoSpaceLeft(text) : new UnwritableTarget(text);
    }
}
