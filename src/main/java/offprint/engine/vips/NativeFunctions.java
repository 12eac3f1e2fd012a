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
/// made by name and their arguments set as properties. Handles are made once a library and never change.
final class NativeFunctions {

    private final SymbolLookup symbols;
    private final Linker linker = Linker.nativeLinker();

    final Shapes.VoidOfP unref;
    final Shapes.POfP ref;
    final Shapes.VoidOfP free;
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
    final Shapes.POfNothing newMemory;
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
        unref = new Shapes.VoidOfP(handle("g_object_unref", Shapes.VoidOfP.FORM));
        ref = new Shapes.POfP(handle("g_object_ref", Shapes.POfP.FORM));
        free = new Shapes.VoidOfP(handle("g_free", Shapes.VoidOfP.FORM));
        freeStrings = new Shapes.VoidOfP(handle("g_strfreev", Shapes.VoidOfP.FORM));
        setProperty = new Shapes.VoidOfPPP(handle("g_object_set_property", Shapes.VoidOfPPP.FORM));
        getProperty = new Shapes.VoidOfPPP(handle("g_object_get_property", Shapes.VoidOfPPP.FORM));
        valueInit = new Shapes.POfPL(handle("g_value_init", Shapes.POfPL.FORM));
        valueUnset = new Shapes.VoidOfP(handle("g_value_unset", Shapes.VoidOfP.FORM));
        valueSetInt = new Shapes.VoidOfPI(handle("g_value_set_int", Shapes.VoidOfPI.FORM));
        valueSetBoolean = new Shapes.VoidOfPI(handle("g_value_set_boolean", Shapes.VoidOfPI.FORM));
        valueSetDouble = new Shapes.VoidOfPD(handle("g_value_set_double", Shapes.VoidOfPD.FORM));
        valueSetString = new Shapes.VoidOfPP(handle("g_value_set_string", Shapes.VoidOfPP.FORM));
        valueSetObject = new Shapes.VoidOfPP(handle("g_value_set_object", Shapes.VoidOfPP.FORM));
        valueSetBoxed = new Shapes.VoidOfPP(handle("g_value_set_boxed", Shapes.VoidOfPP.FORM));
        valueGetObject = new Shapes.POfP(handle("g_value_get_object", Shapes.POfP.FORM));
        connectSignal = new Shapes.LongOfPPPPPI(handle("g_signal_connect_data", Shapes.LongOfPPPPPI.FORM));
        setLogHandler = new Shapes.IntOfPIPP(handle("g_log_set_handler", Shapes.IntOfPIPP.FORM));
        typeByName = new Shapes.LongOfP(handle("g_type_from_name", Shapes.LongOfP.FORM));
        init = new Shapes.IntOfP(handle("vips_init", Shapes.IntOfP.FORM));
        version = new Shapes.IntOfI(handle("vips_version", Shapes.IntOfI.FORM));
        versionText = new Shapes.POfNothing(handle("vips_version_string", Shapes.POfNothing.FORM));
        setConcurrency = new Shapes.VoidOfI(handle("vips_concurrency_set", Shapes.VoidOfI.FORM));
        setCacheMax = new Shapes.VoidOfI(handle("vips_cache_set_max", Shapes.VoidOfI.FORM));
        blockUntrusted = new Shapes.VoidOfI(handle("vips_block_untrusted_set", Shapes.VoidOfI.FORM));
        findType = new Shapes.LongOfPP(handle("vips_type_find", Shapes.LongOfPP.FORM));
        takeErrors = new Shapes.POfNothing(handle("vips_error_buffer_copy", Shapes.POfNothing.FORM));
        trackedAllocations = new Shapes.IntOfNothing(handle("vips_tracked_get_allocs", Shapes.IntOfNothing.FORM));
        newOperation = new Shapes.POfP(handle("vips_operation_new", Shapes.POfP.FORM));
        setArgumentFromText = new Shapes.IntOfPPP(handle("vips_object_set_argument_from_string", Shapes.IntOfPPP.FORM));
        build = new Shapes.IntOfP(handle("vips_object_build", Shapes.IntOfP.FORM));
        unrefOutputs = new Shapes.VoidOfP(handle("vips_object_unref_outputs", Shapes.VoidOfP.FORM));
        newBlob = new Shapes.POfPL(handle("vips_blob_copy", Shapes.POfPL.FORM));
        unrefArea = new Shapes.VoidOfP(handle("vips_area_unref", Shapes.VoidOfP.FORM));
        newImages = new Shapes.POfPI(handle("vips_array_image_new", Shapes.POfPI.FORM));
        newFromMemory = new Shapes.POfPLIIII(handle("vips_image_new_from_memory", Shapes.POfPLIIII.FORM));
        newMemory = new Shapes.POfNothing(handle("vips_image_new_memory", Shapes.POfNothing.FORM));
        newTarget = new Shapes.POfNothing(handle("vips_target_custom_new", Shapes.POfNothing.FORM));
        write = new Shapes.IntOfPP(handle("vips_image_write", Shapes.IntOfPP.FORM));
        columnsPerMillimetre = new Shapes.DoubleOfP(handle("vips_image_get_xres", Shapes.DoubleOfP.FORM));
        rowsPerMillimetre = new Shapes.DoubleOfP(handle("vips_image_get_yres", Shapes.DoubleOfP.FORM));
        width = new Shapes.IntOfP(handle("vips_image_get_width", Shapes.IntOfP.FORM));
        height = new Shapes.IntOfP(handle("vips_image_get_height", Shapes.IntOfP.FORM));
        bands = new Shapes.IntOfP(handle("vips_image_get_bands", Shapes.IntOfP.FORM));
        format = new Shapes.IntOfP(handle("vips_image_get_format", Shapes.IntOfP.FORM));
        interpretation = new Shapes.IntOfP(handle("vips_image_get_interpretation", Shapes.IntOfP.FORM));
        fields = new Shapes.POfP(handle("vips_image_get_fields", Shapes.POfP.FORM));
        remove = new Shapes.IntOfPP(handle("vips_image_remove", Shapes.IntOfPP.FORM));
        setBlobCopy = new Shapes.VoidOfPPPL(handle("vips_image_set_blob_copy", Shapes.VoidOfPPPL.FORM));
        setInt = new Shapes.VoidOfPPI(handle("vips_image_set_int", Shapes.VoidOfPPI.FORM));
        setProgress = new Shapes.VoidOfPI(handle("vips_image_set_progress", Shapes.VoidOfPI.FORM));
        isKilled = new Shapes.IntOfP(handle("vips_image_iskilled", Shapes.IntOfP.FORM));
        setKill = new Shapes.VoidOfPI(handle("vips_image_set_kill", Shapes.VoidOfPI.FORM));
    }

    /// A function pointer that calls `target`, for as long as the program runs.
    @SuppressWarnings("restricted") // native access is this room's whole point; the launchers enable it
    MemorySegment upcall(MethodHandle target, FunctionDescriptor form) {
        return linker.upcallStub(target, form, Arena.global());
    }

    @SuppressWarnings("restricted") // native access is this room's whole point; the launchers enable it
    private MethodHandle handle(String name, FunctionDescriptor form) {
        var symbol =
                symbols.find(name).orElseThrow(() -> new NoSuchElementException("the library has no function " + name));
        return linker.downcallHandle(symbol, form);
    }
}
