package org.assent.announcement;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A session as the programme's form has it. */
record SessionLine(
        @Nullable String title,
        @Nullable LocalDate date,
        @Nullable LocalTime start,
        @Nullable LocalTime end,
        @Nullable String speaker) {}
