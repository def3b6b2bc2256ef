package org.assent.signing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assent.drafting.Content;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionFacts;
import org.assent.engine.OfficialNames;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.assent.organisation.OrganisationFacts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the signatories' forms show when they open. */
@Configuration(proxyBeanMethods = false)
class SigningForms {

    private final SigningRegister register;
    private final DocumentRegister documents;
    private final Posts posts;
    private final OfficialNames names;

    SigningForms(SigningRegister register, DocumentRegister documents, Posts posts, OfficialNames names) {
        this.register = register;
        this.documents = documents;
        this.posts = posts;
        this.names = names;
    }

    @Bean
    TaskPrefill signAsHeadForm() {
        return form("signAsHead", Seat.HEAD);
    }

    @Bean
    TaskPrefill countersignForm() {
        return form("countersign", Seat.SUPERIOR);
    }

    private Map<String, Object> values(OpenTask task, VersionFacts version, Seat seat) {
        OrganisationFacts office = posts.office(version.key(), seat);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("officeName", posts.office(version.key(), Seat.HEAD).name());
        values.put("fiscalYearName", version.fiscalYear().toString());
        values.put("versionNumber", version.number());
        String principal = task.principal();
        values.put(
                "post",
                principal == null
                        ? Posts.post(office)
                        : "deputy of " + names.of(principal) + ", " + Posts.post(office));
        values.put("fingerprint", version.sha256());
        values.put("revisionReason", version.revision() ? version.reason() : "");
        values.put(
                "changes",
                version.revision()
                        ? documents
                                .inForce(version.key())
                                .map(before -> documents.differences(version.key(), before.number(), version.number()))
                                .orElse(List.of())
                        : List.of());
        values.put("objectives", objectives(version));
        values.put(
                "headSignature",
                register.signatures(version.key()).stream()
                        .filter(signature -> signature.version() == version.number() && signature.signed())
                        .map(signature -> "Signed for the office by " + signature.name() + ", " + signature.post()
                                + ", " + AgreementDocument.moment(signature.at()) + ".")
                        .collect(Collectors.joining()));
        return values;
    }

    private static List<Map<String, Object>> objectives(VersionFacts version) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Content.Objective objective : version.content().objectives()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("number", rows.size() + 1);
            row.put("name", objective.name());
            row.put("weight", objective.weight());
            row.put(
                    "indicators",
                    objective.activities().stream()
                            .mapToInt(activity -> activity.indicators().size())
                            .sum());
            rows.add(row);
        }
        return rows;
    }

    private TaskPrefill form(String task, Seat seat) {
        return TaskPrefill.of(task, open -> documents
                .latest(open.businessKey())
                .map(version -> values(open, version, seat))
                .orElse(Map.of()));
    }
}
