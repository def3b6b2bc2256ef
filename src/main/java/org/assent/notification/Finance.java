package org.assent.notification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.notification.ReadNotification.FinancialArrangements;
import org.jspecify.annotations.Nullable;

/** Who pays for what: only a sentence with one payer and one thing settles it, and two sentences must not contradict. */
final class Finance {

    private enum Payer {
        APO,
        HOST,
        OTHER
    }

    private static final String HOSTS =
            "(?:the )?(?:host|hosting)(?: (?:country|countries|economy|economies|npo|npos|member|members|organization|institution))?"
                    + "(?:\\((?:ies|s)\\))?|(?:the )?implementing organi[sz]ations?(?:\\(s\\))?";
    private static final String APO = "(?:the )?(?:apo|asian productivity organization)(?: secretariat)?";
    private static final String OTHERS =
            "(?:the )?(?:participating (?:country|countries|economies|members)|participants?|npos?)(?:\\(ies\\))?";
    private static final String PAYS =
            "(?:meet|bear|cover|pay|finance|fund|take care of|be responsible for|provide|shoulder)s?";
    private static final Pattern ACTIVE = Pattern.compile("^(?:(?<apo>" + APO + ")|(?<host>" + HOSTS + ")|(?<other>"
            + OTHERS + "))\\s+(?:(?:will|shall|would|is to|are to)\\s+)?(?<not>not\\s+)?" + PAYS + "\\b(?<what>.*)$");
    private static final Pattern PASSIVE =
            Pattern.compile("^(?<what>.*?)\\b(?:will|shall|are|is)\\s+(?<not>not\\s+)?(?:to )?(?:be )?"
                    + "(?:met|borne|covered|paid|financed|funded|provided)\\s+by\\s+(?:(?<apo>" + APO + ")|(?<host>"
                    + HOSTS + ")|(?<other>" + OTHERS
                    + "))\\W*$");
    private static final Pattern CAPTION =
            Pattern.compile("^(?:(?:costs? )?(?:to be )?(?:borne|met|covered|paid)? ?by )?(?:(?<apo>" + APO
                    + ")|(?<host>" + HOSTS + ")|(?<other>" + OTHERS + "))(?: will (?:meet|bear|cover))?\\W*$");
    private static final Pattern OVERSEAS = Pattern.compile(
            "\\bcosts?\\b.*\\b(?:overseas|international|foreign)(?: and local)? (?:resource persons?|experts?|speakers?)");
    private static final Pattern SITE_VISIT = Pattern.compile("\\bsite visits?\\b");
    private static final Pattern HONORARIA = Pattern.compile(
            "\\b(?:up to |(?:a )?max(?:imum|\\.)?(?: of)? |not more than |no more than )?" + "(?<n>\\d{1,2}|"
                    + Numbers.WORDS
                    + ")(?: \\((?<again>\\d{1,2})\\))? (?:local|national|domestic) (?:resource persons?|experts?|speakers?)");
    private static final Pattern PARTLY = Pattern.compile(
            "\\b(?:part|partly|half|share[ds]?|sharing|jointly|%|percent|except|excluding|unless|if)\\b|%");

    private final Set<Boolean> overseas = new LinkedHashSet<>();
    private final Set<Boolean> visits = new LinkedHashSet<>();
    private final Set<Integer> honoraria = new LinkedHashSet<>();
    private boolean overseasOpen;
    private boolean visitsOpen;
    private boolean honorariaOpen;
    private @Nullable Payer caption;

    static FinancialArrangements of(List<String> items) {
        Finance finance = new Finance();
        for (String item : items) {
            for (String sentence : item.split("(?<=[.;])\\s+(?=\\p{Lu})")) {
                finance.hear(sentence.toLowerCase(Locale.ROOT)
                        .replaceAll("\\s+", " ")
                        .strip());
            }
        }
        return new FinancialArrangements(
                new ArrayList<>(items),
                only(finance.overseas, finance.overseasOpen),
                only(finance.honoraria, finance.honorariaOpen),
                only(finance.visits, finance.visitsOpen));
    }

    private static <T> @Nullable T only(Set<T> said, boolean open) {
        return said.size() == 1 && !open ? said.iterator().next() : null;
    }

    private void hear(String sentence) {
        Matcher heading = CAPTION.matcher(sentence);
        if (heading.matches()) {
            caption = payer(heading);
            return;
        }
        Matcher active = ACTIVE.matcher(sentence);
        Matcher passive = PASSIVE.matcher(sentence);
        boolean says = active.matches() || passive.matches();
        Matcher statement = active.matches() ? active : passive;
        Payer payer = says ? payer(statement) : caption;
        boolean not = says && statement.group("not") != null;
        String what = says ? statement.group("what") : sentence;
        // a second payer within the sentence: who pays what is then a matter of reading, not of patterns
        boolean open = payer == null
                || PARTLY.matcher(what).find()
                || Pattern.compile("\\b(?:" + APO + "|" + HOSTS + ")\\s+(?:will|shall|meets?|bears?|the cost)")
                        .matcher(what)
                        .find()
                || Pattern.compile("\\bby\\s+(?:" + APO + "|" + HOSTS + ")")
                        .matcher(what)
                        .find();
        if (OVERSEAS.matcher(what).find()) {
            overseasOpen |= open;
            overseas.add(payer == Payer.APO && !not);
        }
        if (SITE_VISIT.matcher(what).find()) {
            visitsOpen |= open || payer == Payer.OTHER;
            visits.add(payer == Payer.HOST && !not);
        }
        if (what.contains("honorari")) {
            hearHonoraria(what, not);
        }
    }

    private void hearHonoraria(String what, boolean not) {
        Matcher count = HONORARIA.matcher(what);
        boolean found = count.find();
        Integer number = found ? Numbers.of(count.group("n")) : null;
        String again = found ? count.group("again") : null;
        if (!found && what.contains("local") && (not || what.matches("no honorari.*"))) {
            honoraria.add(0);
        } else if (number != null && !not && !count.find() && (again == null || number.equals(Numbers.of(again)))) {
            honoraria.add(number);
        } else {
            honorariaOpen |= what.contains("local");
        }
    }

    private static Payer payer(Matcher matcher) {
        if (matcher.group("apo") != null) {
            return Payer.APO;
        }
        return matcher.group("host") != null ? Payer.HOST : Payer.OTHER;
    }
}
