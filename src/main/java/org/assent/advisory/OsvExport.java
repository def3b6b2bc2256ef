package org.assent.advisory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An export of advisories in the OSV format (osv.dev's all.zip for Maven, GitHub's database, or single JSON files),
 * read for the libraries that ship and nothing else.
 */
final class OsvExport {

    private final ObjectMapper json = new ObjectMapper();
    private final List<Library> libraries;
    private final List<Advisory> found = new ArrayList<>();
    private Instant newest = Instant.EPOCH;

    private OsvExport(List<Library> libraries) {
        this.libraries = libraries;
    }

    /** Dated by the newest of its entries: what has been known, not when somebody looked. */
    static AdvisoryList read(Path export, List<Library> libraries) throws IOException {
        OsvExport reading = new OsvExport(libraries);
        try (InputStream file = Files.newInputStream(export)) {
            if (export.toString().endsWith(".zip")) {
                reading.zip(new ZipInputStream(file));
            } else {
                reading.all(reading.json.readTree(file));
            }
        }
        if (reading.newest.equals(Instant.EPOCH)) {
            throw new IOException(export + " holds no advisory in the OSV format");
        }
        return new AdvisoryList(LocalDate.ofInstant(reading.newest, ZoneOffset.UTC), reading.found);
    }

    private void zip(ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".json")) {
                all(json.readTree(new Part(zip)));
            }
        }
    }

    private void all(JsonNode file) {
        for (JsonNode entry : file.isArray() ? file : List.of(file)) {
            one(entry);
        }
    }

    private void one(JsonNode entry) {
        if (!entry.hasNonNull("id") || !entry.hasNonNull("modified")) {
            return;
        }
        Instant modified = Instant.parse(entry.path("modified").asText());
        newest = modified.isAfter(newest) ? modified : newest;
        if (entry.hasNonNull("withdrawn")) {
            return;
        }
        for (Library library : libraries) {
            Set<String> ranges = new TreeSet<>();
            for (JsonNode affected : entry.path("affected")) {
                JsonNode named = affected.path("package");
                if (named.path("ecosystem").asText().equals("Maven")
                        && named.path("name").asText().equals(library.key())) {
                    ranges.addAll(ranges(affected));
                }
            }
            if (!ranges.isEmpty()) {
                add(entry, library, String.join(" || ", ranges));
            }
        }
    }

    private void add(JsonNode entry, Library library, String affected) {
        String id = entry.path("id").asText();
        for (JsonNode alias : entry.path("aliases")) {
            id = alias.asText().startsWith("CVE-") ? alias.asText() : id;
        }
        String says = entry.path("summary").asText(entry.path("details").asText("see the source"));
        Advisory advisory = new Advisory(
                id,
                library.key(),
                Affected.of(affected),
                "https://osv.dev/vulnerability/" + entry.path("id").asText(),
                says.replaceAll("\\s+", " ").strip(),
                null);
        // a hole that no version of ours ever had, or that is long mended, would only lengthen the list
        if (advisory.hits(library)) {
            found.add(advisory);
        }
    }

    private static Set<String> ranges(JsonNode affected) {
        Set<String> ranges = new TreeSet<>();
        for (JsonNode range : affected.path("ranges")) {
            String from = "";
            for (JsonNode event : range.path("events")) {
                if (event.has("introduced")) {
                    from = event.path("introduced").asText();
                    ranges.add(from.equals("0") ? "*" : ">=" + from);
                } else {
                    String open = from.equals("0") ? "*" : ">=" + from;
                    ranges.remove(open);
                    String end = event.has("fixed")
                            ? "<" + event.path("fixed").asText()
                            : "<=" + event.path("last_affected").asText();
                    ranges.add(from.equals("0") ? end : open + ", " + end);
                }
            }
        }
        if (affected.path("ranges").isEmpty()) {
            affected.path("versions").forEach(version -> ranges.add("=" + version.asText()));
        }
        return ranges;
    }

    /** One entry of an archive: whoever reads it to its end must not close the archive. */
    private static final class Part extends FilterInputStream {
        Part(InputStream archive) {
            super(archive);
        }

        @Override
        public void close() {}
    }
}
