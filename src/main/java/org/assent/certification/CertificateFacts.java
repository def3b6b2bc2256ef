package org.assent.certification;

import java.time.LocalDate;

/** All that a certificate says. */
record CertificateFacts(
        String participant,
        String economy,
        String projectTitle,
        String projectCode,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate issued,
        String secretaryGeneral,
        Serial serial,
        String verifyUrl) {}
