package offprint.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;

/// The functions of libvips and of the object system below it that are called, as they are: nothing is checked here.
///
/// Only functions of fixed arity are used, since variadic ones are called differently on each system: operations are
/// made by name and their arguments set as properties. Addresses are looked up once a library and never change.
final class NativeFunctions {

    private final SymbolLookup symbols;
    private final Linker linker = Linker.nativeLinker();

    final Shapes.VoidOfP unref;
    final Shapes.POfP ref;
    final Shapes.POfL allocate;
    final Shapes.VoidOfP free;
    final MemorySegment freeFunction;
    final Shapes.VoidOfP freeStrings;
    final Shapes.VoidOfPPP setProperty;
    final Shapes.VoidOfPPP getProperty;
    final Shapes.POfPL valueInit;
    final Shapes.VoidOfP valueUnset;
    final Shapes.VoidOfPI valueSetInt;
    final Shapes.VoidOfPI valueSetBoolean;
    final Shapes.VoidOfPD valueSetDouble;
    final Shapes.VoidOfPP valueSetString;
    final Shapes.VoidOfPP valueSetObject;
    final Shapes.VoidOfPP valueSetBoxed;
    final Shapes.POfP valueGetObject;
    final Shapes.LongOfPPPPPI connectSignal;

    final Shapes.LongOfP typeByName;
    final Shapes.IntOfPIPP setLogHandler;

    final Shapes.IntOfP init;
    final Shapes.IntOfI version;
    final Shapes.POfNothing versionText;
    final Shapes.VoidOfI setConcurrency;
    final Shapes.VoidOfI setCacheMax;
    final Shapes.VoidOfI blockUntrusted;
    final Shapes.LongOfPP findType;
    final Shapes.POfNothing takeErrors;
    final Shapes.IntOfNothing trackedAllocations;

    final Shapes.POfP newOperation;
    final Shapes.IntOfPPP setArgumentFromText;
    final Shapes.IntOfP build;
    final Shapes.VoidOfP unrefOutputs;
    final Shapes.POfPL newBlob;
    final Shapes.VoidOfP unrefArea;
    final Shapes.POfPI newImages;

    final Shapes.POfPLIIII newFromMemory;
    final Shapes.POfNothing newTarget;
    final Shapes.IntOfPP write;
    final Shapes.DoubleOfP columnsPerMillimetre;
    final Shapes.DoubleOfP rowsPerMillimetre;
    final Shapes.IntOfP width;
    final Shapes.IntOfP height;
    final Shapes.IntOfP bands;
    final Shapes.IntOfP format;
    final Shapes.IntOfP interpretation;
    final Shapes.POfP fields;
    final Shapes.IntOfPP remove;
    final Shapes.VoidOfPPPL setBlobCopy;
    final Shapes.VoidOfPPI setInt;
    final Shapes.VoidOfPI setProgress;
    final Shapes.VoidOfPI setKill;
    final Shapes.IntOfP isKilled;

    /// @throws NoSuchElementException when the library lacks one of the functions
    NativeFunctions(SymbolLookup symbols) {
        this.symbols = symbols;
        unref = new Shapes.VoidOfP(function("g_object_unref"));
        ref = new Shapes.POfP(function("g_object_ref"));
        allocate = new Shapes.POfL(function("g_try_malloc"));
        freeFunction = function("g_free");
        free = new Shapes.VoidOfP(freeFunction);
        freeStrings = new Shapes.VoidOfP(function("g_strfreev"));
        setProperty = new Shapes.VoidOfPPP(function("g_object_set_property"));
        getProperty = new Shapes.VoidOfPPP(function("g_object_get_property"));
        valueInit = new Shapes.POfPL(function("g_value_init"));
        valueUnset = new Shapes.VoidOfP(function("g_value_unset"));
        valueSetInt = new Shapes.VoidOfPI(function("g_value_set_int"));
        valueSetBoolean = new Shapes.VoidOfPI(function("g_value_set_boolean"));
        valueSetDouble = new Shapes.VoidOfPD(function("g_value_set_double"));
        valueSetString = new Shapes.VoidOfPP(function("g_value_set_string"));
        valueSetObject = new Shapes.VoidOfPP(function("g_value_set_object"));
        valueSetBoxed = new Shapes.VoidOfPP(function("g_value_set_boxed"));
        valueGetObject = new Shapes.POfP(function("g_value_get_object"));
        connectSignal = new Shapes.LongOfPPPPPI(function("g_signal_connect_data"));
        setLogHandler = new Shapes.IntOfPIPP(function("g_log_set_handler"));
        typeByName = new Shapes.LongOfP(function("g_type_from_name"));
        init = new Shapes.IntOfP(function("vips_init"));
        version = new Shapes.IntOfI(function("vips_version"));
        versionText = new Shapes.POfNothing(function("vips_version_string"));
        setConcurrency = new Shapes.VoidOfI(function("vips_concurrency_set"));
        setCacheMax = new Shapes.VoidOfI(function("vips_cache_set_max"));
        blockUntrusted = new Shapes.VoidOfI(function("vips_block_untrusted_set"));
        findType = new Shapes.LongOfPP(function("vips_type_find"));
        takeErrors = new Shapes.POfNothing(function("vips_error_buffer_copy"));
        trackedAllocations = new Shapes.IntOfNothing(function("vips_tracked_get_allocs"));
        newOperation = new Shapes.POfP(function("vips_operation_new"));
        setArgumentFromText = new Shapes.IntOfPPP(function("vips_object_set_argument_from_string"));
        build = new Shapes.IntOfP(function("vips_object_build"));
        unrefOutputs = new Shapes.VoidOfP(function("vips_object_unref_outputs"));
        newBlob = new Shapes.POfPL(function("vips_blob_copy"));
        unrefArea = new Shapes.VoidOfP(function("vips_area_unref"));
        newImages = new Shapes.POfPI(function("vips_array_image_new"));
        newFromMemory = new Shapes.POfPLIIII(function("vips_image_new_from_memory"));
        newTarget = new Shapes.POfNothing(function("vips_target_custom_new"));
        write = new Shapes.IntOfPP(function("vips_image_write"));
        columnsPerMillimetre = new Shapes.DoubleOfP(function("vips_image_get_xres"));
        rowsPerMillimetre = new Shapes.DoubleOfP(function("vips_image_get_yres"));
        width = new Shapes.IntOfP(function("vips_image_get_width"));
        height = new Shapes.IntOfP(function("vips_image_get_height"));
        bands = new Shapes.IntOfP(function("vips_image_get_bands"));
        format = new Shapes.IntOfP(function("vips_image_get_format"));
        interpretation = new Shapes.IntOfP(function("vips_image_get_interpretation"));
        fields = new Shapes.POfP(function("vips_image_get_fields"));
        remove = new Shapes.IntOfPP(function("vips_image_remove"));
        setBlobCopy = new Shapes.VoidOfPPPL(function("vips_image_set_blob_copy"));
        setInt = new Shapes.VoidOfPPI(function("vips_image_set_int"));
        setProgress = new Shapes.VoidOfPI(function("vips_image_set_progress"));
        isKilled = new Shapes.IntOfP(function("vips_image_iskilled"));
        setKill = new Shapes.VoidOfPI(function("vips_image_set_kill"));
    }

    /// A function pointer that calls `target`, for as long as the program runs.
    @SuppressWarnings("restricted") // native access is this room's whole point; the launchers enable it
    MemorySegment upcall(MethodHandle target, FunctionDescriptor form) {
        return linker.upcallStub(target, form, Arena.global());
    }

    private MemorySegment function(String name) {
        return symbols.find(name).orElseThrow(() -> new NoSuchElementException("the library has no function " + name));
    }
}
