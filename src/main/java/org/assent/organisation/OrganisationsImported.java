package org.assent.organisation;

/** Told inside the import's transaction, so that it stands or falls with what hears it. Public: access hears it. */
public record OrganisationsImported() {}
