package org.assent.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assent.drafting.Content;
import org.assent.drafting.VersionFacts;
import org.assent.organisation.OrganisationFacts;
import org.assent.print.HtmlPrinter;
import org.assent.print.Imprint;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.LevelScheme;
import org.assent.scheme.SchemeRegister;
import org.springframework.stereotype.Component;

/** Prints an agreement: the parts that its scheme names, in the scheme's order. */
@Component
class AgreementDocument {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'Dhaka time'", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final SchemeRegister schemes;
    private final Posts posts;
    private final String style;

    AgreementDocument(SchemeRegister schemes, Posts posts) {
        this.schemes = schemes;
        this.posts = posts;
        this.style = style();
    }

    static String moment(Instant at) {
        return ZonedDateTime.ofInstant(at, FiscalYear.DHAKA).format(MOMENT);
    }

    byte[] print(VersionFacts version, List<SignatureFacts> acts) {
        List<SignatureFacts> signatures =
                acts.stream().filter(SignatureFacts::signed).toList();
        Instant dated = acts.isEmpty()
                ? version.submittedAt()
                : acts.get(acts.size() - 1).at();
        OrganisationFacts office = posts.office(version.key(), Seat.HEAD);
        return HtmlPrinter.print(
                pages(version, signatures),
                new Imprint(
                        "Annual Performance Agreement " + version.fiscalYear() + ", " + office.name(),
                        office.name(),
                        "Version " + version.number(),
                        version.sha256() + acts,
                        dated));
    }

    private String pages(VersionFacts version, List<SignatureFacts> signatures) {
        LevelScheme scheme =
                schemes.scheme(version.schemeCode(), version.schemeVersion()).level(version.level());
        AgreementTables tables = new AgreementTables(version, scheme);
        // the hash is hexadecimal, so it may stand in the style sheet as it is
        String footer = "Version " + version.number() + "   SHA-256 " + version.sha256();
        Html html = new Html();
        html.raw("<html><head><title>Agreement</title><style>")
                .raw(style.replace("%FOOTER%", footer))
                .raw("</style></head><body>");
        for (LevelScheme.Section section : scheme.sections()) {
            switch (section.key()) {
                case COVER -> cover(html, version);
                case OVERVIEW -> texts(html, section, version.content());
                case PREAMBLE -> preamble(html, section, version, signatures);
                case VISION -> vision(html, section, version.content(), scheme);
                case OUTCOMES -> tables.outcomes(html, section);
                case OBJECTIVES -> tables.objectives(html, section);
                case MANDATORY -> tables.mandatory(html, section);
                case DECLARATION -> declaration(html, section, version, signatures);
                case ACRONYMS -> tables.acronyms(html, section);
                case MEASUREMENT -> tables.measurement(html, section);
                case DEPENDENCES -> tables.dependences(html, section);
                case PLANS -> tables.plans(html, section);
            }
        }
        return html.raw("</body></html>").toString();
    }

    private void cover(Html html, VersionFacts version) {
        OrganisationFacts office = posts.office(version.key(), Seat.HEAD);
        OrganisationFacts superior = posts.office(version.key(), Seat.SUPERIOR);
        FiscalYear year = version.fiscalYear();
        html.raw("<div class='cover'>")
                .element("p", "state", "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার")
                .element("p", "", "Government of the People’s Republic of Bangladesh")
                .raw("<p>&#160;</p>")
                .element("h1", "", "Annual Performance Agreement")
                .element("p", "state", "বার্ষিক কর্মসম্পাদন চুক্তি")
                .element("p", "state", office.bengaliName())
                .element("p", "between", "between")
                .element("p", "party", Posts.post(office))
                .element("p", "", "and")
                .element("p", "party", Posts.post(superior))
                .element("p", "years", DAY.format(year.start()) + " – " + DAY.format(year.end()))
                .element(
                        "p",
                        "standing",
                        "Version " + version.number() + ": "
                                + version.state().label().toLowerCase(Locale.ROOT))
                .raw("</div>");
    }

    private static void texts(Html html, LevelScheme.Section section, Content content) {
        heading(html, "part", section);
        section.columns().forEach(column -> html.element("h3", "", column.title())
                .element("p", "typed", text(content, column.key())));
    }

    private void preamble(Html html, LevelScheme.Section section, VersionFacts version, List<SignatureFacts> signed) {
        heading(html, "part", section);
        html.element("p", "typed", version.content().preamble())
                .element(
                        "p",
                        "",
                        "This agreement is made between the "
                                + Posts.post(posts.office(version.key(), Seat.HEAD)) + ", and the "
                                + Posts.post(posts.office(version.key(), Seat.SUPERIOR)) + ", for the fiscal year "
                                + version.fiscalYear() + ". Signed in Dhaka on "
                                + signedOn(signed).orElse("____________________") + ".");
    }

    /** The day of the second signature. */
    private static Optional<String> signedOn(List<SignatureFacts> signatures) {
        return signatures.stream()
                .filter(signature -> signature.seat() == Seat.SUPERIOR)
                .map(signature -> ZonedDateTime.ofInstant(signature.at(), FiscalYear.DHAKA)
                        .format(DAY))
                .findFirst();
    }

    private static void vision(Html html, LevelScheme.Section section, Content content, LevelScheme scheme) {
        heading(html, "part", section);
        html.element("h3", "", "Vision").element("p", "typed", content.vision());
        html.element("h3", "", "Mission").element("p", "typed", content.mission());
        html.element("h3", "", "Strategic objectives").raw("<ol>");
        content.objectives().forEach(objective -> html.element("li", "", objective.name()));
        html.raw("</ol>");
        if (!scheme.mandatoryObjectives().isEmpty()) {
            html.element("h3", "", "Mandatory strategic objectives").raw("<ol>");
            scheme.mandatoryObjectives().forEach(objective -> html.element("li", "", objective.name()));
            html.raw("</ol>");
        }
        html.element("h3", "", "Functions").raw("<ol>");
        content.functions().forEach(function -> html.element("li", "typed", function));
        html.raw("</ol>");
    }

    private void declaration(
            Html html, LevelScheme.Section section, VersionFacts version, List<SignatureFacts> signed) {
        OrganisationFacts office = posts.office(version.key(), Seat.HEAD);
        OrganisationFacts superior = posts.office(version.key(), Seat.SUPERIOR);
        heading(html, "part", section);
        html.element(
                        "p",
                        "",
                        "I, " + Posts.post(office) + ", undertake towards the " + Posts.post(superior)
                                + " to achieve the results that this agreement describes.")
                .element(
                        "p",
                        "",
                        "I, " + Posts.post(superior) + ", undertake towards the " + Posts.post(office)
                                + " to give the support that is needed to achieve them.")
                .raw("<table class='signatures'><tbody><tr>");
        for (Seat seat : Seat.values()) {
            html.raw("<td>");
            signed.stream()
                    .filter(signature -> signature.seat() == seat)
                    .findFirst()
                    .ifPresentOrElse(
                            signature -> signature(html, signature),
                            () -> unsigned(html, Posts.post(posts.office(version.key(), seat))));
            html.raw("</td>");
        }
        html.raw("</tr></tbody></table>");
    }

    private static void signature(Html html, SignatureFacts signature) {
        html.raw("<div>")
                .element("b", "", "Signed: " + signature.name())
                .raw("<br/>")
                .text(signature.post())
                .raw("<br/>")
                .text(moment(signature.at()))
                .raw("<br/>")
                .text("Version " + signature.version())
                .raw("<br/>")
                .element("span", "hash", "SHA-256 " + signature.sha256().substring(0, 32))
                .raw("<br/>")
                .element("span", "hash", signature.sha256().substring(32))
                .raw("</div>");
    }

    private static void unsigned(Html html, String post) {
        html.raw("<div class='line'></div>").text(post).raw("<br/>").text("Date: ____________________");
    }

    static void heading(Html html, String place, LevelScheme.Section section) {
        html.raw("<div class='" + place + "'>")
                .element("h2", "", section.title())
                .element("p", "bengali", section.bengaliTitle())
                .raw("</div>");
    }

    private static String text(Content content, String key) {
        return switch (key) {
            case "overviewAchievements" -> content.overviewAchievements();
            case "overviewChallenges" -> content.overviewChallenges();
            case "overviewPlans" -> content.overviewPlans();
            case "overviewTargets" -> content.overviewTargets();
            default -> "";
        };
    }

    private static String style() {
        try (InputStream sheet = AgreementDocument.class.getResourceAsStream("/print/agreement.css")) {
            if (sheet == null) {
                throw new IllegalStateException("The style sheet of the agreement is missing from the build.");
            }
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
