package org.assent.fence;

import java.util.function.Supplier;

/**
 * One known weakness of the engine and the answer to it, measured on the running desk. Public: whoever owns the answer
 * offers the fence as a bean.
 */
public interface Fence {

    /** The weakness: a row of the house's list (1 to 18), or the number of a published hole. */
    String row();

    /** What the fence keeps, in a few words. */
    String name();

    /** Asks the running engine, filters or database; never a constant. */
    FenceState state();

    static Fence of(String row, String name, Supplier<FenceState> measure) {
        record Measured(String row, String name, Supplier<FenceState> measure) implements Fence {
            @Override
            public FenceState state() {
                return measure.get();
            }
        }
        return new Measured(row, name, measure);
    }
}
