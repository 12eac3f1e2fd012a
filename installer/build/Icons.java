import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The icons of the program and of a recipe file, drawn from their SVG.
record Icons(Path program, Path recipe, Path svg) {

    static final List<Integer> DESKTOP_SIDES_PX = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    static Icons draw(Plan plan) throws IOException, InterruptedException {
        var svg = plan.project().resolve("assets").resolve("icon");
        var folder = plan.work().resolve("icons");
        for (var name : List.of("offprint", "offprint-recipe")) {
            Steps.run(
                    plan.project(),
                    Plan.tool("java"),
                    "--module-path",
                    plan.portable().resolve("javafx").toString(),
                    "--add-modules=javafx.graphics",
                    "--enable-native-access=javafx.graphics",
                    "--sun-misc-unsafe-memory-access=allow",
                    plan.sources().resolve("icon").resolve("DrawIcons.java").toString(),
                    svg.resolve(name + ".svg").toString(),
                    folder.resolve(name).toString());
        }
        return new Icons(folder.resolve("offprint"), folder.resolve("offprint-recipe"), svg);
    }

    /// The program's icon as jpackage wants it here.
    Path ofSystem(Plan plan) {
        return program.resolve(plan.windows() ? "icon.ico" : plan.mac() ? "icon.icns" : "512.png");
    }

    Path recipeOfSystem(Plan plan) {
        return recipe.resolve(plan.windows() ? "icon.ico" : plan.mac() ? "icon.icns" : "256.png");
    }
}
