package offprint.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// The disk, of which one step fails: the Nth, whichever it is.
final class FaultySteps implements FileSteps {

    private final int failing;
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean hardLinks = true;

    /// @param failing from 1; more than there are steps: none fails
    FaultySteps(int failing) {
        this.failing = failing;
    }

    FaultySteps withoutHardLinks() {
        hardLinks = false;
        return this;
    }

    boolean hasFailed() {
        return failing > 0 && count.get() >= failing;
    }

    private void step(String what) throws IOException {
        if (count.incrementAndGet() == failing) {
            throw new IOException("injected at step " + failing + ": " + what);
        }
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        step("folders");
        FileSteps.super.createFolders(folder);
    }

    @Override
    public void createNew(Path file) throws IOException {
        step("create");
        FileSteps.super.createNew(file);
    }

    @Override
    public void force(Path file) throws IOException {
        step("force");
        FileSteps.super.force(file);
    }

    @Override
    public void link(Path name, Path existing) throws IOException {
        step("link");
        if (!hardLinks) {
            throw new UnsupportedOperationException("no hard links here");
        }
        FileSteps.super.link(name, existing);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        step("replace");
        FileSteps.super.replace(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step("delete");
        FileSteps.super.delete(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        step("force folder");
        FileSteps.super.forceFolder(folder);
    }

    @Override
    public long usableBytes(Path folder) throws IOException {
        step("usable");
        return FileSteps.super.usableBytes(folder);
    }
}
