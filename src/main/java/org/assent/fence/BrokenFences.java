package org.assent.fence;

import java.util.List;

/** Production does not start like this; one line for each broken fence. */
final class BrokenFences extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenFences(List<String> broken) {
        super(String.join("\n", broken));
    }
}
