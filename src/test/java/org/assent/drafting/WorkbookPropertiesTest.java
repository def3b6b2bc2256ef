package org.assent.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.assent.drafting.Content.Activity;
import org.assent.drafting.Content.Indicator;
import org.assent.drafting.Content.Objective;
import org.assent.drafting.Content.Outcome;
import org.assent.drafting.Content.Term;

/** Whatever is typed into a draft survives the way to Excel and back. */
@Tag("once")
class WorkbookPropertiesTest {

    @Property(tries = 60)
    void a_content_comes_back_as_it_went(@ForAll("contents") Content content) {
        assertThat(Workbooks.read(WorkbookWriter.write(content), Content.empty(), Schemes.FRAME))
                .isEqualTo(content);
    }

    @Provide
    Arbitrary<Content> contents() {
        return texts().list().ofSize(60).flatMap(texts -> Arbitraries.integers()
                .between(0, 3)
                .list()
                .ofSize(12)
                .map(counts -> new Builder(texts, counts).content()));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "25",
                        "25.00",
                        "-3",
                        "0.1",
                        "1e5",
                        "00142",
                        "২৫",
                        "১২,৫০,০০০",
                        "90 %",
                        "2023-07-16",
                        "=1+1",
                        "@x",
                        "+8",
                        "-",
                        "true",
                        "NUMBER",
                        "Percentage",
                        "_x0041_",
                        "a\nb",
                        " edge ",
                        "'quoted",
                        "123456789012345678",
                        "0.1234567890123",
                        "শিল্প"),
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(30),
                Arbitraries.strings().withCharRange('\u0980', '\u09fe').ofMaxLength(20));
    }

    /** Takes texts and counts in turn. */
    private static final class Builder {

        private final List<String> texts;
        private final List<Integer> counts;
        private int text;
        private int count;
        private int key;

        Builder(List<String> texts, List<Integer> counts) {
            this.texts = texts;
            this.counts = counts;
        }

        Content content() {
            List<Objective> objectives = new ArrayList<>();
            for (int o = count(); o > 0; o--) {
                List<Activity> activities = new ArrayList<>();
                for (int a = count(); a > 0; a--) {
                    List<Indicator> indicators = new ArrayList<>();
                    for (int i = count(); i > 0; i--) {
                        indicators.add(indicator());
                    }
                    activities.add(new Activity(key(), text(), indicators));
                }
                objectives.add(new Objective(key(), text(), text(), activities));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (int u = count(); u > 0; u--) {
                outcomes.add(
                        new Outcome(key(), text(), text(), text(), text(), text(), text(), text(), text(), text()));
            }
            List<String> functions = new ArrayList<>();
            for (int f = count(); f > 0; f--) {
                functions.add(text());
            }
            return new Content(
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    functions,
                    outcomes,
                    objectives,
                    List.of(new Term(key(), text(), text())),
                    List.of());
        }

        private Indicator indicator() {
            return new Indicator(
                    key(),
                    text(),
                    text(),
                    text(),
                    "NUMBER",
                    "",
                    "SUM",
                    "STEP",
                    text(),
                    text(),
                    List.of(text(), text(), text(), text(), text()),
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    text());
        }

        private String text() {
            return texts.get(text++ % texts.size());
        }

        private int count() {
            return counts.get(count++ % counts.size());
        }

        private String key() {
            return "k-" + key++;
        }
    }
}
