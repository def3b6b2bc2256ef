package org.assent.notification;

import java.util.List;

/** The rows of the form, each with the labels it has borne since 2016, in the spelling of {@link Labels#key}. */
enum Field {
    REFERENCE(
            "ref",
            "ref number",
            "reference",
            "reference number",
            "pn reference",
            "pn number",
            "notification reference"),
    DATE_OF_ISSUE(
            "date of issue", "issue date", "pn issue date", "pn date of issue", "date issued", "issued on", "issued"),
    REVISION("revision", "revision number", "rev", "rev number", "pn revision"),
    REVISION_DATE("revision date", "date of revision", "revised on", "pn revision date", "revision issue date"),
    PROJECT_CODE("project code", "code", "code of project", "project number"),
    TITLE("title", "project title", "title of project", "title of the project", "project name", "name of project"),
    TIMING(
            "timing and duration",
            "duration and timing",
            "timing",
            "date",
            "date and duration",
            "timing duration",
            "project date",
            "period",
            "schedule",
            "duration and date",
            "project duration",
            "timing of project"),
    DURATION("duration", "number of day"),
    START("start date", "starting date", "date of commencement"),
    END("end date", "ending date"),
    HOSTS(
            "hosting country",
            "host country",
            "hosting economy",
            "host economy",
            "host",
            "hosting member",
            "host member",
            "host member country",
            "hosting member country"),
    VENUE("venue", "venue and city", "place", "location"),
    MODALITY(
            "modality",
            "mode",
            "mode of implementation",
            "mode of delivery",
            "project modality",
            "format",
            "type of project"),
    IMPLEMENTING("implementing organization", "implementing agency", "implementing institution", "implementing body"),
    PARTICIPATING(
            "participating country",
            "participating economy",
            "participating member",
            "participating member country",
            "participating member economy",
            "eligible country"),
    OVERSEAS(
            "overseas participant",
            "number of overseas participant",
            "overseas place",
            "number of overseas place",
            "number of international participant",
            "overseas"),
    LOCAL("local participant", "number of local participant", "local place", "number of local place", "local"),
    PARTICIPANTS("number of participant", "number of overseas and local participant"),
    QUALIFICATIONS(
            "qualification of participant",
            "qualification",
            "participant qualification",
            "qualification of candidate",
            "qualification of nominee",
            "qualification of overseas participant"),
    NOMINATION("nomination of participant", "nomination", "nomination procedure", "nomination rule"),
    CLOSING(
            "closing date for nomination",
            "closing date",
            "closing date for application",
            "closing date of nomination",
            "deadline for nomination",
            "nomination deadline",
            "closing date for receipt of nomination",
            "closing date for the nomination",
            "last date for nomination",
            "deadline",
            "nomination closing date");

    final List<String> labels;

    Field(String... labels) {
        this.labels = List.of(labels);
    }

    /** Prose may run over paragraphs and bullets; the others end with their paragraph. */
    boolean isProse() {
        return this == QUALIFICATIONS || this == NOMINATION;
    }
}
