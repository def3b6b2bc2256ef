package org.assent.advisory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assent.fence.FenceState;
import org.jspecify.annotations.Nullable;

/**
 * What {@code java -jar assent.jar advisories [export [list]]} does: holds the libraries of this jar against the list
 * that ships, or against an export of advisories, and writes the list anew. Public: the application's main method
 * begins it before Spring, and production asks it before anything is written.
 */
public final class AdvisoryCheck {

    private AdvisoryCheck() {}

    /** 0 if nothing that ships is hit without an answer, 1 if something is, 2 if it could not be looked at. */
    public static int run(List<String> arguments, PrintStream out) {
        try {
            List<Library> libraries = Libraries.shipped();
            AdvisoryList known = AdvisoryList.shipped();
            AdvisoryList list =
                    arguments.isEmpty() ? known : renewed(known, OsvExport.read(Path.of(arguments.get(0)), libraries));
            if (arguments.size() > 1) {
                Files.writeString(Path.of(arguments.get(1)), written(list));
            }
            return tell(list, libraries, out);
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            out.println("The advisories could not be looked at: " + e.getMessage());
            return 2;
        }
    }

    /** Whether production may start with what ships; the fence says the same of the running desk. */
    public static FenceState shipped() {
        return AdvisoryFence.look(Libraries.shipped(), AdvisoryList.shipped());
    }

    private static int tell(AdvisoryList list, List<Library> libraries, PrintStream out) {
        List<AdvisoryList.Hit> open = list.unanswered(libraries);
        List<AdvisoryList.Hit> answered = new ArrayList<>(list.hits(libraries));
        answered.removeAll(open);
        answered.forEach(hit ->
                out.println("answered  " + hit.line() + " — " + hit.advisory().answer()));
        open.forEach(hit ->
                out.println("OPEN      " + hit.line() + " — " + hit.advisory().source()));
        out.printf(
                "%d libraries, %d advisories dated %s: %d open, %d answered%n",
                libraries.size(), list.advisories().size(), list.dated(), open.size(), answered.size());
        return open.isEmpty() ? 0 : 1;
    }

    /** What was known stays, answers with it; what is new has none yet. */
    static AdvisoryList renewed(AdvisoryList known, AdvisoryList export) {
        List<Advisory> all = new ArrayList<>(known.advisories());
        export.advisories().stream()
                .filter(found -> known.advisories().stream().noneMatch(old -> isTheSame(old, found)))
                .forEach(all::add);
        return new AdvisoryList(
                export.dated().isAfter(known.dated()) ? export.dated() : known.dated(), List.copyOf(all));
    }

    private static boolean isTheSame(Advisory old, Advisory found) {
        String group = found.component().substring(0, found.component().indexOf(':'));
        return old.id().equals(found.id())
                && (old.component().equals(found.component()) || old.component().equals(group + ":*"))
                // a range that has grown is news, whatever was answered before
                && (old.answer() != null
                        || old.affected().text().equals(found.affected().text()));
    }

    private static String written(AdvisoryList list) {
        StringBuilder yaml = new StringBuilder("dated: " + list.dated() + "\nadvisories:\n");
        for (Advisory advisory : list.advisories()) {
            yaml.append("  - id: ").append(advisory.id()).append('\n');
            line(yaml, "component", advisory.component());
            line(yaml, "affected", advisory.affected().text());
            line(yaml, "source", advisory.source());
            line(yaml, "says", advisory.says());
            line(yaml, "answer", advisory.answer());
        }
        return yaml.toString();
    }

    private static void line(StringBuilder yaml, String key, @Nullable String text) {
        if (text != null) {
            yaml.append("    ")
                    .append(key)
                    .append(": '")
                    .append(text.replace("'", "''"))
                    .append("'\n");
        }
    }
}
