package org.assent.project;

/** An indicative topic of one day. Public: the programme begins with them. */
public record Topic(int day, String topic) {}
