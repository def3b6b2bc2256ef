package org.assent.evaluation;

import org.springframework.stereotype.Component;

/** Published lists as files. Public: the page offers them for download. */
@Component
public class PublishedLists {

    public byte[] print(LeagueTable league) {
        return new LeaguePaper(league).print();
    }

    /** UTF-8 with its mark, as spreadsheets want it; no cell is a formula. */
    public String csv(LeagueTable league) {
        return new LeaguePaper(league).csv();
    }
}
