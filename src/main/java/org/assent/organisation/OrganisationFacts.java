package org.assent.organisation;

import java.util.List;
import org.assent.scheme.OfficeLevel;
import org.jspecify.annotations.Nullable;

/**
 * One office of the tree, with its people by user id. Public: agreements are between offices.
 *
 * @param parent code of the office above it; none at the top
 * @param ministry code of the ministry it belongs to, which is the tenant of its cases; the Cabinet Division's is its own
 * @param headTitle what its head is called in an agreement, as “Secretary”
 */
public record OrganisationFacts(
        String code,
        String name,
        String bengaliName,
        OfficeLevel level,
        @Nullable String parent,
        String ministry,
        List<String> apaTeam,
        @Nullable String focalPoint,
        @Nullable String head,
        String headTitle,
        String teamAddress,
        String headAddress,
        boolean active) {

    /** Id of the group that its APA team's tasks are offered to. */
    public String apaTeamGroup() {
        return code + "-apa-team";
    }

    /** Id of the group that its head's tasks are offered to. */
    public String headGroup() {
        return code + "-heads";
    }
}
