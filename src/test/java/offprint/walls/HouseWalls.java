package offprint.walls;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The walls of the house: which room may know which. What is not listed is forbidden, and so is a room not listed.
///
/// The rules take the root package, so that the same rules can be run over a planted break.
final class HouseWalls {

    /// Room → the rooms it may know, besides itself.
    static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("image", Set.of()),
            Map.entry("cancel", Set.of()),
            Map.entry("pool", Set.of("cancel")),
            Map.entry("storage", Set.of()),
            Map.entry("recipe", Set.of("storage", "image")),
            Map.entry("settings", Set.of("storage", "image")),
            Map.entry("engine", Set.of("recipe", "cancel", "image")),
            Map.entry("engine.header", Set.of("engine", "recipe", "cancel", "image")),
            Map.entry("engine.embedded", Set.of("engine.header", "engine", "recipe", "cancel", "image")),
            Map.entry("engine.vips", Set.of("engine.header", "engine", "recipe", "cancel", "image")),
            Map.entry("engine.raw", Set.of("engine.header", "engine", "recipe", "cancel", "image")),
            Map.entry("library", Set.of("engine", "pool", "recipe", "cancel", "image")),
            Map.entry("preview", Set.of("library", "engine", "pool", "recipe", "cancel", "image")),
            Map.entry("export", Set.of("storage", "library", "engine", "pool", "recipe", "cancel", "image")),
            Map.entry("bench", Set.of("export", "preview", "library", "engine", "pool", "recipe", "cancel", "image")),
            Map.entry(
                    "ui",
                    Set.of("export", "preview", "library", "engine", "pool", "recipe", "settings", "cancel", "image")),
            Map.entry(
                    "cli",
                    Set.of("bench", "export", "library", "engine", "pool", "recipe", "settings", "cancel", "image")),
            Map.entry(
                    "app",
                    Set.of(
                            "ui",
                            "cli",
                            "bench",
                            "export",
                            "preview",
                            "library",
                            "engine.embedded",
                            "engine.raw",
                            "engine.vips",
                            "engine",
                            "pool",
                            "recipe",
                            "settings",
                            "cancel",
                            "image")));

    private HouseWalls() {}

    static ArchRule everyRoomKnowsOnlyItsNeighbours(String root) {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(root + "..")
                .should(knowOnlyNeighbours(root))
                .because("the house plan names what each room may know, and nothing else");
    }

    /// Types of a package (and below) may be used in these rooms only.
    static ArchRule onlyIn(String root, String foreignPackage, String... rooms) {
        return ArchRuleDefinition.noClasses()
                .that(areInNoneOf(root, rooms))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(foreignPackage)
                .because("only " + String.join(", ", rooms) + " may know " + foreignPackage);
    }

    static DescribedPredicate<JavaClass> areInNoneOf(String root, String... rooms) {
        var allowed = Set.of(rooms);
        return DescribedPredicate.describe(
                "are outside of " + allowed,
                type -> roomOf(root, type)
                        .filter(room -> !allowed.contains(room))
                        .isPresent());
    }

    /// The room of a class: the longest listed room whose package holds it.
    static Optional<String> roomOf(String root, JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return Optional.empty();
        }
        var inside = name.substring(root.length() + 1);
        return Optional.of(MAY_KNOW.keySet().stream()
                .filter(room -> inside.equals(room) || inside.startsWith(room + "."))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse("unlisted room " + inside));
    }

    private static ArchCondition<JavaClass> knowOnlyNeighbours(String root) {
        return new ArchCondition<>("know only the rooms that the house plan allows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var room = roomOf(root, type).orElseThrow();
                var allowed = MAY_KNOW.getOrDefault(room, Set.of());
                if (!MAY_KNOW.containsKey(room)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " lives in an " + room));
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    roomOf(root, dependency.getTargetClass().getBaseComponentType())
                            .filter(target -> !target.equals(room) && !allowed.contains(target))
                            .ifPresent(target -> events.add(SimpleConditionEvent.violated(
                                    type, room + " may not know " + target + ": " + dependency.getDescription())));
                }
            }
        };
    }
}
