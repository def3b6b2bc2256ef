package org.assent.fence;

/**
 * Whether a fence stands. Public: fences of other packages tell it.
 *
 * @param whole nothing is missing
 * @param sentence what was seen; of a broken fence also what to do about it. No secret and nothing of a case
 */
public record FenceState(boolean whole, String sentence) {

    public static FenceState whole(String sentence) {
        return new FenceState(true, sentence);
    }

    public static FenceState broken(String sentence) {
        return new FenceState(false, sentence);
    }
}
