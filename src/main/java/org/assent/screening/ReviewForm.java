package org.assent.screening;

import java.util.Optional;

/** What the form reviewSelection submits. */
record ReviewForm(Review review, Optional<String> takeOut, Optional<String> takeIn, String changeReason) {}
