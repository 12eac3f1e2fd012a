package offprint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import offprint.cancel.CancelledException;
import offprint.engine.EngineFailure;
import offprint.engine.EngineResult;
import offprint.image.ImageFormat;
import offprint.image.SourceInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `offprint probe`.
@Command(name = "probe", description = "Says what files really are, by their content, without decoding a pixel.")
final class ProbeCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Workshop workshop;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pictures.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    ProbeCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws CancelledException {
        var ending = ExitCode.DONE;
        try (var interruption = Interruption.watched();
                var session = workshop.open(Workshop.SessionOptions.STANDARD)) {
            for (var file : files) {
                var engine = session.engines()
                        .forReading(ImageFormat.byFileName(file.toString()).orElse(ImageFormat.JPEG));
                switch (engine.probe(file.toAbsolutePath().normalize(), interruption.token())) {
                    case EngineResult.Done<SourceInfo> done -> print(file, done.value());
                    case EngineResult.Failed<SourceInfo> failed -> {
                        print(file, failed.failure());
                        ending = ExitCode.FAILED;
                    }
                }
            }
        }
        return ending.code();
    }

    private void print(Path file, SourceInfo info) {
        var size = info.displaySize();
        if (json) {
            terminal.jsonOut()
                    .print(Json.event("probe")
                                    .with("file", file.toString())
                                    .with("format", info.format().id())
                                    .with("width", size.widthPx())
                                    .with("height", size.heightPx())
                                    .with("orientation", info.orientation().exifValue())
                                    .with("bands", info.bands())
                                    .with("bitsPerSample", info.bitsPerSample())
                                    .with("alpha", info.hasAlpha())
                                    .with("frames", info.frames())
                                    .with("profile", info.profileName())
                                    .with("gps", info.hasGps())
                                    .with("capturedAt", info.capturedAt().map(Object::toString))
                                    .with("camera", info.camera())
                                    .line()
                            + "\n");
            return;
        }
        var words = new ArrayList<String>();
        words.add(info.format().label());
        words.add(size + " px");
        words.add(info.bands() + " × " + info.bitsPerSample() + " bit");
        if (info.orientation().exifValue() != 1) {
            words.add("orientation " + info.orientation().exifValue());
        }
        if (info.frames() > 1) {
            words.add(info.frames() + " frames");
        }
        info.profileName().ifPresent(words::add);
        info.capturedAt().ifPresent(when -> words.add(when.toString().replace('T', ' ')));
        info.camera().ifPresent(words::add);
        if (info.hasGps()) {
            words.add("GPS");
        }
        terminal.line(Printable.escaped(file + ": " + String.join(", ", words)));
    }

    private void print(Path file, EngineFailure failure) {
        if (json) {
            terminal.jsonOut()
                    .print(Json.event("probe")
                                    .with("file", file.toString())
                                    .with("code", failure.code())
                                    .with("message", failure.message())
                                    .with("remedy", failure.remedy())
                                    .line()
                            + "\n");
        }
        terminal.errorLine(failure.code() + " " + Printable.escaped(file.toString()) + ": "
                + Printable.escaped(failure.message()) + " " + failure.remedy());
    }
}
