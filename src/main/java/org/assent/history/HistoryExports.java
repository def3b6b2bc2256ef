package org.assent.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assent.engine.CaseHistories;
import org.assent.engine.CaseHistory;
import org.assent.engine.CaseLine;
import org.assent.engine.OfficialNames;
import org.assent.engine.Refusal;
import org.springframework.stereotype.Component;

/** Cases as files to take away. Public: the auditors' page offers them. */
@Component
public class HistoryExports {

    /** As many cases fit a file that holds everything of each. */
    public static final int MOST = 5_000;

    /** As many fit a list. */
    public static final int MOST_LINES = 50_000;

    private static final int MOST_ON_PAPER = 50;

    private final CaseHistories histories;
    private final CaseTables tables;
    private final OfficialNames names;
    private final Clock clock;

    HistoryExports(CaseHistories histories, CaseTables tables, OfficialNames names, Clock clock) {
        this.histories = histories;
        this.tables = tables;
        this.names = names;
        this.clock = clock;
    }

    public byte[] csv(List<CaseLine> lines, UnaryOperator<String> house) {
        return SheetFile.csv(tables.cases(demand(lines, MOST_LINES), house));
    }

    /** What happened in one case. */
    public byte[] csv(CaseLine line) {
        return SheetFile.csv(tables.of(histories.of(List.of(line)).get(0)).get(0));
    }

    /** The list, and everything of each case on further sheets. */
    public byte[] excel(List<CaseLine> lines, UnaryOperator<String> house) {
        demand(lines, MOST);
        try (SheetFile file = new SheetFile()) {
            file.add(tables.cases(lines, house), "", "");
            for (int from = 0; from < lines.size(); from += 200) {
                for (CaseHistory history : histories.of(lines.subList(from, Math.min(lines.size(), from + 200)))) {
                    String of = history.line().process() + " " + history.line().key();
                    // times of both towns do not stand under one heading
                    String town = CaseTime.of(history.line().process()).town();
                    tables.of(history).forEach(table -> file.add(in(town, table), "Case", of));
                }
            }
            return file.bytes();
        }
    }

    private static Table in(String town, Table table) {
        return new Table(table.id() + town, table.title() + ", " + town, table.note(), table.columns(), table.rows());
    }

    /**
     * A case file for paper.
     *
     * @param more tables of ours about a case, by its id, before those of the engine
     */
    public byte[] pdf(List<CaseLine> lines, Map<String, List<Table>> more, String by) {
        demandPaper(lines);
        List<CasePaper.Chapter> chapters = new ArrayList<>();
        for (CaseHistory history : histories.of(lines)) {
            List<Table> all = new ArrayList<>(more.getOrDefault(history.line().id(), List.of()));
            all.addAll(tables.of(history));
            chapters.add(new CasePaper.Chapter(
                    history.line().name() + ", " + history.line().key(), all));
        }
        String title = lines.size() == 1
                ? "Case file " + lines.get(0).key() + ", " + lines.get(0).name()
                : "Case files, " + lines.size() + " cases";
        return CasePaper.print(
                title,
                "Printed " + CaseTime.TOKYO.spelled(clock.instant()) + " for " + names.of(by)
                        + ". Times of projects are Tokyo's, times of agreements Dhaka's, as each heading says.",
                clock.instant(),
                chapters);
    }

    public byte[] xes(List<CaseLine> lines) {
        return XesLog.write(histories.of(demand(lines, MOST)));
    }

    public byte[] ocel(List<CaseLine> lines) {
        return OcelLog.write(histories.of(demand(lines, MOST)));
    }

    /** Refuses more cases than anybody reads on paper. */
    public List<CaseLine> demandPaper(List<CaseLine> lines) {
        return demand(lines, MOST_ON_PAPER);
    }

    private static List<CaseLine> demand(List<CaseLine> lines, int most) {
        if (lines.isEmpty()) {
            throw new Refusal("There is no case to export. Please search for something else.");
        }
        if (lines.size() > most) {
            throw new Refusal(
                    "This file holds at most %d cases. Please narrow the search or select some.".formatted(most));
        }
        return lines;
    }
}
