package org.assent.project;

/** An indicative topic of one day. */
record Topic(int day, String topic) {}
