package org.assent.review;

import java.util.List;

/**
 * Where reviewers comment on single items and the office answers, one by one. Public: the page beside the forms writes
 * here; whose task it is, it asks before.
 */
public interface CommentDesk {

    /** A comment on the version under review; an empty item key means the document as a whole. */
    CommentFacts comment(String key, String itemKey, String text, String user);

    /** The office's answer, while it has the document back. */
    CommentFacts answer(long comment, String text, String user);

    /** The reviewer is satisfied, or takes the comment back. */
    CommentFacts resolve(long comment, String user);

    /** Every comment on the agreement, from the first to the latest. */
    List<CommentFacts> comments(String key);
}
