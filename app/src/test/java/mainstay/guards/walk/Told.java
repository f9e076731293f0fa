package mainstay.guards.walk;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the firm of the walk keeps, the words by which it is known again, and who may be told: the
/// table. A word that turns up for anybody else, on whatever page, in whatever file or answer, is a
/// leak.
enum Told {
    // Of the account
    ITS_NAME(Reader.CARD, "zqname"),
    ITS_LIMIT(Reader.BUSINESS, "6,161,616", "6161616"),
    ITS_SALES(Reader.BUSINESS, "7,654,321", "7654321"),
    ITS_DOCUMENT(Reader.BUSINESS, "zqinvoice"),
    ITS_RECEIVABLE(Reader.BUSINESS, "zqowed", "3,141,592", "3141592"),

    // Of another account, which one manager alone looks after
    OTHER_NAME(except(Reader.MANAGER, Reader.CUSTODIAN, Reader.BORROWER, Reader.MEMBER), "zqelsewhere"),
    OTHER_FACT(EnumSet.of(Reader.OTHER_MANAGER, Reader.DIRECTOR), "zqforeign"),

    // Archive
    FACT_OF_CARD(Reader.CARD, "zqlegal"),
    FACT_OF_BUSINESS(Reader.BUSINESS, "zqpolicy"),
    FACT_IN_FULL(Reader.FULL, "zqproblem"),
    FACT_LENT(Reader.LENT, "zqattitude"),
    SOURCE_LENT(Reader.LENT, "zqsource"),
    PAPER_OF_BUSINESS(Reader.BUSINESS, "zqpaper"),
    PAPER_IN_FULL(Reader.FULL, "zqminutes"),
    CONTENT_IN_FULL(Reader.FULL, "zqcontent"),
    PAPER_LENT(Reader.LENT, "zqlentpaper"),
    LOAN(
            EnumSet.of(Reader.BORROWER, Reader.ADMINISTRATOR, Reader.MANAGER, Reader.DIRECTOR, Reader.CUSTODIAN),
            "zqloan"),

    // People
    PERSON(Reader.BUSINESS, "zqperson"),
    PHONE(Reader.BUSINESS, "13955501234", "139 5550 1234"),
    MAIL(Reader.BUSINESS, "zqmail"),
    PERSONAL(EnumSet.of(Reader.CUSTODIAN, Reader.DIRECTOR), "zqpersonal"),
    GIFT(Reader.BUSINESS, "zqgift"),

    // What was done and is planned
    VISIT(Reader.BUSINESS, "zqvisit"),
    AMONG_US(EnumSet.of(Reader.OTHER_MANAGER, Reader.DIRECTOR), "zqinternal"),
    NEED(Reader.BUSINESS, "zqneed"),
    STRATEGY(Reader.BUSINESS, "zqstrategy"),
    RISK(Reader.BUSINESS, "zqrisk"),
    REVIEW(Reader.BUSINESS, "zqreview"),
    WORK(Reader.BUSINESS, "zqwork"),
    BARRIER(Reader.BUSINESS, "zqbarrier"),
    ASSESSMENT(Reader.BUSINESS, "zqassessed"),
    FINDING(Reader.BUSINESS, "zqfinding"),

    // Terms and requests
    TERMS(Reader.BUSINESS, "zqterms"),
    REMARK(Reader.BUSINESS, "zqremark"),
    PRICE(Reader.BUSINESS, "zqprice"),
    CONFIDENTIAL_LADDER(EnumSet.of(Reader.DIRECTOR), "zqladder", "306,172", "306172"),
    CONFIDENTIAL_REQUEST(EnumSet.of(Reader.DIRECTOR), "zqwhisper", "zqhush"),

    // Colleagues
    PLACE_IN_TEAM(Reader.CARD, "zqduty"),
    BONUS(EnumSet.of(Reader.MEMBER, Reader.ADMINISTRATOR, Reader.DIRECTOR), "zqbonus"),
    COMPETENCE(EnumSet.of(Reader.MEMBER, Reader.ADMINISTRATOR, Reader.DIRECTOR), "zqcourse"),
    LEAVING(EnumSet.of(Reader.ADMINISTRATOR, Reader.DIRECTOR), "zqleaves"),
    SIGNED_IN_FROM(EnumSet.of(Reader.MANAGER, Reader.ADMINISTRATOR), "203.0.113.77"),
    OWN_VIEW(EnumSet.of(Reader.MANAGER), "zqview");

    /// What a program needs its own scope for.
    static final Set<Told> OF_ARCHIVE = EnumSet.of(
            OTHER_FACT,
            FACT_OF_CARD,
            FACT_OF_BUSINESS,
            FACT_IN_FULL,
            FACT_LENT,
            SOURCE_LENT,
            PAPER_OF_BUSINESS,
            PAPER_IN_FULL,
            CONTENT_IN_FULL,
            PAPER_LENT,
            LOAN,
            PERSONAL);

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<Reader> readers;

    @SuppressWarnings("ImmutableEnumChecker") // as List.of makes it
    private final List<String> words;

    Told(Set<Reader> readers, String... words) {
        this.readers = readers;
        this.words = List.of(words);
    }

    private static Set<Reader> except(Reader... others) {
        Set<Reader> rest = EnumSet.copyOf(Reader.SIGNED_IN);
        rest.removeAll(Arrays.asList(others));
        return rest;
    }

    Set<Reader> readers() {
        return readers;
    }

    /// The first of the words, to fill the firm with.
    String word() {
        return words.getFirst();
    }

    /// Stands before the telling word, so that one may look for it without saying that.
    String bait() {
        return word().replaceFirst("^zq", "bait");
    }

    /// Both.
    String content() {
        return bait() + " " + word();
    }

    static Set<Told> in(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        Set<Told> found = EnumSet.noneOf(Told.class);
        for (Told one : values()) {
            if (one.words.stream().anyMatch(small::contains)) {
                found.add(one);
            }
        }
        return found;
    }
}
