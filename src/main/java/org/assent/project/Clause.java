package org.assent.project;

/** One line of a notification as it is read: its label and its text. */
record Clause(String label, String text) {}
