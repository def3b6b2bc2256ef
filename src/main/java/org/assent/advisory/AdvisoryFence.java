package org.assent.advisory;

import java.util.List;
import java.util.stream.Collectors;
import org.assent.fence.Fence;
import org.assent.fence.FenceState;
import org.springframework.stereotype.Component;

/** Spring Boot 3.5 and what it brings are frozen: none of it ships with a hole that the list knows and nothing answers. */
@Component
class AdvisoryFence implements Fence {

    /** Fewer are no bill of this desk. */
    private static final int FEWEST = 100;

    @Override
    public String row() {
        return "16";
    }

    @Override
    public String name() {
        return "no library with a known hole";
    }

    @Override
    public FenceState state() {
        return AdvisoryCheck.shipped();
    }

    static FenceState look(List<Library> libraries, AdvisoryList list) {
        if (libraries.size() < FEWEST) {
            return FenceState.broken("The bill of materials is missing: build the jar with Maven while it is online.");
        }
        List<AdvisoryList.Hit> open = list.unanswered(libraries);
        return open.isEmpty()
                ? FenceState.whole("%d libraries are free of unanswered advisories as known on %s."
                        .formatted(libraries.size(), list.dated()))
                : FenceState.broken("Known holes without an answer: "
                        + open.stream()
                                .map(hit -> hit.library() + " " + hit.advisory().id())
                                .collect(Collectors.joining(", "))
                        + ". Raise the version in the pom, or answer the advisory in its list.");
    }
}
