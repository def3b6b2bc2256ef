package org.assent.rehearsal;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assent.announcement.ParticipantRegister;
import org.assent.certification.CertificateRegister;
import org.assent.certification.CertificateRegister.CertificateLine;
import org.assent.nomination.NominationRegister;
import org.assent.screening.Selected;
import org.assent.screening.SelectionFacts;
import org.assent.screening.SelectionRegister;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What came of the rehearsal: compared with the records, then written beside the certificates. */
@Component
@Profile("rehearsal")
class Account {

    private static final String SUMMARY = "summary.json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Stage stage;
    private final NominationRegister nominations;
    private final SelectionRegister selections;
    private final ParticipantRegister participants;
    private final CertificateRegister certificates;
    private final AgreementAccount agreements;

    Account(
            Stage stage,
            NominationRegister nominations,
            SelectionRegister selections,
            ParticipantRegister participants,
            CertificateRegister certificates,
            AgreementAccount agreements) {
        this.stage = stage;
        this.nominations = nominations;
        this.selections = selections;
        this.participants = participants;
        this.certificates = certificates;
        this.agreements = agreements;
    }

    /** @param earned whose certificate the rehearsal expects, by its own account */
    Path close(Set<String> earned, Path folder) {
        List<CertificateLine> issued = certificates.certificates(stage.code());
        Set<String> certified = issued.stream().map(CertificateLine::reference).collect(Collectors.toSet());
        Stage.demand(
                certified.equals(earned) && issued.size() == earned.size(),
                "%d people attended everything, and %d certificates were issued."
                        .formatted(earned.size(), issued.size()));
        try {
            emptied(folder);
            for (CertificateLine certificate : issued) {
                byte[] document = certificates.pdf(certificate.serial());
                Stage.demand(
                        sha256(document).equals(certificate.sha256()), "A certificate is not the one that was kept.");
                Files.write(folder.resolve(file(certificate)), document);
            }
            agreements.print(folder);
            Path draft = folder.resolve(SUMMARY + ".part");
            JSON.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), summary(issued));
            return Files.move(
                    draft,
                    folder.resolve(SUMMARY),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of what an earlier rehearsal left. */
    private static void emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(SUMMARY));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".pdf")).toList()) {
                Files.delete(file);
            }
        }
    }

    private Map<String, Object> summary(List<CertificateLine> issued) {
        SelectionFacts selection = selections.selection(stage.code()).orElseThrow();
        long local = selection.selected().stream().filter(Selected::local).count();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("projectCode", stage.code());
        summary.put("announcedOn", announcedOn().toString());
        summary.put(
                "nominations",
                nominations.all(stage.code()).stream()
                        .collect(Collectors.groupingBy(
                                nomination -> nomination.state().name(), TreeMap::new, Collectors.counting())));
        summary.put("selected", Map.of("overseas", selection.selected().size() - local, "local", local));
        summary.put("alternates", selection.alternates().size());
        summary.put("refusals", stage.refusals());
        summary.put("certificates", issued.stream().map(Account::line).toList());
        summary.put("agreements", agreements.lines());
        return summary;
    }

    private LocalDate announcedOn() {
        var announcedAt = participants.announcement(stage.code()).announcedAt();
        if (announcedAt == null) {
            throw new NotPossible("The selection was never announced.");
        }
        return LocalDate.ofInstant(announcedAt, Stage.TOKYO);
    }

    private static Map<String, Object> line(CertificateLine certificate) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("serial", certificate.serial());
        line.put("name", certificate.name());
        line.put("economy", certificate.economy());
        line.put("file", file(certificate));
        line.put("sha256", certificate.sha256());
        return line;
    }

    private static String file(CertificateLine certificate) {
        return certificate.serial() + ".pdf";
    }

    private static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
