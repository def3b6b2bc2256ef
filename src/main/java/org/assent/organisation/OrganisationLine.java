package org.assent.organisation;

import java.util.List;
import org.assent.scheme.OfficeLevel;
import org.jspecify.annotations.Nullable;

/**
 * One office as an import states it.
 *
 * @param headTitle none where the file has no such column: an office keeps what it has
 * @param active likewise
 */
record OrganisationLine(
        int line,
        String code,
        String name,
        String bengaliName,
        OfficeLevel level,
        @Nullable String parent,
        List<String> apaTeam,
        @Nullable String focalPoint,
        @Nullable String head,
        String teamAddress,
        String headAddress,
        @Nullable String headTitle,
        @Nullable Boolean active) {}
