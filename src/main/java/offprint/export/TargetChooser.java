package offprint.export;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import offprint.export.PlannedOutput.Note;
import offprint.recipe.OnConflict;

/// Chooses the name of an output: the wanted one, or the next free one, or says why there will be none.
///
/// Two outputs never get one name, whatever the policy: the later one is renamed. What is on the disk is treated as
/// the policy says, except that an original is never replaced and nothing is written through a link. A name that was
/// numbered is never one that replaces a file: nobody asked for that one to go. For one planning, on one thread.
final class TargetChooser implements TargetNaming {

    /// More files of one name than any folder has.
    private static final int MAX_NUMBER = 100_000;

    private final FolderListings listings = new FolderListings();
    private final Map<String, Integer> nextNumber = new HashMap<>();
    private final Map<Path, Boolean> folderIsWithin = new HashMap<>();
    private final Path realRoot;
    private final Originals originals;
    private final Predicate<Path> claim;
    private final Consumer<Path> release;

    /// @param realRoot the destination, its links resolved
    /// @param claim takes a name for an output, if no other output has it
    /// @param release gives it back
    TargetChooser(Path realRoot, Originals originals, Predicate<Path> claim, Consumer<Path> release) {
        this.realRoot = realRoot;
        this.originals = originals;
        this.claim = claim;
        this.release = release;
    }

    /// The name for an output that wants to be `wanted`. Unless it will fail, the name is claimed.
    @Override
    public Choice choose(Path wanted, OnConflict policy) {
        if (!folderIsWithin.computeIfAbsent(
                TargetNames.folder(wanted), folder -> RealPaths.isWithin(folder, realRoot))) {
            return new Choice(wanted, Optional.of(new Note.WillFail(Failures.targetOutside(wanted))));
        }
        var key = TargetNames.key(wanted);
        for (int number = nextNumber.getOrDefault(key, 1); number < MAX_NUMBER; number++) {
            var candidate = TargetNames.numbered(wanted, number);
            if (!claim.test(candidate)) {
                continue;
            }
            var choice = judged(wanted, candidate, policy);
            if (choice.isPresent()) {
                if (number > 1) {
                    nextNumber.put(key, number + 1);
                }
                return choice.get();
            }
            release.accept(candidate);
        }
        return new Choice(wanted, Optional.of(new Note.WillFail(Failures.noFreeName(wanted))));
    }

    /// What a claimed candidate comes to, or empty when the next number is to be tried.
    private Optional<Choice> judged(Path wanted, Path candidate, OnConflict policy) {
        if (!listings.isTaken(candidate)) {
            Optional<Note> note = candidate.equals(wanted) ? Optional.empty() : Optional.of(new Note.Renamed(wanted));
            return Optional.of(new Choice(candidate, note));
        }
        return switch (policyFor(policy, wanted, candidate)) {
            case RENAME -> Optional.empty();
            case SKIP -> Optional.of(new Choice(candidate, Optional.of(skipped(candidate))));
            case OVERWRITE -> replaced(candidate);
        };
    }

    private static OnConflict policyFor(OnConflict policy, Path wanted, Path candidate) {
        return policy == OnConflict.OVERWRITE && !candidate.equals(wanted) ? OnConflict.RENAME : policy;
    }

    private static Note skipped(Path candidate) {
        return switch (FolderListings.occupant(candidate)) {
            case FILE, NOTHING -> new Note.WillSkip("A file of this name is there already.");
            case LINK -> new Note.WillSkip("A link of this name is there already.");
            case OTHER -> new Note.WillFail(Failures.targetIsNoFile(candidate));
        };
    }

    private Optional<Choice> replaced(Path candidate) {
        return switch (FolderListings.occupant(candidate)) {
            // The folder has the name in other letters only: that file is another one, and stays.
            case NOTHING -> Optional.empty();
            case FILE ->
                originals.contains(candidate)
                        ? Optional.empty()
                        : Optional.of(new Choice(candidate, Optional.of(new Note.Replaces())));
            case LINK ->
                Optional.of(new Choice(candidate, Optional.of(new Note.WillFail(Failures.targetIsLink(candidate)))));
            case OTHER ->
                Optional.of(new Choice(candidate, Optional.of(new Note.WillFail(Failures.targetIsNoFile(candidate)))));
        };
    }
}
