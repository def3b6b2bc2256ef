package org.assent.nomination;

import org.jspecify.annotations.Nullable;

/** One line of the evaluation form; 0 where nothing was chosen. */
record Rating(int content, int speakers, int organization, int usefulness, @Nullable String comments) {

    @Override
    public String comments() {
        return comments == null ? "" : comments.strip();
    }
}
