package offprint.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import offprint.image.PixelSize;

/// A libvips that has been loaded and started: makes calls, wraps memory, and keeps count of what is open.
///
/// Safe for several threads at once. libvips keeps one text of errors for the whole process: it is taken and cleared in
/// one step by whoever failed, so a text may hold another call's words as well; that is why nothing is decided by it
/// alone where the file can be asked.
final class Vips {

    static final long TYPE_BOOLEAN = 5L << 2;
    static final long TYPE_INT = 6L << 2;
    static final long TYPE_DOUBLE = 15L << 2;
    static final long TYPE_STRING = 16L << 2;

    private static final int MIN_MAJOR = 8;
    private static final int MIN_MINOR = 14;
    private static final int UCHAR = 0;
    private static final int USHORT = 2;

    private final NativeFunctions calls;
    private final String version;
    private final boolean filtersMetadata;
    private final long imageType;
    private final long imagesType;
    private final long blobType;
    private final long targetType;
    private final EvalSignals signals;
    private final TargetSignals targets;
    private final NativeHeap heap = NativeHeap.keeping();
    private final PixelMemory memory;
    private final AtomicInteger open = new AtomicInteger();

    private Vips(NativeFunctions calls, String version) {
        this.calls = calls;
        this.version = version;
        this.filtersMetadata = calls.version.call(0) > MIN_MAJOR || calls.version.call(1) > MIN_MINOR;
        this.imageType = typeOf("VipsImage");
        this.imagesType = typeOf("VipsArrayImage");
        this.blobType = typeOf("VipsBlob");
        this.targetType = typeOf("VipsTarget");
        this.signals = new EvalSignals(calls);
        this.targets = new TargetSignals(calls);
        this.memory = new PixelMemory(this);
    }

    /// Starts the library: one thread a picture, since the pool is wide; no cache of operations, since no photo comes
    /// twice; no loader that was not hardened against hostile files.
    ///
    /// @throws VipsException when it does not start, or is older than 8.14
    /// @throws NoSuchElementException when it lacks a function
    static Vips start(SymbolLookup symbols) throws VipsException {
        var calls = new NativeFunctions(symbols);
        try (var arena = Arena.ofConfined()) {
            if (calls.init.call(arena.allocateFrom("offprint")) != 0) {
                throw new VipsException("it does not start: " + text(calls.takeErrors.call()));
            }
        }
        var version = text(calls.versionText.call());
        int major = calls.version.call(0);
        if (major < MIN_MAJOR || (major == MIN_MAJOR && calls.version.call(1) < MIN_MINOR)) {
            throw new VipsException("version " + version + " is older than 8.14");
        }
        NativeLog.listen(calls);
        calls.setConcurrency.call(1);
        calls.setCacheMax.call(0);
        calls.blockUntrusted.call(1);
        return new Vips(calls, version);
    }

    /// Such as `8.18.7`.
    String version() {
        return version;
    }

    NativeHeap heap() {
        return heap;
    }

    NativeFunctions calls() {
        return calls;
    }

    EvalSignals signals() {
        return signals;
    }

    TargetSignals targets() {
        return targets;
    }

    /// Whether savers can be told which kinds of metadata to write (8.15 and later) instead of all or none.
    boolean filtersMetadata() {
        return filtersMetadata;
    }

    long imageType() {
        return imageType;
    }

    long imagesType() {
        return imagesType;
    }

    long blobType() {
        return blobType;
    }

    long targetType() {
        return targetType;
    }

    /// Whether the operation of this name is part of the library.
    boolean has(String operation) {
        try (var arena = Arena.ofConfined()) {
            return calls.findType.call(arena.allocateFrom("VipsOperation"), arena.allocateFrom(operation)) != 0;
        }
    }

    /// A call of the operation of this name; close it.
    VipsCall call(String operation) {
        return new VipsCall(this, operation);
    }

    /// A picture over memory that stays the caller's: eight bits, rows without padding.
    ///
    /// @param memory of at least columns × rows × bands bytes, alive until the picture and all made of it are closed
    VipsImage over(MemorySegment memory, PixelSize size, int bands) throws VipsException {
        return over(memory, size, bands, 1);
    }

    /// @param bytesPerSample 1 or 2
    VipsImage over(MemorySegment memory, PixelSize size, int bands, int bytesPerSample) throws VipsException {
        int format = bytesPerSample == 1 ? UCHAR : USHORT;
        return owned(
                calls.newFromMemory.call(memory, memory.byteSize(), size.widthPx(), size.heightPx(), bands, format));
    }

    /// The picture with all its pixels computed and in memory.
    VipsImage inMemory(VipsImage image) throws VipsException {
        var copy = memory.like(image);
        try {
            write(image, copy);
            return copy;
        } catch (VipsException failure) {
            copy.close();
            throw failure;
        }
    }

    /// Computes the picture's pixels into another, which lies in memory.
    void write(VipsImage image, VipsImage into) throws VipsException {
        if (calls.write.call(image.pointer(), into.pointer()) != 0) {
            throw failure();
        }
    }

    /// Takes over a reference.
    VipsImage owned(MemorySegment reference) throws VipsException {
        if (reference.equals(MemorySegment.NULL)) {
            throw failure();
        }
        return new VipsImage(this, reference);
    }

    /// What went wrong, taken from the library, which forgets it.
    VipsException failure() {
        var words = calls.takeErrors.call();
        try {
            return new VipsException(text(words));
        } finally {
            calls.free.call(words);
        }
    }

    /// Pictures that were opened and not closed; for tests of leaks.
    int openImages() {
        return open.get();
    }

    /// Blocks of memory that the library holds for pixels; for tests of leaks.
    int trackedAllocations() {
        return calls.trackedAllocations.call();
    }

    void count(int change) {
        open.addAndGet(change);
    }

    /// The path as libvips takes it: in UTF-8 on Windows, elsewhere in the bytes of the system's names.
    static MemorySegment nativePath(Path path, Arena arena) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        var names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"), StandardCharsets.UTF_8);
        return arena.allocateFrom(path.toAbsolutePath().toString(), windows ? StandardCharsets.UTF_8 : names);
    }

    @SuppressWarnings("restricted") // a C string of unknown length
    static String text(MemorySegment words) {
        return words.equals(MemorySegment.NULL)
                ? ""
                : words.reinterpret(Long.MAX_VALUE).getString(0);
    }

    private long typeOf(String name) {
        try (var arena = Arena.ofConfined()) {
            return calls.typeByName.call(arena.allocateFrom(name));
        }
    }
}
