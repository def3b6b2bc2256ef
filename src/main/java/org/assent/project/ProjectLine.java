package org.assent.project;

/** A project in one line. Public: lists of projects show it. */
public record ProjectLine(String code, String title, ProjectState state) {}
