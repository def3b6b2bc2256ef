package org.assent.notary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.assent.notary.Attestation.State;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A signature in a PDF, PAdES baseline B: nothing of it is drawn, and it covers every byte but its own. */
final class PadesSignature {

    private static final COSName CADES = COSName.getPDFName("ETSI.CAdES.detached");

    private PadesSignature() {}

    static byte[] sign(byte[] pdf, SigningKeys keys, String reason, Instant now) {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(CADES);
        signature.setName(SigningKeys.nameOf(keys.signer()));
        signature.setReason(reason);
        signature.setSignDate(GregorianCalendar.from(now.atZone(ZoneOffset.UTC)));
        try (PDDocument paper = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            int room = cms(pdf, keys).length;
            options.setPreferredSignatureSize(room);
            paper.addSignature(signature, content -> fitting(content.readAllBytes(), keys, room), options);
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            paper.saveIncremental(signed);
            return signed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refused where PDF readers would not know the kind of key. */
    static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default ->
                throw new SigningKeyStore.Unusable(
                        "The key in ASSENT_SIGNING_KEYSTORE is neither an RSA nor an EC key: readers of PDF know no others.");
        };
    }

    /**
     * Of exactly the size that has been kept free, because zeros behind the signature confuse some readers: an elliptic
     * curve's signatures differ by a byte or two, so one is made until it fits.
     */
    private static byte[] fitting(byte[] content, SigningKeys keys, int room) throws IOException {
        for (int attempt = 0; attempt < 1000; attempt++) {
            byte[] cms = cms(content, keys);
            if (cms.length == room) {
                return cms;
            }
        }
        throw new IOException("No signature fits");
    }

    private static byte[] cms(byte[] content, SigningKeys keys) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            AttributeTable ours = new AttributeTable(signingCertificate(keys.signer()));
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    // PAdES keeps the time in the PDF and forbids a second one here
                    .setSignedAttributeGenerator(facts -> new DefaultSignedAttributeTableGenerator(ours)
                            .getAttributes(facts)
                            .remove(CMSAttributes.signingTime))
                    .build(new JcaContentSignerBuilder(algorithm(keys.key())).build(keys.key()), keys.signer()));
            generator.addCertificates(new JcaCertStore(keys.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Binds the signature to the certificate, so that none with the same key can take its place. */
    private static ASN1EncodableVector signingCertificate(X509Certificate signer) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(signer.getEncoded());
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
        return attributes;
    }

    static Attestation read(byte[] pdf, SigningKeys keys) {
        String sha256 = Notary.sha256(pdf);
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            List<PDSignature> signatures = paper.getSignatureDictionaries();
            if (signatures.isEmpty()) {
                return new Attestation(State.UNSIGNED, "", null, sha256);
            }
            PDSignature signature = signatures.get(0);
            byte[] cms = contents(pdf, signature.getByteRange());
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(pdf)), cms);
            SignerInformation by = only(signed.getSignerInfos().getSigners());
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate((X509CertificateHolder)
                    only(signed.getCertificates().getMatches(by.getSID())));
            boolean whole = signatures.size() == 1
                    && CADES.getName().equals(signature.getSubFilter())
                    && by.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
            State state = !whole ? State.CHANGED : keys.known().contains(certificate) ? State.GENUINE : State.FOREIGN;
            return new Attestation(
                    state,
                    SigningKeys.nameOf(certificate),
                    signature.getSignDate() == null
                            ? null
                            : signature.getSignDate().toInstant(),
                    sha256);
        } catch (IOException
                | CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException broken) {
            // whatever a reader stumbles over, it is not what was issued
            return new Attestation(State.CHANGED, "", null, sha256);
        }
    }

    /**
     * The signature's own bytes, which must be all that it leaves out: one hexadecimal word from the end of its first part to
     * the beginning of its second, and nothing after that.
     */
    private static byte[] contents(byte[] pdf, int[] range) throws IOException {
        boolean covers = range.length == 4
                && range[0] == 0
                && range[1] > 0
                && range[2] > range[1] + 1
                && range[3] > 0
                && (long) range[2] + range[3] == pdf.length
                && pdf[range[1]] == '<'
                && pdf[range[2] - 1] == '>';
        if (!covers) {
            throw new IOException("The signature does not cover the whole document");
        }
        return HexFormat.of()
                .parseHex(new String(pdf, range[1] + 1, range[2] - range[1] - 2, StandardCharsets.US_ASCII));
    }

    private static <T> T only(Collection<T> some) throws IOException {
        if (some.size() != 1) {
            throw new IOException("There is not exactly one signature");
        }
        return some.iterator().next();
    }
}
