package org.assent.certification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.assent.certification.CertificateRegister.DecisionLine;
import org.assent.engine.TaskPrefill;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of this process show when they open. */
@Configuration(proxyBeanMethods = false)
class CertificationForms {

    private final ProjectRegister projects;
    private final CertificateRegister register;
    private final Certifications certifications;

    CertificationForms(ProjectRegister projects, CertificateRegister register, Certifications certifications) {
        this.projects = projects;
        this.register = register;
        this.certifications = certifications;
    }

    @Bean
    TaskPrefill signCertificatesForm() {
        return form("signCertificates", this::list);
    }

    @Bean
    TaskPrefill reviewAttendanceDoubtsForm() {
        return form("reviewAttendanceDoubts", this::list);
    }

    @Bean
    TaskPrefill revokeCertificateForm() {
        return form(
                "revokeCertificate",
                (code, values) -> values.put(
                        "certificateChoices",
                        register.certificates(code).stream()
                                .filter(certificate -> !certificate.revoked())
                                .map(certificate -> Map.of(
                                        "label",
                                        certificate.name() + ", "
                                                + projects.economy(certificate.economy())
                                                        .name()
                                                + ", " + certificate.serial(),
                                        "value",
                                        certificate.serial()))
                                .toList()));
    }

    private void list(String code, Map<String, Object> values) {
        List<DecisionLine> decisions = register.decisions(code);
        List<Map<String, Object>> certified = rows(decisions, true);
        List<Map<String, Object>> others = rows(decisions, false);
        values.put(
                "summary",
                "Present at all sessions held: %d. Without certificate: %d."
                        .formatted(certified.size(), others.size()));
        values.put("certified", certified);
        values.put("notCertified", others);
        values.put(
                "doubts",
                certifications
                        .findByProjectCode(code)
                        .map(CertificationForms::doubts)
                        .orElse(""));
    }

    private static String doubts(Certification batch) {
        return batch.doubts()
                        .map(remark -> "Remark of the Secretary-General: " + remark)
                        .orElse("")
                + batch.answer()
                        .map(answer -> "\n\nAnswer of the programme officer: " + answer)
                        .orElse("");
    }

    private List<Map<String, Object>> rows(List<DecisionLine> decisions, boolean certified) {
        return decisions.stream()
                .filter(decision -> decision.certified() == certified)
                .map(this::row)
                .toList();
    }

    private Map<String, Object> row(DecisionLine decision) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reference", decision.reference());
        row.put("name", decision.name());
        row.put("economy", projects.economy(decision.economy()).name());
        row.put("sessions", decision.attended());
        row.put("reason", decision.reason() == null ? "" : decision.reason());
        return row;
    }

    private TaskPrefill form(String task, BiConsumer<String, Map<String, Object>> more) {
        return TaskPrefill.of(task, open -> {
            ProjectFacts project = projects.project(open.projectCode());
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("projectCode", project.code());
            values.put("projectTitle", project.title());
            values.put("projectDates", CertificateDocument.days(project.start(), project.end()));
            more.accept(open.projectCode(), values);
            return values;
        });
    }
}
