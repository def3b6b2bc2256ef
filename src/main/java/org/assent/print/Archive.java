package org.assent.print;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * What makes a document one for the archive (PDF/A-2b) beside its embedded fonts: it says of itself what it is, and what
 * its colours mean. Public: every document is described with it.
 */
public final class Archive {

    private static final String COLOURS = "sRGB IEC61966-2.1";

    private Archive() {}

    /** Every mark that PDFBox would take from the clock comes from the imprint instead. */
    public static void describe(PDDocument paper, Imprint imprint) throws IOException {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(imprint.title());
        about.setAuthor(imprint.author());
        about.setSubject(imprint.subject());
        about.setCreationDate(GregorianCalendar.from(imprint.dated().atZone(ZoneOffset.UTC)));
        paper.setDocumentInformation(about);
        paper.setDocumentId((long) imprint.identity().hashCode());
        PDDocumentCatalog catalog = paper.getDocumentCatalog();
        catalog.setLanguage("en");
        catalog.setMarkInfo(null);
        catalog.getCOSObject().setItem(COSName.VERSION, COSName.getPDFName("1.7"));
        PDMetadata metadata = new PDMetadata(paper);
        metadata.importXMPMetadata(metadata(imprint).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
        if (catalog.getOutputIntents().isEmpty()) {
            catalog.addOutputIntent(colours(paper));
        }
    }

    /** Java's own profile: every Java has it, and it is small. */
    private static PDOutputIntent colours(PDDocument paper) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent colours = new PDOutputIntent(paper, new ByteArrayInputStream(profile));
        colours.setInfo(COLOURS);
        colours.setOutputCondition(COLOURS);
        colours.setOutputConditionIdentifier(COLOURS);
        colours.setRegistryName("http://www.color.org");
        return colours;
    }

    private static String metadata(Imprint imprint) {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
                <xmp:CreateDate>%s</xmp:CreateDate>
                <pdfaid:part>2</pdfaid:part>
                <pdfaid:conformance>B</pdfaid:conformance>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>
                """
                .formatted(
                        HtmlPrinter.escape(imprint.title()),
                        HtmlPrinter.escape(imprint.author()),
                        HtmlPrinter.escape(imprint.subject()),
                        imprint.dated().truncatedTo(ChronoUnit.SECONDS));
    }
}
