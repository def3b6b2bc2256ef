package org.assent.fence;

import java.util.List;

/** Production does not start like this; all reasons at once, a sentence each. Public: access refuses a start too. */
public final class UnsafeStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsafeStart(List<String> reasons) {
        super(String.join("\n", reasons));
    }
}
