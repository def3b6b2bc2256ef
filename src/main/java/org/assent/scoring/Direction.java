package org.assent.scoring;

/** Which way a ladder runs. Public: indicators, forms and sheets name it. */
public enum Direction {
    HIGHER_IS_BETTER("Higher is better"),
    LOWER_IS_BETTER("Lower or earlier is better");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether one figure is at least as good as another. */
    boolean reaches(Figure figure, Figure level) {
        int compared = Exact.compare(figure.exact(), level.exact());
        return this == HIGHER_IS_BETTER ? compared >= 0 : compared <= 0;
    }
}
